// The Submit pane in the practice cloud: what exists, the call, its confirmation, the watch, what comes after it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { axe, calm, focused, launch, planText, settled, shot, visit } from "./harness.mjs";

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
const gallery = await read("src/examples/gallery.jsonc");

/** Nodes come within so many milliseconds at ×600. */
const LONG = 60_000;

const open = async (draft, context) => {
  const app = await launch({ draft, context });
  const page = await app.open("#/plan/form/submit");
  await page.locator("#look").waitFor();
  return { app, page };
};
const fastest = (page) => page.locator("#speed").selectOption("600");
const look = async (page) => {
  await page.locator("#look").click();
  await page.locator("#send").waitFor();
};
/** Sends the call that creates the pool, and waits until the watch shows it. */
const create = async (page) => {
  await look(page);
  await page.locator("#send").click();
  await page.locator("#watch").waitFor();
};
/** Waits until the allocation says this. */
const allocation = (page, says) =>
  page.waitForFunction((says) => document.querySelector("#allocation")?.textContent === says, says, { timeout: LONG });
const text = (page, where) => page.locator(where).innerText();

describe("a pool from a gallery image", () => {
  let app, page;
  before(async () => ({ app, page } = await open(gallery)));
  after(() => app.close());

  test("before anything is sent, the pane says what it will do", async () => {
    assert.match(await text(page, "#call"), /Nothing is changed before you confirm/);
    assert.equal(await page.locator("#watch").count(), 0);
    await axe(page);
    await shot(page, "submit-begin");
  });

  test("nothing exists: create only, with the token masked", async () => {
    await look(page);
    const call = await text(page, "#call");
    assert.match(call, /no pool of this name/);
    assert.match(call, /PUT\s+https:\/\/management\.azure\.com/);
    assert.match(call, /If-None-Match\s+\*/);
    assert.match(call, /Bearer ••••••/);
    assert.match(call, /targetDedicatedNodes/);
    assert.equal(await page.locator("#type-name").count(), 0, "nothing would be overwritten");
    await axe(page);
    await shot(page, "submit-call");
  });

  test("sent: watched until all nodes are there, with the curve as a drawing and as a table", async () => {
    await page.locator("#send").click();
    await allocation(page, "Resizing");
    assert.equal(await focused(page).then((what) => what.split(" ")[0]), "section#watch.block", "the focus follows");
    await axe(page);
    await shot(page, "submit-watch");
    await fastest(page);
    await allocation(page, "Steady");
    await page.locator("#ended").waitFor();
    assert.match(await text(page, "#ended"), /All nodes are there/);
    assert.match(await text(page, "#watch .figures"), /240\s+of 240/);
    assert.match(await page.locator("#watch .chart .for-wide title").textContent(), /240 of 240/);
    await page.locator("label:has(#as-table)").click();
    await page.locator(".as-table").waitFor();
    const rows = await page.locator(".as-table tbody tr").count();
    assert(rows >= 2, `the table has ${rows} rows`);
    assert.equal(await page.locator(".chart").isVisible(), false);
    await page.locator("label:has(#as-chart)").click();
    await axe(page);
    await shot(page, "submit-steady");
  });

  test("looked at again, it is there: update or replace, and only by its name", async () => {
    await page.locator("#look-again").click();
    await page.locator("#send").waitFor();
    const call = await text(page, "#call");
    assert.match(call, /A pool of this name: Steady, 240/);
    assert.match(call, /ETag/);
    assert.match(call, /The pool is as the plan says/);
    await page.locator("#send").click();
    assert.match(await text(page, "#not-sent"), /already as the plan says/);
    await page.locator("input[name=way][value=Replace]").check();
    assert.match(await text(page, "#call"), /If-Match/);
    await page.locator("#send").click();
    assert.match(await text(page, "#not-sent"), /not the name of the pool/);
    assert.equal(await focused(page).then((what) => what.split(/[. ]/)[0]), "input#type-name");
    await axe(page);
    await shot(page, "submit-replace");
  });

  test("a changed plan: the call is stale until one looks again; then the difference is told", async () => {
    await visit(page, "#/plan/text/submit");
    const changed = (await page.locator("#plan-text").inputValue()).replace('"targetDedicatedNodes": 240', '"targetDedicatedNodes": 250');
    await page.locator("#plan-text").fill(changed);
    await page.locator("#call .notice button").click();
    await page.waitForFunction(() => /now\s+plan/.test(document.querySelector("#call .compared")?.innerText ?? ""));
    const differences = await page.locator("#call .compared tbody tr").evaluateAll((all) => all.map((row) => row.innerText));
    assert.equal(differences.length, 1, differences.join("\n"));
    assert.match(differences[0], /240[\s\S]*250/);
    assert.match(await text(page, "#call"), /PATCH/);
    await page.locator("#type-name").fill("render-2026-11");
    await page.locator("#send").click();
    await page.waitForFunction(() => /250/.test(document.querySelector("#watch .figures")?.innerText ?? ""), undefined, { timeout: LONG });
    await allocation(page, "Steady");
  });

  test("deleted by its name only", async () => {
    await page.locator("#delete").click();
    await page.locator("#delete-it").click();
    assert.match(await text(page, "#delete-wrong"), /not the pool/);
    await axe(page);
    await page.locator("#delete-name").fill("render-2026-11");
    await page.locator("#delete-it").click();
    await page.waitForFunction(() => /pool is gone/.test(document.querySelector("#told")?.innerText ?? ""), undefined, { timeout: LONG });
    await axe(page);
    calm(page);
  });
});

describe("a resize that comes short", () => {
  let app, page;
  // Too few minutes for so many nodes.
  const many = gallery
    .replace('"targetDedicatedNodes": 240', '"targetDedicatedNodes": 480')
    .replace('"resizeTimeout": "PT30M"', '"resizeTimeout": "PT5M"');
  before(async () => ({ app, page } = await open(many)));
  after(() => app.close());

  test("the error is explained with its remedy, and the next resize is shown before it is sent", async () => {
    await fastest(page);
    await create(page);
    await page.locator("#next").waitFor({ timeout: LONG });
    const ended = await text(page, "#ended");
    assert.match(ended, /\d+\snodes? missing/);
    assert.match(ended, /AllocationTimed[Oo]ut/);
    assert.match(ended, /The pool keeps its/);
    assert(await page.locator("#ended .chip").count(), "the sources stand there");
    const next = await text(page, "#next");
    assert.match(next, /PATCH/);
    assert.match(next, /If-Match/);
    assert.match(next, /resizeTimeout/);
    await axe(page);
    await shot(page, "submit-short");
    await page.locator("#again-minutes").fill("45");
    assert.match(await text(page, "#next .code"), /PT45M/);
  });

  test("sent, it goes on from there, and can be stopped", async () => {
    await page.locator("#speed").selectOption("60");
    await page.locator("#resize-again").click();
    await allocation(page, "Resizing");
    await page.locator("#stop-resize").click();
    await allocation(page, "Steady");
    assert.match(await text(page, "#ended"), /\d+\snodes? missing/);
    calm(page);
  });
});

describe("the live checks", () => {
  let app, page;
  before(async () => ({ app, page } = await open(gallery)));
  after(() => app.close());

  test("each shows what it sends before it is sent", async () => {
    await page.locator("#check-account summary").click();
    assert.match(await text(page, "#check-account"), /GET[\s\S]*renderweu/);
    assert.match(await text(page, "#check-account"), /waiting/);
  });

  test("what they read goes into the plan as one step, and back", async () => {
    const before = await planText(page);
    await visit(page, "#/plan/text/submit");
    await page.locator("#run-checks").click();
    await page.locator("#take-all").waitFor({ timeout: LONG });
    await page.waitForFunction(() => document.querySelector("#run-checks")?.textContent === "Run again", undefined, { timeout: LONG });
    await axe(page);
    await shot(page, "submit-checks");
    await page.locator("#take-all").click();
    await settled(page);
    assert.match(await page.locator("#plan-text").inputValue(), /"readings"/);
    assert.equal(await page.locator("#take-all").count(), 0);
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await settled(page);
    assert.equal(await page.locator("#plan-text").inputValue(), before);
    calm(page);
  });
});

describe("a plan that is refused", () => {
  test("what the service said is led back to the field, and nothing is lost", async () => {
    const { app, page } = await open(gallery.replace('"nodeFillType": "Pack"', '"nodeFillType": "Packed"'));
    await look(page);
    assert.match(await text(page, "#call .notice"), /1\serror/);
    await page.locator("#send").click();
    await page.locator("#told").waitFor();
    const told = await text(page, "#told");
    assert.match(told, /nodeFillType/);
    assert.match(told, /everything you typed are as they were/);
    assert(await page.locator("#told .flush button").count(), "a way to the field");
    await axe(page);
    await shot(page, "submit-refused");
    assert.match(await planText(page), /Packed/);
    await app.close();
  });
});

describe("languages, keys and widths", () => {
  for (const [language, locale, steady] of [["fr", "fr-FR", "Stable"], ["it", "it-IT", "Stabile"]]) {
    test(`${language} at 360 px in the dark`, async () => {
      const { app, page } = await open(gallery, { locale, viewport: { width: 360, height: 780 }, colorScheme: "dark" });
      await fastest(page);
      await create(page);
      await allocation(page, steady);
      await axe(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false, "nothing lies beside the page");
      await shot(page, `submit-${language}-360`);
      calm(page);
      await app.close();
    });
  }

  test("by keys alone", async () => {
    const { app, page } = await open(gallery);
    await fastest(page);
    await page.locator("#look").focus();
    await page.keyboard.press("Enter");
    await page.locator("#send").waitFor();
    assert.match(await focused(page), /^section#call/);
    await page.locator("#send").focus();
    await page.keyboard.press("Enter");
    await allocation(page, "Steady");
    assert.match(await focused(page), /^section#watch/);
    await app.close();
  });
});
