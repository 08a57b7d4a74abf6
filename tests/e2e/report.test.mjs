// The findings as a report: it says what the list says, follows plan and language, can be copied, kept and printed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { axe, calm, launch, reported, settled, shot, startFrom, until, visit } from "./harness.mjs";

const managed = await readFile(new URL("../../src/examples/managed.jsonc", import.meta.url), "utf8");

describe("the report", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: managed, context: { permissions: ["clipboard-read", "clipboard-write"], acceptDownloads: true } });
    page = await app.open("#/plan/form/report");
    await settled(page);
  });
  after(() => app.close());

  const headings = () => page.locator(".report h3").evaluateAll((all) => all.map((one) => /^AB\d+/.exec(one.textContent)[0]));

  test("says what the list says, with reasons and pages", async () => {
    const told = await headings();
    assert(told.length > 10);
    assert.match(await page.locator(".report").innerText(), /read 21\sNovember\s2026: \S/);
    await visit(page, "#/plan/form");
    assert.deepEqual(told.sort(), (await reported(page)).sort());
    await visit(page, "#/plan/form/report");
  });

  test("breaks nothing of accessibility, in both themes and narrow", async () => {
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await settled(page);
      await axe(page);
      await shot(page, `report-${colorScheme}`);
    }
    await page.setViewportSize({ width: 360, height: 780 });
    await axe(page);
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it is wider than the window");
    await shot(page, "report-narrow");
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test("is copied as Markdown and kept as a file that needs nothing else", async () => {
    await page.locator("#report-copy").click();
    await until(page, () => /copied/.test(document.querySelector("#verdict-line [role=status]").textContent));
    const markdown = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(markdown, /^# Findings: pool `render/);
    assert.equal(markdown.match(/^### AB/gm).length, (await headings()).length);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#report-file").click()]);
    assert.equal(download.suggestedFilename(), "findings.html");
    const html = await readFile(await download.path(), "utf8");
    assert.match(html, /^<!doctype html>/);
    assert(!/<script|<link|src=/.test(html), "it asks for something else");
    assert.equal(html.match(/<h3>AB/g).length, (await headings()).length);
  });

  test("prints alone", async () => {
    await page.emulateMedia({ media: "print" });
    for (const gone of [".topbar", ".pane-a", ".toolbar", "#verdict-line"]) {
      assert(!(await page.locator(gone).first().isVisible()), `${gone} is printed`);
    }
    assert(await page.locator(".report h1").isVisible());
    await page.emulateMedia({ media: "screen" });
  });

  test("follows the plan and the language", async () => {
    await page.locator("#language").selectOption("fr");
    await until(page, () => /^Constats\u00a0: pool/.test(document.querySelector(".report h1")?.textContent ?? ""));
    await until(page, () => /consultée le 21\snovembre\s2026\u00a0: \S/.test(document.querySelector(".report")?.textContent ?? ""));
    const before = (await headings()).length;
    await startFrom(page, 0);
    await until(page, (before) => document.querySelectorAll(".report h3").length < before, before);
    calm(page);
  });
});
