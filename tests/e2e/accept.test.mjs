// Findings are accepted with a reason, errors marked as seen, and safe fixes made together after a look at the change.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { axe, calm, inStep, launch, planText, settled, shot, until, visit, writeText } from "./harness.mjs";

const managed = await readFile(new URL("../../src/examples/managed.jsonc", import.meta.url), "utf8");
/** The example with three slips: one that the service sets, one in another letter case, one of the wrong type. */
const slips = managed
  .replace('"properties": {', '"properties": { // mine\n      "provisioningState": "Succeeded",\n      "interNodeCommunication": "disabled",\n      "displayName": 5,');

const said = (page) => page.locator("#verdict-line [role=status]").innerText();
const number = async (page, selector) => Number(/\d+/.exec(await page.locator(`#verdict-line .counts ${selector}`).innerText())[0]);
const findings = (page, name) => page.locator("#findings").getByRole("button", { name });

/** Shows the findings where only one pane fits. */
async function verdict(page) {
  const label = page.locator("label:has(#show-b)");
  if (await label.isVisible()) await label.click();
}

async function openFixes(page) {
  await page.locator("#findings > .group .button").click();
  await until(page, () => document.getElementById("fixes").open);
}

describe("a warning", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: slips });
    page = await app.open("#/plan/text");
  });
  after(() => app.close());

  test("is accepted with the keyboard, and not without a reason", async () => {
    const warnings = await number(page, "a.warning");
    await page.locator("#accept-AB0017").focus();
    await page.keyboard.press("Enter");
    await until(page, () => document.activeElement.id === "reason");
    await page.keyboard.press("Enter");
    await until(page, () => document.getElementById("reason-needed").textContent.length > 20);
    assert.equal(await page.evaluate(() => document.activeElement.id), "reason");
    assert.equal(await planText(page), slips, "nothing was written");
    await page.keyboard.type("   ");
    await page.keyboard.press("Enter");
    await settled(page);
    assert.equal(await planText(page), slips, "blanks are no reason");
    await page.keyboard.press("Escape");
    await until(page, () => document.activeElement.id === "accept-AB0017");
    assert.equal(await page.locator("#reason").count(), 0);
    await page.keyboard.press("Enter");
    await until(page, () => document.activeElement.id === "reason");
    await page.keyboard.type('as "the portal" has it <b>');
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector("#group-accepted"));
    assert.equal(await number(page, "a.warning"), warnings - 1);
    assert.match(await page.locator("#verdict-line .counts").innerText(), /1\saccepted/);
    assert.match(await said(page), /Accepted: AB0017/);
    await inStep(page);
    await until(page, () => document.activeElement.localName !== "body");
  });

  test("the plan says so, and keeps every comment", async () => {
    const text = await planText(page);
    assert.match(text, /\/\/ mine/);
    assert.match(text, /"accepted": \[\s*\{\s*"rule": "AB0017",\s*"path": "\/pool\/properties\/provisioningState",\s*"reason": "as \\"the portal\\" has it <b>"\s*\}\s*\]/);
    await visit(page, "#/plan/text/request/arm");
    assert.doesNotMatch(await page.locator(".pane-b .code").innerText(), /accepted|the portal/);
    await visit(page, "#/plan/text");
  });

  test("the count leads to the folded group", async () => {
    assert.equal(await page.locator("#finding-AB0017").isVisible(), false);
    await page.locator("#verdict-line .counts a", { hasText: "accepted" }).click();
    await until(page, () => document.getElementById("group-accepted").open && document.activeElement.id === "group-accepted");
    assert.match(await page.locator("#finding-AB0017").innerText(), /Accepted: as "the portal" has it <b>/);
    assert.equal(await page.locator("#finding-AB0017 .fix").count(), 0);
    await axe(page);
  });

  test("a link to it unfolds the group; F8 passes it over; the editor does not mark it", async () => {
    await page.locator("#group-accepted").evaluate((group) => (group.open = false));
    await visit(page, "#/plan/text/findings/AB0017");
    await until(page, () => document.getElementById("group-accepted").open);
    const count = await page.locator("#findings > ul > .finding").count();
    await visit(page, "#/plan/text");
    await page.getByRole("button", { name: "Previous finding" }).click();
    await until(page, (total) => document.querySelector("#verdict-line .step").textContent.includes(`${total} of ${total}`), count);
    await page.getByRole("button", { name: "Next finding" }).click();
    await until(page, (total) => document.querySelector("#verdict-line .step").textContent.includes(`1 of ${total}`), count);
    assert.equal(await page.locator(".editor mark", { hasText: "provisioningState" }).count(), 0);
  });

  test("is no longer accepted at a press, and undo brings it back", async () => {
    const text = await planText(page);
    await page.locator("#group-accepted").evaluate((group) => (group.open = true));
    await findings(page, "No longer accept").click();
    await until(page, () => !document.querySelector("#group-accepted"));
    assert.equal(await planText(page), slips, "the empty list goes with its last entry");
    assert.doesNotMatch(await page.locator("#verdict-line .counts").innerText(), /accepted/);
    await page.locator("#plan-text").focus();
    await page.keyboard.press("Control+z");
    assert.equal(await planText(page), text);
    await page.keyboard.press("Control+z");
    assert.equal(await planText(page), slips);
    calm(page);
  });

  test("an error is marked as seen, and counts all the same", async () => {
    const errors = await number(page, "a.error");
    await page.locator("#accept-AB0112").click();
    await until(page, () => document.activeElement.id === "reason");
    await page.keyboard.type("the class shall see it fail");
    await page.getByRole("button", { name: "Mark as seen", exact: true }).click();
    await until(page, () => /Seen: the class/.test(document.getElementById("finding-AB0112").textContent));
    assert.equal(await number(page, "a.error"), errors);
    assert.equal(await page.locator("#group-accepted").count(), 0);
    await findings(page, "Remove the mark").click();
    await until(page, () => !/Seen:/.test(document.getElementById("finding-AB0112").textContent));
    assert.equal(await planText(page), slips);
    await inStep(page);
    calm(page);
  });

  test("advice can be accepted, what is said about the list cannot", async () => {
    await writeText(page, slips.replace("{", '{\n  "accepted": [{ "rule": "AB0017", "reason": "" }, { "rule": "AB0202", "reason": "x" }],'));
    await inStep(page);
    assert.equal(await page.locator("#finding-AB0020 [id^=accept-]").count(), 0);
    assert.equal(await page.locator("#finding-AB0022 [id^=accept-]").count(), 0);
    const advice = page.locator("#group-advice + ul > .finding").filter({ has: page.locator("[id^=accept-]") }).first();
    const id = await advice.getAttribute("id");
    await advice.locator("summary").click();
    await advice.locator("[id^=accept-]").click();
    await until(page, () => document.activeElement.id === "reason");
    await page.keyboard.type("known");
    await page.keyboard.press("Enter");
    await until(page, (id) => document.querySelector(`#group-accepted #${id}`), id);
    await inStep(page);
    calm(page);
  });
});

describe("safe fixes", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: slips });
    page = await app.open("#/plan/text");
  });
  after(() => app.close());

  test("are shown before they are made: what, and which lines", async () => {
    const opener = page.locator("#findings > .group .button");
    assert.match(await opener.innerText(), /Apply \d+\ssafe fixes…/);
    await opener.focus();
    await page.keyboard.press("Enter");
    await until(page, () => document.getElementById("fixes").open && document.activeElement.id === "fixes-title");
    const dialog = page.getByRole("dialog", { name: "Safe fixes" });
    assert.match(await dialog.innerText(), /AB0015 · line \d+/);
    const gone = await dialog.locator("del").allInnerTexts();
    const come = await dialog.locator("ins").allInnerTexts();
    assert(gone.every((line) => line.includes("−")) && come.every((line) => line.includes("+")), "the sign says it, not the colour alone");
    assert(gone.some((line) => line.includes('"disabled"')) && come.some((line) => line.includes('"Disabled"')));
    await axe(page);
    await shot(page, "safe-fixes");
    await page.keyboard.press("Escape");
    await until(page, () => !document.getElementById("fixes").open);
    assert.equal(await planText(page), slips, "nothing was written");
    assert(await opener.evaluate((button) => button === document.activeElement), "the focus is where it was");
  });

  test("Tab stays within the dialog, and Cancel changes nothing", async () => {
    await openFixes(page);
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press("Tab");
      assert(await page.evaluate(() => document.activeElement.closest("#fixes") || document.activeElement === document.body));
    }
    await page.locator("#fixes").getByRole("button", { name: "Cancel" }).click();
    assert.equal(await planText(page), slips);
  });

  test("are one step for undo, keep the comments, and leave nothing to do", async () => {
    await openFixes(page);
    await page.locator("#fixes").getByRole("button", { name: "Apply" }).click();
    await until(page, () => !document.getElementById("fixes").open);
    const mended = await planText(page);
    assert.match(mended, /\/\/ mine/);
    assert.match(mended, /"interNodeCommunication": "Disabled"/);
    assert.match(mended, /"displayName": "5"/);
    assert.doesNotMatch(mended, /provisioningState/);
    assert.match(mended, /"authentication": "SharedKey"/, "what somebody decided stays");
    assert.match(await said(page), /safe fix(es)?: done/);
    assert.equal(await page.locator("#findings > .group .button").count(), 0);
    await until(page, () => document.activeElement.localName !== "body");
    await inStep(page);
    await page.locator("#verdict-line [role=status] button").click();
    await settled(page);
    assert.equal(await planText(page), slips, "one undo takes all back");
    calm(page);
  });

  test("of a pasted body make it a plan, in the same step", async () => {
    const body = '{ "properties": { "vmSize": "STANDARD_D2S_V3", "taskSlotsPerNode": "4" } }';
    await writeText(page, body);
    await openFixes(page);
    await page.locator("#fixes").getByRole("button", { name: "Apply" }).click();
    assert.equal(JSON.parse(await planText(page)).pool.properties.taskSlotsPerNode, 4);
    await page.locator("#plan-text").focus();
    await page.keyboard.press("Control+z");
    assert.equal(await planText(page), body);
    calm(page);
  });
});

for (const [language, locale, width, words] of [
  ["en", "en-GB", 360, { accept: "Accept…", take: "Accept", withdraw: "No longer accept", accepted: /1\saccepted/ }],
  ["fr", "fr-FR", 1024, { accept: "Accepter…", take: "Accepter", withdraw: "Ne plus accepter", accepted: /1\saccepté/ }],
  ["it", "it-IT", 360, { accept: "Accetta…", take: "Accetta", withdraw: "Non accettare più", accepted: /1\saccettato/ }],
]) {
  test(`in ${language} at ${width} px: accept, preview and withdraw are accessible and fit`, async () => {
    const app = await launch({ draft: slips, context: { locale, viewport: { width, height: 740 }, colorScheme: "dark" } });
    const page = await app.open("#/plan/form");
    await verdict(page);
    const fits = async (where) => {
      assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where}: the page is too wide`);
      await axe(page);
      await shot(page, `accept-${where}-${language}`);
    };
    await page.locator("#finding-AB0017").getByRole("button", { name: words.accept }).click();
    await until(page, () => document.activeElement.id === "reason");
    await page.keyboard.press("Enter");
    await settled(page);
    await fits("form");
    await page.keyboard.type("é".repeat(200));
    await page.locator("form.accept").getByRole("button", { name: words.take, exact: true }).click();
    await until(page, () => document.querySelector("#group-accepted"));
    assert.match(await page.locator("#verdict-line .counts").innerText(), words.accepted);
    await page.locator("#group-accepted > summary").click();
    await settled(page);
    await fits("group");
    await openFixes(page);
    await fits("fixes");
    await page.keyboard.press("Escape");
    await page.locator("#group-accepted").getByRole("button", { name: words.withdraw }).click();
    await until(page, () => !document.querySelector("#group-accepted"));
    assert.equal(await planText(page), slips);
    calm(page);
    await app.close();
  });
}
