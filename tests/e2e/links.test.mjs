// Everything worth pointing at has an address; the browser's buttons know the way.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { calm, launch, planText, settled, shot, until, visit } from "./harness.mjs";

const managed = await readFile(new URL("../../src/examples/managed.jsonc", import.meta.url), "utf8");

/** Whether something stands within what the window shows. */
const inView = (element) => {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
};

describe("a link from outside", () => {
  let app;
  before(async () => (app = await launch({ draft: managed })));
  after(() => app.close());

  const leads = (fragment, what, check) =>
    test(`${fragment} leads to ${what}`, async () => {
      const page = await app.open(fragment);
      await settled(page);
      await check(page);
      calm(page);
      await page.close();
    });

  leads("#/plan/form", "the form", async (page) => assert(await page.locator("#f-target-cloud").isVisible()));
  leads("#/plan/text", "the text", async (page) => assert(await page.locator("#plan-text").isVisible()));
  leads("#/plan/text/findings/AB0101", "that finding", async (page) => {
    await until(page, () => document.querySelector("#finding-AB0101[aria-current]"));
    assert(await page.locator("#finding-AB0101").evaluate(inView));
    assert.match(await page.title(), /^Plan/);
  });
  leads("#/plan/form/findings/AB0217", "a piece of advice far down, which unfolds", async (page) => {
    await until(page, () => document.querySelector("#finding-AB0217[aria-current] details[open]"));
    await settled(page);
    assert(await page.locator("#finding-AB0217 .why").evaluate(inView));
  });
  leads("#/plan/form/findings/AB9999", "the list, where no such finding is", async (page) => {
    assert((await page.locator("#findings .finding").count()) > 5);
  });
  leads("#/plan/form/request/curl", "that form of the request", async (page) => {
    assert.match(await page.locator("#request .code").innerText(), /curl/);
  });
  leads("#/plan/form/code/csharp-legacy", "that library", async (page) => {
    assert.match(await page.locator("#code .code").innerText(), /CreatePool|CloudPool/);
  });
  leads("#/plan/form/code/cobol", "the first library, where there is none of that name", async (page) => {
    assert.match(await page.locator("#code .code").innerText(), /\w/);
  });
  leads("#/rules", "the catalogue", async (page) => {
    assert((await page.locator(".pane-a li a.item").count()) > 50);
    assert.match(await page.locator(".pane-b").innerText(), /Choose a rule/);
    assert.match(await page.title(), /^Rules/);
  });
  leads("#/rules/AB0117", "that rule", async (page) => {
    assert.match(await page.locator("#rule-heading").innerText(), /AB0117/);
    assert.match(await page.locator("#rule-title").innerText(), /managed image/);
    assert(await page.locator(".pane-a [aria-current]").evaluate(inView), "the list shows where it stands");
  });
  leads("#/rules/ab0117", "that rule, in small letters", async (page) => {
    assert.match(await page.locator("#rule-title").innerText(), /managed image/);
  });
  leads("#/rules/AB9999", "word that there is no such rule", async (page) => {
    assert.match(await page.locator(".pane-b").innerText(), /There is no rule AB9999/);
  });
  leads("#/nonsense/of/any/kind", "the plan", async (page) => assert(await page.locator("#f-target-cloud").isVisible()));
  leads("#///", "the plan", async (page) => assert(await page.locator("#f-target-cloud").isVisible()));
  leads("#/rules/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "no harm", async (page) => {
    assert.equal(await page.locator(".pane-b img").count(), 0);
    assert.match(await page.locator(".pane-b").innerText(), /There is no rule/);
  });
});

describe("within the page", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: managed });
    page = await app.open("#/plan/form");
  });
  after(() => app.close());

  test("the back and forward buttons know the way", async () => {
    await page.getByRole("link", { name: "Request" }).click();
    await page.getByRole("link", { name: "Rules", exact: true }).click();
    await page.locator(".pane-a li a.item").nth(3).click();
    await settled(page);
    const rule = await page.locator("#rule-heading").innerText();
    await page.goBack();
    await until(page, () => /Choose a rule/.test(document.querySelector(".pane-b").textContent));
    await page.goBack();
    await until(page, () => document.getElementById("request"));
    await page.goBack();
    await until(page, () => document.getElementById("findings"));
    for (let step = 0; step < 3; step += 1) await page.goForward();
    await until(page, (id) => document.getElementById("rule-heading")?.textContent === id, rule);
  });

  test("a finding leads to its rule, and the rule back to the finding", async () => {
    await visit(page, "#/plan/form");
    await page.locator("#finding-AB0101 a.id").click();
    await until(page, () => document.getElementById("rule-heading")?.textContent.includes("AB0101"));
    await page.locator(".facts a").click();
    await until(page, () => document.querySelector("#finding-AB0101[aria-current]"));
    await settled(page);
    assert(await page.locator("#finding-AB0101").evaluate(inView));
  });

  test("a count leads to its findings from every view", async () => {
    for (const from of ["#/plan/form", "#/plan/text/request/arm", "#/rules/AB0117"]) {
      await visit(page, from);
      await page.locator("#verdict-line .counts a").nth(1).click();
      await until(page, () => document.activeElement.id === "group-warning").catch(() => assert.fail(`the focus did not come from ${from}`));
    }
  });

  test("every source opens a new tab of Microsoft’s, and sends no referrer", async () => {
    await visit(page, "#/plan/form");
    const links = await page.locator("#findings a.chip").evaluateAll((all) => all.map((link) => ({ href: link.href, rel: link.rel, target: link.target })));
    assert(links.length > 10);
    for (const { href, rel, target } of links) {
      assert.match(href, /^https:\/\/(learn\.microsoft\.com|github\.com|azure\.microsoft\.com|pypi\.org|[\w.]+\.nuget\.org|raw\.githubusercontent\.com)\//);
      assert.match(rel, /noreferrer/);
      assert.equal(target, "_blank");
    }
  });

  test("rules are found by id, name, field and word, in capitals or not", async () => {
    await visit(page, "#/rules");
    const search = page.locator("#rule-search");
    for (const [words, id] of [["AB0117", "AB0117"], ["too-many-dedicated", "AB0117"], ["resizeTimeout", "AB0205"], ["QUOTA", "AB0223"], ["  managed   dedicated ", "AB0117"]]) {
      await search.fill(words);
      await until(page, (wanted) => [...document.querySelectorAll(".pane-a li:not([hidden]) .id")].some((found) => found.textContent === wanted), id);
    }
    await search.fill("zyzzyva");
    await page.getByRole("button", { name: "Clear the search" }).click();
    await until(page, () => document.querySelectorAll(".pane-a li:not([hidden]) a.item").length > 50);
    assert.equal(await search.inputValue(), "");
  });

  test("the catalogue can be narrowed to what this plan breaks", async () => {
    await visit(page, "#/rules");
    await page.getByLabel("Only those of this plan").check();
    await settled(page);
    const shown = await page.locator(".pane-a li:not([hidden]) .id").allInnerTexts();
    await visit(page, "#/plan/form");
    const broken = await page.locator("#findings .finding").evaluateAll((all) => all.map((one) => /AB\d+/.exec(one.id)[0]));
    assert.deepEqual([...shown].sort(), [...new Set(broken)].sort());
  });

  test("a rule’s example opens in the plan, and can be undone", async () => {
    await visit(page, "#/rules/AB0117");
    await page.getByRole("button", { name: "Open in the plan" }).first().click();
    await until(page, () => document.querySelector("#finding-AB0117[aria-current]"));
    assert.notEqual(await planText(page), managed);
    await page.keyboard.press("Control+z");
    assert.equal(await planText(page), managed);
    calm(page);
  });
});

describe("on a phone", () => {
  let app;
  before(async () => (app = await launch({ draft: managed, context: { viewport: { width: 360, height: 740 } } })));
  after(() => app.close());

  test("a link to a finding shows the verdict; without one the plan is shown", async () => {
    const page = await app.open("#/plan/form/findings/AB0101");
    await settled(page);
    await until(page, () => {
      const { top, bottom } = document.getElementById("finding-AB0101").getBoundingClientRect();
      return bottom > 60 && top < innerHeight - 56;
    });
    await shot(page, "links-phone-finding");
    await page.locator("label:has(#show-a)").click();
    assert(await page.locator("#f-target-cloud").isVisible());
    await page.close();
    const other = await app.open("");
    assert(await other.locator("#f-target-cloud").isVisible());
    await other.close();
  });

  test("a link to a rule shows the rule; the catalogue is one tap away", async () => {
    const page = await app.open("#/rules/AB0117");
    await settled(page);
    assert(await page.locator("#rule-title").isVisible());
    await page.locator("label:has(#show-a)").click();
    assert(await page.locator("#rule-search").isVisible());
    await page.locator(".pane-a li a.item", { hasText: "AB0101" }).click();
    await until(page, () => document.getElementById("rule-heading").textContent.includes("AB0101"));
    assert(await page.locator("#rule-title").isVisible(), "the chosen rule is shown, not the list");
    await page.close();
  });

  test("“Go to field” leads from the verdict to the field", async () => {
    const page = await app.open("#/plan/form/findings/AB0112");
    await settled(page);
    await page.locator("#finding-AB0112").getByRole("button", { name: "Go to field" }).click();
    await until(page, () => document.activeElement.closest("#f-target-authentication"));
    assert(await page.locator("#f-target-authentication").evaluate(inView));
    calm(page);
    await page.close();
  });
});
