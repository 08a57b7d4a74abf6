// A plan as text: taken in, judged, mended, copied, kept, undone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { calm, inStep, launch, paste, planText, reported, settled, shot, startFrom, until, untilReady, visit, writeText } from "./harness.mjs";

const example = (name) => readFile(new URL(`../../src/examples/${name}.jsonc`, import.meta.url), "utf8");
const managed = await example("managed");

/** The request that the article “Use a managed image to create a custom image pool” gives, as its Italian page has it. */
const ARTICLE = `PUT https://management.azure.com/subscriptions/{sub id}/resourceGroups/{resource group name}/providers/Microsoft.Batch/batchAccounts/{account name}/pools/{pool name}?api-version=2020-03-01
{ "properties": { "vmSize": "{VM size}", "deploymentConfiguration": { "virtualMachineConfiguration": { "imageReference": { "id": "/subscriptions/{sub id}/resourceGroups/{resource group name}/providers/Microsoft.Compute/images/{image name}" }, "nodeAgentSkuId": "{Node Agent SKU ID}" } } } }`;

/** A browser that may read the clipboard. */
const withClipboard = (context = {}) => ({ permissions: ["clipboard-read", "clipboard-write"], ...context });
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** Applies fixes, the first one offered each time, until none is offered; gives what the buttons said. */
async function applyEveryFix(page) {
  const applied = [];
  await visit(page, "#/plan/text");
  while (applied.length < 40) {
    await page.locator("#findings details").evaluateAll((all) => all.forEach((fold) => (fold.open = true)));
    const fix = page.locator("#findings .button.fix").first();
    if ((await fix.count()) === 0) return applied;
    applied.push(await fix.innerText());
    await fix.click();
    await settled(page);
  }
  assert.fail(`fixes never come to an end: ${applied.join(" | ")}`);
}

describe("the body of the Italian article", () => {
  let app, page;
  before(async () => {
    app = await launch({ context: withClipboard({ locale: "it-IT" }) });
    page = await app.open("#/plan/text");
    await paste(page, ARTICLE);
  });
  after(() => app.close());

  test("becomes a plan: its address fills the target", async () => {
    const plan = JSON.parse(await planText(page));
    assert.equal(plan.target.apiVersion, "2020-03-01");
    assert.equal(plan.target.subscriptionId, "{sub id}");
    assert.equal(plan.target.poolName, "{pool name}");
    assert.equal(plan.pool.properties.vmSize, "{VM size}");
  });

  test("is judged in Italian", async () => {
    assert.equal(await page.locator("html").getAttribute("lang"), "it");
    await inStep(page);
    const ids = await reported(page);
    for (const id of ["AB0101", "AB0102", "AB0415"]) assert(ids.includes(id), `${id} is reported`);
    const said = await page.locator("#finding-AB0101").innerText();
    assert.match(said, /immagine gestita/);
    assert.match(said, /31\smarzo\s2026/);
    assert.match(await page.locator("#verdict-line").innerText(), /errori/);
    await shot(page, "plan-italian-article");
  });

  test("with values of one’s own only the retired image is left of the errors", async () => {
    const text = (await planText(page))
      .replaceAll("{sub id}", "6f1c0f6e-3b0a-4a57-9d0e-2f5a9c1b7e44")
      .replaceAll("{resource group name}", "rg-render")
      .replaceAll("{account name}", "renderweu")
      .replaceAll("{pool name}", "render")
      .replaceAll("{VM size}", "STANDARD_D4S_V3")
      .replaceAll("{image name}", "render-2020")
      .replaceAll("{Node Agent SKU ID}", "batch.node.ubuntu 24.04");
    await writeText(page, text);
    await inStep(page);
    const errors = await page.locator("#group-error + ul > .finding").evaluateAll((all) => all.map((one) => one.id));
    assert.deepEqual(errors, ["finding-AB0101", "finding-AB0102"]);
  });

  test("every fix that is offered can be applied, and none makes it worse", async () => {
    const errors = async () => Number(/\d+/.exec(await page.locator("#verdict-line .counts a").first().innerText()));
    const beforehand = await errors();
    const applied = await applyEveryFix(page);
    assert(applied.length > 0, "at least one fix is offered");
    await inStep(page);
    assert((await errors()) <= beforehand, `no new errors after: ${applied.join(" | ")}`);
  });

  test("what is copied is the pool of the plan, to the letter of JSON", async () => {
    const plan = JSON.parse(await planText(page));
    await visit(page, "#/plan/text/request/arm");
    await page.locator("#copy").click();
    await until(page, () => /copiato/.test(document.querySelector("#verdict-line [role=status]").textContent));
    assert.deepEqual(JSON.parse(await clipboard(page)), plan.pool);
  });

  test("after a reload it is all still there", async () => {
    const text = await planText(page);
    await page.reload();
    await untilReady(page);
    assert.equal(await planText(page), text);
    await visit(page, "#/plan/text");
    await inStep(page);
    assert((await reported(page)).includes("AB0101"));
    calm(page);
  });
});

describe("the text", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: managed, context: withClipboard() });
    page = await app.open("#/plan/text");
  });
  after(() => app.close());

  test("comes from the draft of the last visit", async () => {
    assert.equal(await planText(page), managed);
    await inStep(page);
  });

  test("changes can be undone and redone, by button and by key", async () => {
    await writeText(page, managed.replace("PT15M", "PT30M"));
    await page.getByRole("button", { name: "Undo" }).first().click();
    assert.equal(await planText(page), managed);
    await page.getByRole("button", { name: "Redo" }).click();
    assert.match(await planText(page), /PT30M/);
    await page.locator("#plan-text").focus();
    await page.keyboard.press("Control+z");
    assert.equal(await planText(page), managed);
    await page.keyboard.press("Control+y");
    assert.match(await planText(page), /PT30M/);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+Shift+z");
    assert.match(await planText(page), /PT30M/);
    await page.keyboard.press("Control+z");
    assert.equal(await page.getByRole("button", { name: "Undo" }).first().isDisabled(), true);
    await inStep(page);
  });

  test("Ctrl Z in another field undoes what was typed there, not the plan", async () => {
    await writeText(page, managed.replace("PT15M", "PT30M"));
    await page.locator("#paste-open").click();
    await page.locator("#paste-text").pressSequentially("abc");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Escape");
    assert.match(await planText(page), /PT30M/, "the plan is as it was");
    await page.locator("#plan-text").focus();
    await page.keyboard.press("Control+z");
  });

  test("that breaks off says where, and keeps every character", async () => {
    const broken = managed.slice(0, managed.indexOf('"resizeTimeout"'));
    await writeText(page, broken);
    await inStep(page);
    assert.deepEqual(await reported(page), ["AB0001"]);
    assert.match(await page.locator("#finding-AB0001").innerText(), /line \d+/);
    assert.doesNotMatch(await page.locator("#verdict-line").innerText(), /no warnings|no advice/, "what cannot be checked is not praised");
    assert.equal(await planText(page), broken);
    await visit(page, "#/plan/text/request/arm");
    assert.equal(await page.locator("#copy").isDisabled(), true, "there is nothing to copy");
    assert.equal(await page.locator("#download").isDisabled(), true);
    await visit(page, "#/plan/form");
    assert.match(await page.locator("#form .notice").innerText(), /cannot be read/);
    await shot(page, "plan-broken-form");
    await visit(page, "#/plan/text");
    await writeText(page, managed);
    await inStep(page);
  });

  test("an empty text and texts that are no plan are no trouble", async () => {
    for (const text of ["", " ", "null", "[]", "1", '"pool"', "{}", "{", "\u0000", "𝄞".repeat(50)]) {
      await writeText(page, text);
      await inStep(page);
      assert.equal(await planText(page), text);
    }
    calm(page);
    await writeText(page, managed);
  });

  test("members, comments and spelling that the planner does not know outlive a fix", async () => {
    const odd = managed.replace('"resizeTimeout": "PT15M"', '// as the article has it\n          "resizeTimeout": "PT15M", "fooBar": [1.50, 1e3]');
    await writeText(page, odd);
    await page.locator("#findings .button.fix").first().click();
    await settled(page);
    const mended = await planText(page);
    assert.notEqual(mended, odd);
    assert.match(mended, /\/\/ as the article has it/);
    assert.match(mended, /"fooBar": \[1\.50, 1e3\]/);
    assert((await reported(page)).includes("AB0011"), "the unknown member is reported");
    await writeText(page, managed);
  });

  test("the day of judgement decides what the retired image is", async () => {
    const judgeOn = async (day) => {
      await page.locator("#judged").click();
      await page.locator("#as-of").fill(day);
      await page.keyboard.press("Escape");
      await settled(page);
      await inStep(page);
      return page.locator("#finding-AB0101").evaluate((finding) => finding.parentElement.previousElementSibling.id);
    };
    assert.equal(await judgeOn("2026-03-31"), "group-warning");
    assert.match(await page.locator("#judged").innerText(), /31\sMar\s2026/);
    assert.equal(await judgeOn("2026-04-01"), "group-error");
    assert.equal(await judgeOn("2024-01-01"), "group-warning");
    await page.locator("#judged").click();
    await page.getByRole("button", { name: "Today" }).click();
    await page.keyboard.press("Escape");
  });

  test("F8 steps through the findings, Shift F8 back, around the end", async () => {
    await visit(page, "#/plan/text");
    const count = await page.locator("#findings .finding").count();
    await page.keyboard.press("F8");
    await until(page, () => document.querySelectorAll(".finding[aria-current]").length === 1);
    const first = await page.locator(".finding[aria-current]").getAttribute("id");
    assert.equal(first, await page.locator("#findings .finding").first().getAttribute("id"));
    assert.match(await page.locator("#verdict-line .step").innerText(), new RegExp(`1 of ${count}`));
    await page.keyboard.press("Shift+F8");
    await until(page, (total) => document.querySelector("#verdict-line .step").textContent.includes(`${total} of ${total}`), count);
    assert.equal(await page.locator(".finding[aria-current]").getAttribute("id"), await page.locator("#findings .finding").last().getAttribute("id"));
    assert(await page.locator(".finding[aria-current]").evaluate((finding) => {
      const { top, bottom } = finding.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight + 1;
    }), "the current finding is in view");
  });

  test("“Go to text” selects the very value", async () => {
    await visit(page, "#/plan/text");
    const finding = page.locator("#finding-AB0112");
    await finding.getByRole("button", { name: "Go to text" }).click();
    await until(page, () => document.activeElement.id === "plan-text");
    const selected = await page.locator("#plan-text").evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
    assert.equal(selected, '"SharedKey"');
    assert.match(await page.locator(".editor-foot").innerText(), /AB0112/);
  });

  test("a file is taken in like a paste", async () => {
    const text = await example("gallery");
    await page.locator("#paste-open").click();
    await page.locator("#paste-file").setInputFiles({ name: "pool.jsonc", mimeType: "application/json", buffer: Buffer.from(text) });
    await until(page, () => document.getElementById("paste-text").value.length > 100);
    await page.locator("#paste [type=submit]").click();
    assert.deepEqual(JSON.parse(await planText(page)), JSON.parse(text));
    await inStep(page);
  });

  test("nothing went wrong on the way", () => calm(page));
});

describe("the examples", () => {
  let app, page;
  before(async () => {
    app = await launch();
    page = await app.open("#/plan/text");
  });
  after(() => app.close());

  for (const [number, name] of ["gallery", "marketplace", "managed"].entries()) {
    test(`${name} is taken as it stands, is judged, and can be undone`, async () => {
      const text = await example(name);
      await writeText(page, "{}");
      await startFrom(page, number);
      assert.equal(await planText(page), text);
      await inStep(page);
      const errors = await page.locator("#group-error + ul > .finding").count();
      assert.equal(errors > 0, name === "managed");
      await page.keyboard.press("Control+z");
      assert.equal(await planText(page), "{}");
      calm(page);
    });
  }
});

describe("request and code", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: managed, context: withClipboard() });
    page = await app.open("#/plan/text/request/arm");
  });
  after(() => app.close());

  for (const fragment of ["request/arm", "request/http", "request/curl", "code/csharp-resourcemanager", "code/csharp-legacy"]) {
    test(`${fragment}: what is shown, copied and downloaded is one text`, async () => {
      await visit(page, `#/plan/text/${fragment}`);
      const shown = await page.locator(".pane-b .code").evaluate((code) =>
        [...code.querySelectorAll(".ln")].map((line) => line.textContent.replace(/\u200b/g, "")).join("\n"),
      );
      await page.locator("#copy").click();
      await until(page, () => /copied/.test(document.querySelector("#verdict-line [role=status]").textContent));
      const copied = (await clipboard(page)).trimEnd();
      assert.equal(shown, copied);
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#download").click()]);
      assert.equal((await readFile(await download.path(), "utf8")).trimEnd(), copied);
      assert.match(download.suggestedFilename(), /^[\w.-]+\.\w+$/);
      assert.doesNotMatch(copied, /neighbours|basePublisher/, "what is about the plan stays out");
      calm(page);
    });

    test(`${fragment}: says that it belongs to a plan with errors`, async () => {
      await visit(page, `#/plan/text/${fragment}`);
      assert.match(await page.locator(".pane-b .notice.error").innerText(), /plan with \d+\serrors/);
    });
  }

  test("a plan without errors carries no such mark", async () => {
    await startFrom(page, 0);
    await visit(page, "#/plan/text/request/arm");
    assert.equal(await page.locator(".pane-b .notice.error").count(), 0);
  });

  test("the lines of the last change are marked, in text and request", async () => {
    const gallery = await example("gallery");
    await writeText(page, gallery.replace('"targetDedicatedNodes": 240', '"targetDedicatedNodes": 239'));
    const changed = (pane) => page.locator(`${pane} .ln.changed`).allInnerTexts();
    assert.match((await changed(".pane-a")).join(), /^[^,]*"targetDedicatedNodes": 239,[^,]*$/);
    assert.match((await changed(".pane-b")).join(), /^[^,]*"targetDedicatedNodes": 239,[^,]*$/);
    assert.match(await page.locator("#request").innerText(), /1 changed by the last edit/);
  });
});

describe("a text of five megabytes", () => {
  const line = "what makes a text long";
  const shapes = {
    "one line": JSON.stringify("x".repeat(5 * 1024 * 1024)),
    "many lines": `[\n${Array.from({ length: 160_000 }, (_, number) => `    "${line} ${number}"`).join(",\n")}\n  ]`,
  };

  /** Fails unless the editor shows a part of the text as it is. All of it is ASCII: a byte is a character. */
  async function showsPartOf(page, text) {
    const { value, from } = await page
      .locator("#plan-text")
      .evaluate(({ value, dataset }) => ({ value, from: Number(dataset.from) }));
    assert(value.length > 10_000, "a good part is shown");
    assert.equal(value === text.slice(from, from + value.length), true, `the part from ${from} on is the text's`);
    return from;
  }

  for (const [shape, padding] of Object.entries(shapes)) {
    for (const view of ["form", "text"]) {
      test(`of ${shape} is taken at once, checked on demand, and laid out in parts beside the ${view}`, async () => {
        const huge = managed.replace('"pool": {', `"padding": ${padding},\n  "pool": {`);
        assert(huge.length > 5 * 1024 * 1024);
        const app = await launch();
        const page = await app.open(`#/plan/${view}`);
        await page.locator("#paste-open").click();
        await page.locator("#paste-text").evaluate((area, text) => {
          area.value = text;
          area.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }, huge);

        assert.equal(await page.locator("#paste-text").inputValue(), "", "the dialog does not lay it out");
        assert.match(await page.locator("#paste [role=status]").innerText(), /^5\s\d{3}\s\d{3}\sbytes are ready/);
        await page.locator("#paste [type=submit]").click();
        await page.locator("#findings #check-now").waitFor();
        assert.match(await page.locator("#findings .notice").innerText(), /only on request/);
        await visit(page, `#/plan/${view}/request/arm`);
        assert.equal(await page.locator("#copy").isDisabled(), true, "an output of another plan cannot be copied");
        await visit(page, `#/plan/${view}`);

        await page.locator("#findings #check-now").click();
        await page.locator("#finding-AB0101").waitFor({ timeout: 30_000 });
        await inStep(page);
        assert((await reported(page)).includes("AB0006"));
        // Whatever the length, the browser has little to lay out. (How long it takes is measured by the benchmark.)
        await visit(page, "#/plan/text/request/arm");
        const laidOut = await page.evaluate(() => [
          document.querySelector("#plan-text").value.length,
          document.querySelector(".pane-a .picture").textContent.length,
          document.querySelector(".pane-b .code").textContent.length,
        ]);
        assert(laidOut.every((length) => length <= 61_000), `${laidOut} characters are laid out`);
        await visit(page, "#/plan/text");
        assert.equal(await showsPartOf(page, huge), 0);
        await page.getByRole("button", { name: "Later lines" }).click();
        await until(page, () => document.querySelector("#plan-text").dataset.from !== "0");
        await showsPartOf(page, huge);
        await page.locator("#finding-AB0101").getByRole("button", { name: "Go to text" }).click();
        await until(page, () => Number(document.querySelector("#plan-text").dataset.from) > 5_000_000);
        assert.equal((await showsPartOf(page, huge)) > 5_000_000, true);
        const selected = () => getSelection().toString() || document.querySelector("#plan-text").value.slice(document.querySelector("#plan-text").selectionStart, document.querySelector("#plan-text").selectionEnd);
        await until(page, () => document.activeElement.id === "plan-text");
        assert.match(await page.evaluate(selected), /Microsoft.Compute\/images/);
        assert.equal(await page.getByRole("button", { name: "Later lines" }).isDisabled(), true);
        await startFrom(page, 0);
        assert.equal(await planText(page), await example("gallery"));
        calm(page);
        await app.close();
      });
    }
  }
});
