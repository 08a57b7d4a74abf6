// Pools in other forms than a plan: what is found in a text before it is taken, and the choice among several pools.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { axe, focused, launch, planText, settled, shot, until, visit, writeText } from "./harness.mjs";

const fixture = (name) => readFile(new URL(`../fixtures/imports/${name}`, import.meta.url), "utf8");
const [template, list, requests] = await Promise.all(["two-pools.template.json", "list.json", "requests.http"].map(fixture));

async function open(page, text) {
  await page.locator("#paste-open").click();
  await page.locator("#paste-text").fill(text);
  await settled(page);
}

async function use(page) {
  await page.locator("#paste [type=submit]").click();
  await settled(page);
}

const found = (page) => page.locator("#paste .found").innerText();

/** Drops a file on an element, as somebody does who drags it there. */
async function drop(page, selector, bytes, name) {
  await page.evaluate(
    ({ selector, bytes, name }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], name));
      const on = document.querySelector(selector);
      for (const kind of ["dragover", "drop"]) {
        on.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    },
    { selector, bytes: [...bytes], name },
  );
}

describe("a template with two pools", () => {
  let app, page;
  before(async () => {
    app = await launch();
    page = await app.open("#/plan/text");
  });
  after(() => app.close());

  test("lists them with what is said of each, and the second can be taken and undone", async () => {
    const earlier = await planText(page);
    await open(page, template);
    assert.match(await found(page), /ARM template: 2\spools/);
    const choices = page.locator("#paste .choice");
    assert.equal(await choices.count(), 2);
    assert.match(await choices.nth(0).innerText(), /render\s*STANDARD_D4S_V3 · Marketplace image/);
    assert.match(await choices.nth(1).innerText(), /night\s*standard_nothing · gallery image/);
    assert.match(await choices.nth(1).innerText(), /\d+\serror/);
    assert.match(await found(page), /dependsOn.*line 25/);
    assert.match(await found(page), /subnetId.*line \d+/);
    await shot(page, "import-two-pools");
    await page.locator("#import-pool-1").check();
    assert.doesNotMatch(await found(page), /subnetId/, "the notes are those of the chosen pool");
    await use(page);
    const plan = await planText(page);
    assert.match(plan, /"poolName": "night"/);
    assert.doesNotMatch(plan, /resources/);
    await page.locator("#plan-text").focus();
    await page.keyboard.press("Control+z");
    assert.equal(await planText(page), earlier);
  });

  test("is chosen from by keyboard alone", async () => {
    await page.locator("#paste-open").focus();
    await page.keyboard.press("Enter");
    await until(page, () => document.activeElement.id === "paste-text");
    await page.locator("#paste-text").fill(template);
    await page.keyboard.press("Tab");
    assert.match(await focused(page), /import-pool-0/);
    await page.keyboard.press("ArrowDown");
    assert.match(await focused(page), /import-pool-1/);
    for (let steps = 0; steps < 4 && !(await page.evaluate(() => document.activeElement.matches("[type=submit]"))); steps += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await settled(page);
    assert.match(await planText(page), /"poolName": "night"/);
    assert.match(await focused(page), /paste-open/);
  });

  test("in the editor is one finding, with the way to choose", async () => {
    await writeText(page, template);
    const ids = await page.locator("#findings .finding").evaluateAll((all) => all.map((one) => one.id));
    assert.deepEqual(ids, ["finding-AB0024"]);
    await shot(page, "import-in-editor");
    await page.locator("#finding-AB0024").getByRole("button", { name: "Choose a pool" }).click();
    await until(page, () => document.getElementById("paste").open && document.querySelectorAll("#paste .choice").length === 2);
    await use(page);
    assert.match(await planText(page), /"poolName": "render"/);
    assert.match(await page.locator("#finding-AB0023").innerText(), /is not known here/);
  });

  test("with one pool is judged where it stands, and one button makes it a plan", async () => {
    const one = JSON.parse(template);
    one.resources.splice(1);
    await writeText(page, JSON.stringify(one, null, 2));
    assert.match(await planText(page), /"resources"/);
    await page.locator(".editor-foot").getByRole("button", { name: "Make it a plan" }).click();
    await settled(page);
    assert.match(await planText(page), /"poolName": "render"/);
  });
});

describe("other texts", () => {
  let app, page;
  before(async () => {
    app = await launch();
    page = await app.open("#/plan/text");
  });
  after(() => app.close());

  test("an answer with a list and a file of requests are chosen from", async () => {
    await open(page, list);
    assert.match(await found(page), /ARM resource: 2\spools/);
    assert.match(await found(page), /nextLink/);
    await use(page);
    assert.match(await planText(page), /\/\/ as it was ordered/, "comments are kept");
    await open(page, requests);
    await page.locator("#import-pool-1").check();
    await use(page);
    assert.match(await planText(page), /"poolName": "night"/);
  });

  test("a text that breaks off is told with its place, and nothing is lost", async () => {
    const broken = template.slice(0, template.indexOf('"variables"'));
    await open(page, broken);
    assert.match(await found(page), /line \d+, column \d+/);
    await shot(page, "import-broken");
    await page.keyboard.press("Escape");
    await page.locator("#paste-open").click();
    assert.equal(await page.locator("#paste-text").inputValue(), broken);
    await page.locator("#paste-text").fill('{ "resources": [] }');
    assert.match(await found(page), /no Batch pool/);
    await page.locator("#paste-text").fill("");
    await page.keyboard.press("Escape");
  });

  test("a hostile text is answered", async () => {
    const pool = '{ "type": "Microsoft.Batch/batchAccounts/pools", "name": "<img src=x onerror=alert(1)>", "properties": {} },';
    await open(page, `{ "resources": [${pool.repeat(600)}] }`);
    await until(page, () => document.querySelectorAll("#paste .choice").length === 200);
    assert.match(await found(page), /not listed: 400/);
    assert.equal(await page.locator("#paste img").count(), 0);
    for (const text of ["[".repeat(50_000), `curl -d "${"$(".repeat(20_000)}`, `[${"a(".repeat(20_000)}]`, '{ "resources": [{ "type": 1 }, null, []] }']) {
      await page.locator("#paste-text").fill(text);
      await settled(page);
    }
    await page.locator("#paste-text").fill("");
    await page.keyboard.press("Escape");
  });

  test("a file dropped anywhere opens the dialog, in UTF-16 as well; bytes that are no text are refused", async () => {
    await visit(page, "#/rules");
    const bytes = Buffer.from(`\ufeff${template}`, "utf16le");
    await drop(page, ".topbar", bytes, "pools.json");
    await until(page, () => document.getElementById("paste")?.open && document.querySelectorAll("#paste .choice").length === 2);
    await page.keyboard.press("Escape");
    await drop(page, ".pane-b", Buffer.from([0x50, 0xff, 0x00, 0xfe]), "pools.zip");
    await until(page, () => /could not be read as text/.test(document.querySelector("#paste [role=alert]").textContent));
    await page.keyboard.press("Escape");
  });
});

for (const [colorScheme, width, language, locale] of [
  ["light", 1440, "fr", "fr-FR"],
  ["dark", 360, "it", "it-IT"],
  ["dark", 1024, "en", "en-GB"],
]) {
  test(`${language}, ${colorScheme}, ${width}: the choice fits, and axe finds nothing`, async () => {
    const app = await launch({ context: { locale, colorScheme, viewport: { width, height: 800 } } });
    try {
      const page = await app.open("#/plan/text");
      await until(page, (language) => document.documentElement.lang === language, language);
      await open(page, template);
      await until(page, () => document.querySelectorAll("#paste .choice").length === 2);
      await axe(page);
      const wide = await page.evaluate(() => {
        const dialog = document.getElementById("paste");
        return dialog.scrollWidth - dialog.clientWidth;
      });
      assert(wide <= 1, `the dialog is ${wide} px too wide`);
      await shot(page, `import-${language}-${colorScheme}-${width}`);
    } finally {
      await app.close();
    }
  });
}
