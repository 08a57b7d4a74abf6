// Everything by keyboard alone, and the focus is never lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, test } from "node:test";

import { calm, focused, launch, planText, settled, until, visit } from "./harness.mjs";

const managed = await readFile(new URL("../../src/examples/managed.jsonc", import.meta.url), "utf8");

/** Presses Tab until something has the focus for which `isIt` holds; gives how often. */
async function tabTo(page, selector, { key = "Tab", most = 400 } = {}) {
  for (let count = 1; count <= most; count += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return count;
  }
  assert.fail(`${selector} is not reached by ${most} × ${key}; the focus is at ${await focused(page)}`);
}

/** Fails when the focus fell back to the page: whoever uses a keyboard would have to begin at the top again. */
async function focusKept(page, after) {
  await settled(page);
  await page.waitForTimeout(50);
  assert.notEqual(await focused(page), "body", `the focus is lost after ${after}`);
}

describe("by keyboard alone", () => {
  let app, page;
  beforeEach(async () => {
    app = await launch({ draft: managed, context: { permissions: ["clipboard-read", "clipboard-write"] } });
    page = await app.open("#/plan/form");
  });
  afterEach(() => app.close());

  test("the first stop is the way past the head of the page", async () => {
    await page.keyboard.press("Tab");
    assert.match(await focused(page), /skip/);
    assert(await page.evaluate(() => document.activeElement.getBoundingClientRect().top >= 0), "it is seen while it has the focus");
    await page.keyboard.press("Enter");
    await until(page, () => document.activeElement.id === "main");
    assert.equal(await page.evaluate(() => location.hash), "#/plan/form", "the place is kept");
  });

  test("every stop shows where the focus is, and none is a trap", async () => {
    const stops = [];
    for (let count = 0; count < 600; count += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) return "the end";
        // A radio or a box of one's own making may show it on its label or frame.
        const marked = [element, element.closest("label"), element.closest(".control"), element.closest(".segments")].filter(Boolean);
        const seen = marked.some((each) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
          return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
        });
        const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
        return `${seen ? "" : "UNSEEN "}${width < 1 || height < 1 ? "EMPTY " : ""}${element.localName}#${element.id}.${element.className} ${element.textContent.trim().slice(0, 30)}`;
      });
      if (stop === "the end") break;
      stops.push(stop);
    }
    assert(stops.length > 60 && stops.length < 600, `${stops.length} stops`);
    assert.deepEqual(stops.filter((stop) => /UNSEEN|EMPTY/.test(stop)), []);
  });

  test("rooms and tabs are changed by Enter, and the focus stays", async () => {
    for (const [name, shown] of [["Text", "#plan-text"], ["Form", "#form"], ["Request", "#request"], ["Code", "#code"], ["Report", "#report"], ["Findings", "#findings"]]) {
      await page.getByRole("link", { name, exact: true }).focus();
      await page.keyboard.press("Enter");
      await page.locator(shown).waitFor();
      await focusKept(page, `going to ${name}`);
    }
    await page.getByRole("link", { name: "Rules", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.locator("#rule-search").waitFor();
    await focusKept(page, "going to the rules");
  });

  test("an example is chosen by keyboard", async () => {
    await page.locator("[popovertarget=examples]").focus();
    await page.keyboard.press("Enter");
    await tabTo(page, "#examples button", { most: 3 });
    await page.keyboard.press("Enter");
    await until(page, () => !document.querySelector("#examples:popover-open"));
    await focusKept(page, "choosing an example");
    assert.match(await planText(page), /render-2026-11/);
  });

  test("Escape closes the examples and goes back to their button", async () => {
    await page.locator("[popovertarget=examples]").focus();
    await page.keyboard.press("Enter");
    await tabTo(page, "#examples button", { most: 3 });
    await page.keyboard.press("Escape");
    assert.match(await focused(page), /Examples/);
  });

  test("the dialog opens in its text, keeps the focus inside, and gives it back", async () => {
    await page.locator("#paste-open").focus();
    await page.keyboard.press("Enter");
    await until(page, () => document.activeElement.id === "paste-text");
    for (let count = 0; count < 8; count += 1) {
      await page.keyboard.press("Tab");
      assert(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("#paste")), await focused(page));
    }
    await page.keyboard.press("Escape");
    await until(page, () => !document.getElementById("paste").open);
    assert.match(await focused(page), /paste-open/);
  });

  test("what was pasted is taken by keyboard, and the focus comes back", async () => {
    await page.locator("#paste-open").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("{ }");
    await tabTo(page, "#paste [type=submit]", { most: 4 });
    await page.keyboard.press("Enter");
    await until(page, () => !document.getElementById("paste").open);
    await focusKept(page, "taking in a text");
    assert.equal(await planText(page), "{ }");
  });

  test("a file can be chosen by keyboard", async () => {
    await page.locator("#paste-open").focus();
    await page.keyboard.press("Enter");
    await until(page, () => document.activeElement.id === "paste-text");
    await tabTo(page, "#paste-file", { most: 6 });
    await settled(page);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
    assert(chooser);
  });

  test("a fix is applied by keyboard, and the focus stays near", async () => {
    const fix = page.locator("#findings .button.fix").first();
    await fix.focus();
    await page.keyboard.press("Enter");
    await focusKept(page, "applying a fix in the findings");
    assert(await page.evaluate(() => document.activeElement.closest(".pane-b")), "it stays in the pane of the findings");

    await page.locator("#form .said .button.fix").first().focus();
    await page.keyboard.press("Space");
    await focusKept(page, "applying a fix under a row");
    assert(await page.evaluate(() => document.activeElement.closest("#form")), "it stays in the form");
  });

  test("undo and redo keep the focus, to the last step", async () => {
    await page.locator("#form .said .button.fix").first().focus();
    await page.keyboard.press("Enter");
    await settled(page);
    const undo = page.locator(".topbar .tools button").first();
    await undo.focus();
    await page.keyboard.press("Enter");
    await focusKept(page, "undoing the last step");
    assert.equal(await planText(page), managed);
  });

  test("the undo beside what was just done keeps the focus", async () => {
    await page.locator("#form .said .button.fix").first().click();
    await page.locator("#verdict-line .done button").focus();
    await page.keyboard.press("Enter");
    await focusKept(page, "undoing from the verdict line");
  });

  test("an item of a list is removed by keyboard, and the focus stays in the list", async () => {
    await page.getByRole("button", { name: "Add pool", exact: true }).focus();
    await page.keyboard.press("Enter");
    await focusKept(page, "adding an item");
    for (let left = 2; left > 0; left -= 1) {
      await page.getByRole("button", { name: "Remove Shared with 1" }).focus();
      await page.keyboard.press("Enter");
      await focusKept(page, "removing an item");
      assert(await page.evaluate(() => document.activeElement.closest("#f-neighbours")), "it stays in the list");
    }
  });

  test("the language is changed by keyboard, and the focus stays at the switch", async () => {
    await page.locator("#language").focus();
    await page.locator("#language").selectOption("fr");
    await until(page, () => document.documentElement.lang === "fr");
    await focusKept(page, "changing the language");
    await until(page, () => document.activeElement.id === "language");
    await page.locator("#language").selectOption("en");
    await until(page, () => document.activeElement.id === "language");
  });

  test("options side by side are changed by arrows, and the rows follow without losing the focus", async () => {
    await page.locator("#f-pool-properties-deploymentConfiguration-virtualMachineConfiguration-imageReference input:checked").focus();
    await page.keyboard.press("ArrowRight");
    await focusKept(page, "choosing the kind of image");
    await until(page, () => document.querySelector('[id$="imageReference-publisher"]'));
    await page.keyboard.press("ArrowLeft");
    await focusKept(page, "choosing the kind of image");
  });

  test("a section is folded and unfolded by keyboard", async () => {
    await page.locator("#network summary").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#network").evaluate((fold) => fold.open), false);
    await page.keyboard.press("Space");
    assert.equal(await page.locator("#network").evaluate((fold) => fold.open), true);
  });

  test("a piece of advice is unfolded by keyboard", async () => {
    await page.locator("#findings summary").first().focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#findings details").first().evaluate((fold) => fold.open), true);
  });

  test("the sources of a limit open by keyboard, are read, and close", async () => {
    const cite = page.locator(".row:has(#f-target-poolName) .cite");
    await cite.focus();
    await page.keyboard.press("Enter");
    await page.locator("#limit-source:popover-open").waitFor();
    await tabTo(page, "#limit-source a", { most: 4 });
    await page.keyboard.press("Escape");
    await until(page, () => !document.querySelector("#limit-source:popover-open"));
    assert.match(await focused(page), /cite/);
  });

  test("the day of judgement is set by keyboard", async () => {
    await page.locator("#judged").focus();
    await page.keyboard.press("Enter");
    await tabTo(page, "#as-of", { most: 4 });
    await page.keyboard.press("Escape");
    assert.match(await focused(page), /judged/);
  });

  test("an output is chosen by arrows and copied by Enter", async () => {
    await visit(page, "#/plan/form/request/arm");
    await page.locator("#request #output").focus();
    await page.keyboard.press("ArrowDown");
    await until(page, () => location.hash.endsWith("/http"));
    await focusKept(page, "choosing an output");
    await page.locator("#copy").focus();
    await page.keyboard.press("Enter");
    await until(page, () => /copied/.test(document.querySelector("#verdict-line [role=status]").textContent));
    assert.match(await focused(page), /copy/);
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^PUT /m);
  });

  test("the text can be left with Tab", async () => {
    await visit(page, "#/plan/text");
    await page.locator("#plan-text").focus();
    await page.keyboard.press("Tab");
    assert.doesNotMatch(await focused(page), /plan-text/);
    assert.equal(await planText(page), managed);
  });

  test("a count leads to its group of findings, which has the focus", async () => {
    await page.locator("#verdict-line .counts a").first().focus();
    await page.keyboard.press("Enter");
    await until(page, () => document.activeElement.id === "group-error");
  });

  test("rules are searched, chosen and stepped through by keyboard", async () => {
    await visit(page, "#/rules");
    await page.locator("#rule-search").focus();
    await page.keyboard.type("managed");
    await tabTo(page, ".pane-a li a.item", { most: 12 });
    await page.keyboard.press("Enter");
    await page.locator("#rule-title").waitFor();
    await focusKept(page, "choosing a rule");
    await page.getByRole("link", { name: "Next rule" }).focus();
    await page.keyboard.press("Enter");
    await focusKept(page, "stepping to the next rule");
    calm(page);
  });
});

describe("on a narrow screen by keyboard", () => {
  test("panes, rooms and languages are reached", async () => {
    const app = await launch({ draft: managed, context: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 } });
    const page = await app.open("#/plan/form");
    await page.locator("#show-a").focus();
    await page.keyboard.press("ArrowRight");
    await until(page, () => document.getElementById("show-b").checked);
    assert(await page.locator("#findings").isVisible());
    await page.locator("[popovertarget=rooms-menu]").focus();
    await page.keyboard.press("Enter");
    await tabTo(page, "#rooms-menu button[lang=it]", { most: 7 });
    await page.keyboard.press("Enter");
    await until(page, () => document.documentElement.lang === "it");
    await focusKept(page, "choosing a language from the menu");
    await page.locator("[popovertarget=rooms-menu]").focus();
    await page.keyboard.press("Enter");
    await tabTo(page, '#rooms-menu a[href="#/rules"]', { most: 4 });
    await page.keyboard.press("Enter");
    await page.locator("#rule-search").waitFor();
    await focusKept(page, "choosing a room from the menu");
    calm(page);
    await app.close();
  });

  test("the field that has the focus is not hidden behind head or dock", async () => {
    const app = await launch({ draft: managed, context: { viewport: { width: 360, height: 640 } } });
    const page = await app.open("#/plan/form");
    await page.locator("#f-target-cloud").focus();
    const hidden = [];
    for (let count = 0; count < 60; count += 1) {
      await page.keyboard.press("Tab");
      await settled(page);
      const covered = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element.closest("#form .row")) return "";
        const { left, top, width, height } = (element.closest("label, .control") ?? element).getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        const shown = there && (element.closest(".row").contains(there) || there.contains(element));
        return shown ? "" : `${element.id || element.className} is behind ${there?.className || there?.localName}`;
      });
      if (covered) hidden.push(covered);
    }
    assert.deepEqual(hidden, []);
    await app.close();
  });
});
