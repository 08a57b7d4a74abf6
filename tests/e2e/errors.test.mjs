// The Errors room: what somebody pastes is explained, with what this plan has to do with it; the dictionary can be browsed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { axe, calm, focused, launch, planText, settled, shot, until, visit } from "./harness.mjs";

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
const said = (name) => read(`tests/fixtures/errors/${name}.txt`);
const managed = await read("src/examples/managed.jsonc");

/** A plan that makes the mistake of ER04. */
const plan = `{
  "target": { "poolName": "render", "apiVersion": "2025-06-01" },
  "pool": { "properties": {
    "vmSize": "STANDARD_D4S_V5",
    "deploymentConfiguration": { "virtualMachineConfiguration": {
      "imageReference": {
        "id": "/subscriptions/6f1c0f6e-3b0a-4a57-9d0e-2f5a9c1b7e44/resourceGroups/rg/providers/Microsoft.Compute/galleries/g/images/i/versions/1.4.0",
        "version": "latest"
      },
      "nodeAgentSkuId": "batch.node.ubuntu 24.04"
    } },
    "scaleSettings": { "fixedScale": { "targetDedicatedNodes": 2400, "resizeTimeout": "PT15M" } }
  } }
}
`;

const titles = (page) => page.locator("#explained h3").allInnerTexts();
const given = async (page, text) => {
  await page.locator("#error-text").fill(text);
  await settled(page);
};

describe("an answer of Azure", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: plan });
    page = await app.open("#/errors");
  });
  after(() => app.close());

  test("nothing given: an invitation, and every known error with an address", async () => {
    assert.match(await page.title(), /^Errors/);
    assert.match(await page.locator("#explained").innerText(), /Paste an error/);
    const links = await page.locator(".pane-a li a.item").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert(links.length > 50);
    assert.equal(new Set(links).size, links.length);
    for (const link of links) assert.match(link, /^#\/errors\/ER\d\d$/);
  });

  test("is explained, with the field of this plan, its value, and a fix that can be undone", async () => {
    await given(page, await said("ER04.arm"));
    assert.deepEqual(await titles(page), ["An image id beside a version"]);
    assert.match(await page.locator("#error-told").innerText(), /^1.explanation$/);
    const text = await page.locator("#explained").innerText();
    assert.match(text, /InvalidPropertyValue/);
    assert.match(text, /from the plan alone/);
    assert.match(text, /Specified property version can only have a value/);
    assert.match(text, /imageReference\/version/);
    assert.equal(await page.locator("#explained .item code.value").first().innerText(), "latest");
    const before = await page.evaluate(() => localStorage.getItem("draft"));
    await page.locator("#explained .button.fix").click();
    await until(page, () => !document.querySelector("#explained .button.fix"));
    assert.match(await page.locator("#verdict-line .done").innerText(), /done/);
    assert.equal(await page.locator("#explained .item code.value").count(), 1, "the version is gone, the id is left");
    assert.notEqual(await focused(page), "body", "the focus is not lost");
    await page.locator(".topbar .tools button").first().click();
    await until(page, () => document.querySelector("#explained .button.fix"));
    await visit(page, "#/plan/text");
    assert.equal(await planText(page), before);
    await visit(page, "#/errors");
  });

  test("leads to the field, to the text, to its rules and its sources", async () => {
    await given(page, await said("ER11.portal"));
    await page.getByRole("button", { name: /Go to field.*time-out/i }).click();
    await until(page, () => document.activeElement.closest("[id$=resizeTimeout]"));
    await visit(page, "#/errors");
    const rule = page.locator("#explained a[href='#/rules/AB0122']").last();
    await rule.click();
    await until(page, () => document.getElementById("rule-heading")?.textContent === "AB0122");
    await page.goBack();
    await until(page, () => document.querySelector("#explained .sources a"));
    const links = await page.locator("#explained .sources a").evaluateAll((all) => all.map(({ href, rel, target }) => ({ href, rel, target })));
    assert(links.length > 2);
    for (const { href, rel, target } of links) {
      assert.match(href, /^https:\/\/(learn\.microsoft\.com|github\.com)\/.+\/.+/);
      assert.match(rel, /noreferrer/);
      assert.equal(target, "_blank");
    }
    assert((await page.locator("#explained .sources time").count()) === links.length);
    calm(page);
  });

  test("with several possible causes is quoted once, with what told it", async () => {
    await given(page, await said("ER43-ER06-ER07.terraform"));
    assert.equal((await titles(page)).length, 3);
    assert.equal(await page.locator("#explained .quoted").count(), 1);
    assert.match(await page.locator("#explained .quoted mark").innerText(), /InvalidPropertyValue/);
    assert.match(await page.locator("#explained").innerText(), /One of several possible causes/);
  });

  test("that is not known is shown as it was read", async () => {
    await given(page, await said("unknown.code"));
    assert.deepEqual(await titles(page), ["This error is not in the dictionary"]);
    const text = await page.locator("#explained").innerText();
    for (const part of [/SomethingQuiteNew/, /could not be turned around/, /It is facing the wall/]) assert.match(text, part);
    assert.match(await page.locator("#error-told").innerText(), /^1.unknown error$/);
  });

  test("that is hostile is text and nothing else", async () => {
    const hostile = `"><img src=x onerror="window.hit=1"><script>window.hit=1</script>\u202e`;
    await given(page, JSON.stringify({ error: { code: hostile, message: hostile, details: [{ code: "PropertyName", message: hostile }] } }));
    assert.equal(await page.locator("main img, body script:not([src])").count(), 0);
    assert.equal(await page.evaluate(() => window.hit), undefined);
    await given(page, "{".repeat(300_000));
    assert.equal((await titles(page)).length, 1);
    calm(page);
  });

  test("stays while one changes rooms and language, and is kept nowhere", async () => {
    const text = await said("ER13.portal");
    await given(page, text);
    await visit(page, "#/plan/form");
    await visit(page, "#/errors");
    assert.equal(await page.locator("#error-text").inputValue(), text);
    await page.locator("#language").selectOption("fr");
    await until(page, () => document.documentElement.lang === "fr" && document.querySelector("#explained h3")?.textContent.includes("quota"));
    assert.equal(await page.locator("#error-text").inputValue(), text);
    await page.locator("#language").selectOption("en");
    await until(page, () => document.documentElement.lang === "en");
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }) + location.href + document.cookie);
    assert(!kept.includes("AccountCoreQuotaReached"));
    await page.locator("#error-clear").click();
    assert.equal(await page.locator("#error-text").inputValue(), "");
    assert.match(await focused(page), /#error-text/);
    assert.match(await page.locator("#explained").innerText(), /Paste an error/);
    calm(page);
  });

  test("a text that is typed takes the place of an open entry, and the caret stays", async () => {
    await visit(page, "#/errors/ER07");
    await page.locator("#error-text").focus();
    await page.keyboard.type("PoolBeingResized");
    await until(page, () => document.querySelector("#explained h3")?.textContent === "A resize is still running");
    assert.equal(new URL(page.url()).hash, "#/errors");
    assert.equal(await page.locator("#error-text").inputValue(), "PoolBeingResized");
    assert.match(await focused(page), /#error-text/);
    await given(page, "");
  });
});

describe("the dictionary", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: managed });
    page = await app.open("#/errors");
  });
  after(() => app.close());

  test("every entry opens by its address, in any letter case, with all its parts", async () => {
    const links = await page.locator(".pane-a li a.item").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const link of links) {
      await visit(page, link);
      await until(page, (id) => document.getElementById("explained-heading").textContent === id, link.slice(-4));
      const seen = await page.locator("#explained").evaluate((body) => ({
        title: body.querySelector("h3").textContent,
        blocks: body.querySelectorAll(".block").length,
        sources: body.querySelectorAll(".sources time[datetime]").length,
        missing: body.textContent.includes("⟦"),
      }));
      assert(seen.title.length > 10 && seen.blocks >= 3 && seen.sources >= 1 && !seen.missing, `${link}: ${JSON.stringify(seen)}`);
    }
    await visit(page, "#/errors/er07");
    await until(page, () => document.getElementById("explained-heading").textContent === "ER07");
    assert.equal(await page.locator(".pane-a [aria-current]").getAttribute("id"), "error-ER07");
  });

  test("an address of no entry says so, and does no harm", async () => {
    await visit(page, "#/errors/ER99");
    assert.match(await page.locator("#explained").innerText(), /no error ER99/);
    await visit(page, "#/errors/%3Cimg%20src%3Dx%3E");
    assert.equal(await page.locator(".pane-b img").count(), 0);
  });

  test("is searched by code, words, field and id", async () => {
    await visit(page, "#/errors");
    const search = page.locator("#error-search");
    for (const [words, id] of [["AccountCoreQuota", "ER13"], ["hypervisor", "ER08"], ["subnetId", "ER44"], ["er26", "ER26"], ["REPLICA  region", "ER15"]]) {
      await search.fill(words);
      await until(page, (id) => document.getElementById(`error-${id}`), id);
      assert((await page.locator(".pane-a li a.item").count()) < 40, words);
    }
    await search.fill("zyzzyva");
    await until(page, () => !document.querySelector(".pane-a li a.item"));
    assert.match(await page.locator(".pane-a").innerText(), /No known error matches/);
    await search.fill("");
    calm(page);
  });

  test("is worked by keyboard: list, entry, and on to its rule", async () => {
    await visit(page, "#/errors");
    await page.locator("#error-search").focus();
    await page.keyboard.press("Tab");
    assert.match(await focused(page), /#error-ER01/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await until(page, () => document.getElementById("explained-heading").textContent === "ER02");
    assert.match(await focused(page), /#error-ER02/, "the list keeps the focus");
  });
});

describe("on a phone", () => {
  let app;
  before(async () => (app = await launch({ draft: plan, context: { viewport: { width: 360, height: 740 } } })));
  after(() => app.close());

  test("the text comes first; its explanation is one tap away, from its beginning", async () => {
    const page = await app.open("#/errors");
    await given(page, await said("ER04.arm"));
    await page.getByRole("button", { name: "Show the explanation" }).click();
    await settled(page);
    await until(page, () => {
      const { top } = document.querySelector("#explained h3").getBoundingClientRect();
      return top > 0 && top < innerHeight - 56;
    });
    await shot(page, "errors-phone-explained");
    await page.locator("label:has(#show-a)").click();
    assert(await page.locator("#error-text").isVisible());
    await page.close();
  });

  test("a link to an entry shows the entry", async () => {
    const page = await app.open("#/errors/ER07");
    await settled(page);
    assert(await page.locator("#explained h3").isVisible());
    await page.getByRole("button", { name: /Go to field.*VM size/i }).click();
    await until(page, () => document.activeElement.closest("[id$=vmSize]"));
    calm(page);
    await page.close();
  });
});

/** What is wider than the window or than its pane. */
const overflowing = () => {
  const wide = [];
  if (document.documentElement.scrollWidth > innerWidth) wide.push(`the page: ${document.documentElement.scrollWidth}`);
  for (const body of document.querySelectorAll(".pane > .body")) {
    if (body.clientWidth > 0 && body.scrollWidth > body.clientWidth) wide.push(`${body.id}: ${body.scrollWidth} > ${body.clientWidth}`);
  }
  return wide;
};

const CASES = [
  ["en", "en-GB", "light", 1440], ["fr", "fr-FR", "dark", 1440], ["it", "it-IT", "light", 1024],
  ["en", "en-GB", "dark", 360], ["fr", "fr-FR", "light", 360], ["it", "it-IT", "dark", 360], ["it", "it-IT", "light", 320],
];
for (const [language, locale, colorScheme, width] of CASES) {
  test(`${language}, ${colorScheme}, ${width}: every state fits, and axe finds nothing`, async () => {
    const context = { locale, colorScheme, viewport: { width, height: 800 } };
    const app = await launch({ draft: plan, context });
    const page = await app.open("#/errors");
    const wrong = [];
    const look = async (name, pane) => {
      const label = page.locator(`label:has(#show-${pane})`);
      if (await label.isVisible()) await label.click();
      await settled(page);
      await shot(page, `errors-${language}-${colorScheme}-${width}-${name}`);
      wrong.push(...(await page.evaluate(overflowing)).map((fault) => `${name}: ${fault}`));
      wrong.push(...(await axe(page).then(() => [], (error) => error.actual ?? [error.message])).map((fault) => `${name}: ${fault}`));
    };
    await look("empty", "a");
    await look("invited", "b");
    for (const name of ["ER04.arm", "ER11.pool", "ER43-ER06-ER07.terraform", "unknown.code", "ER13-ER11.list"]) {
      if (await page.locator("label:has(#show-a)").isVisible()) await page.locator("label:has(#show-a)").click();
      await given(page, await said(name));
      await look(`${name}-text`, "a");
      await look(name, "b");
    }
    await visit(page, "#/errors/ER25");
    await look("ER25", "b");
    await visit(page, "#/errors/ER99");
    await look("ER99", "b");
    assert.deepEqual(wrong, []);
    calm(page);
    await app.close();
  });
}

test("forced colours and 200 % zoom: the mark in the quoted text is seen, and all fits", async () => {
  const context = { forcedColors: "active", viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 };
  const app = await launch({ draft: plan, context });
  const page = await app.open("#/errors");
  await page.locator("#error-text").fill(await said("ER22.sentence"));
  await page.locator("label:has(#show-b)").click();
  await settled(page);
  assert.equal(await page.locator("#explained .quoted mark").innerText(), "network security group priority must be between");
  await shot(page, "errors-forced-colours");
  assert.deepEqual(await page.evaluate(overflowing), []);
  await app.close();
});
