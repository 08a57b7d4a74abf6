// The practice cloud of the Submit pane: the default place, its clock, what can be broken, and how a run survives a reload.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { axe, calm, launch, planText, settled, shot, until, untilOffline, untilReady, visit } from "./harness.mjs";

const gallery = await readFile(new URL("../../src/examples/gallery.jsonc", import.meta.url), "utf8");

/** Nodes come within so many milliseconds at ×600. */
const LONG = 60_000;

const open = async (draft = gallery, context) => {
  const app = await launch({ draft, context });
  const page = await app.open("#/plan/form/submit");
  await page.locator("#practice").waitFor();
  return { app, page };
};
const text = (page, where) => page.locator(where).innerText();
const time = async (page) => {
  const [, hours, minutes, seconds] = /(\d\d):(\d\d):(\d\d)/.exec(await text(page, "#practice-time"));
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
};
/** Seconds from one time of day to a later one. */
const between = (from, to) => (to - from + 86_400) % 86_400;
const create = async (page) => {
  await page.locator("#look").click();
  await page.locator("#send").click();
  await page.locator("#watch").waitFor();
};
const allocation = (page, says) =>
  page.waitForFunction((says) => document.querySelector("#allocation")?.textContent === says, says, { timeout: LONG });
const pauses = (page) => page.locator("#practice-pause").click();

describe("the practice cloud", () => {
  let app, page;
  before(async () => ({ app, page } = await open()));
  after(() => app.close());

  test("is where calls go unless somebody chooses Azure, and says that it is a model", async () => {
    assert(await page.locator("#to-practice").isChecked());
    assert.equal(await page.locator("#token").count(), 0, "it asks for a token");
    assert.match(await text(page, "#practice"), /simulation[\s\S]*model/);
    assert(page.requests.every((url) => url.startsWith(app.url)));
    await axe(page);
    await shot(page, "practice-begin");
  });

  test("its clock stops, steps and runs as fast as chosen", async () => {
    await pauses(page);
    await settled(page);
    const stopped = await time(page);
    await page.waitForTimeout(1_200);
    assert.equal(await time(page), stopped, "it runs on");
    await page.locator("#practice-step").click();
    await settled(page);
    assert.equal(between(stopped, await time(page)), 60);
    await page.locator("#speed").selectOption("600");
    await pauses(page);
    await page.waitForTimeout(1_500);
    assert(between(stopped, await time(page)) > 360, "ten minutes a second are more than this");
  });

  test("a pool is created and grows; a reload on the way loses nothing, and goes on when asked", async () => {
    await page.locator("#speed").selectOption("10");
    await create(page);
    await allocation(page, "Resizing");
    await page.reload();
    await untilReady(page);
    await page.locator("#earlier").waitFor();
    assert.match(await text(page, "#earlier"), /render-2026-11[\s\S]*Practice cloud/);
    assert.equal(await page.locator("#speed").inputValue(), "10");
    await axe(page);
    await shot(page, "practice-earlier");
    await page.locator("#earlier-go-on").click();
    await page.locator("#watch").waitFor();
    assert.equal(await page.locator("#earlier").count(), 0);
    await page.locator("#speed").selectOption("600");
    await allocation(page, "Steady");
    assert.match(await text(page, "#watch .figures"), /240\s+of 240/);
  });

  test("what it answered is listed, without bodies", async () => {
    const calls = await text(page, "#calls");
    assert.match(calls, /GET/);
    assert(!/vmSize|Bearer/.test(calls));
    await shot(page, "practice-calls");
    await page.locator("#calls-clear").click();
    await until(page, () => !document.querySelector("#calls"));
  });

  test("things are broken and mended, with what that means", async () => {
    const row = (name) => page.locator("#practice li", { hasText: name });
    const image = page.locator("#break-image-deleted");
    await image.click();
    await until(page, () => document.querySelector("#break-image-deleted")?.getAttribute("aria-pressed") === "true");
    // The row is made anew; the focus comes back after the next paint.
    await until(page, () => document.activeElement.id === "break-image-deleted");
    assert((await row(/image/i).first().innerText()).length > 40, "it says nothing of what it means");
    await axe(page);
    await shot(page, "practice-broken");
    await image.click();
    await until(page, () => document.querySelector("#break-image-deleted")?.getAttribute("aria-pressed") === "false");
    calm(page);
  });

  test("begun anew, there is no pool; what was kept is gone", async () => {
    await page.locator("#practice-seed").fill("not a number");
    assert(await page.locator("#practice-anew").isDisabled());
    await page.locator("#practice-seed").fill("7");
    await page.locator("#practice-anew").click();
    await page.locator("#look").click();
    await page.locator("#send").waitFor();
    assert.match(await text(page, "#call"), /no pool of this name/);
    assert.equal(await page.evaluate(() => localStorage.getItem("submission")), null);
    assert.equal(await page.evaluate(() => JSON.parse(localStorage.getItem("practice")).seed), 7);
    calm(page);
  });
});

describe("a plan without a target", () => {
  test("takes the practice account, as edits that can be undone", async () => {
    const { app, page } = await open('{ "pool": { "properties": { "vmSize": "STANDARD_D4S_V5" } } }');
    await page.locator("#take-account").click();
    await until(page, () => !document.querySelector("#take-account"));
    const plan = JSON.parse(await planText(page));
    assert.equal(plan.target.accountName, "practicebatch");
    assert(plan.target.poolName.length > 0 && plan.target.subscriptionId.length > 0);
    calm(page);
    await app.close();
  });
});

describe("the practice cloud and the page", () => {
  test("work without a network", async () => {
    const { app, page } = await open();
    await untilOffline(page);
    await app.context.setOffline(true);
    await page.reload();
    await untilReady(page);
    await page.locator("#speed").selectOption("600");
    await create(page);
    await allocation(page, "Steady");
    await app.close();
  });

  test("stand still while the page is hidden", async () => {
    const { app, page } = await open();
    const hide = (hidden) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await page.locator("#speed").selectOption("600");
    const before = await time(page);
    await hide(true);
    await page.waitForTimeout(1_500);
    await hide(false);
    await page.waitForTimeout(1_100);
    assert(between(before, await time(page)) < 1_500, "time went on behind the reader's back");
    await app.close();
  });

  test("speak three languages, dark and narrow", async () => {
    const { app, page } = await open();
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    for (const [language, title, says] of [["fr", "Entraînement", /modèle/], ["it", "Esercitazione", /modello/], ["en", "Practice", /model/]]) {
      await page.locator("#language").selectOption(language);
      await until(page, (title) => document.querySelector("#s-practice")?.textContent === title, title);
      assert.match(await text(page, "#practice"), says);
      await axe(page);
      await shot(page, `practice-${language}`);
    }
    await page.setViewportSize({ width: 360, height: 780 });
    await settled(page);
    await axe(page);
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it is wider than the window");
    await shot(page, "practice-narrow", { fullPage: true });
    await visit(page, "#/plan/form/submit");
    calm(page);
    await app.close();
  });
});
