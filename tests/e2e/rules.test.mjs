// The Rules room: what is found and how it is narrowed, what a rule's page says, and that both can be used by everybody.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { axe, calm, focused, launch, planText, settled, shot, until, visit } from "./harness.mjs";

const managed = await readFile(new URL("../../src/examples/managed.jsonc", import.meta.url), "utf8");

/** The ids of the rules that are shown, in the order of the list. */
const shown = (page) => page.locator(".pane-a li:not([hidden]) .id").allInnerTexts();

/** Waits until the list shows what the count says, and gives both. */
async function counted(page) {
  await settled(page);
  const ids = await shown(page);
  const said = await page.locator(".find [role=status]").innerText();
  const [found, total] = said.match(/\d+/g).map(Number);
  assert.equal(found, ids.length, "the count says what is shown");
  return { ids, found, total };
}

const menu = (page, name) => page.getByRole("combobox", { name, exact: true });

describe("the catalogue", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: managed });
    page = await app.open("#/rules");
  });
  after(() => app.close());

  test("shows every rule once, by area, with the count of each", async () => {
    const { ids, found, total } = await counted(page);
    assert(found === total && total > 100);
    assert.equal(new Set(ids).size, total);
    const groups = await page.locator(".pane-a h3:visible").allInnerTexts();
    const sum = groups.reduce((sum, group) => sum + Number(/(\d+)\sof\s(\d+)/.exec(group)[1]), 0);
    assert.equal(sum, total);
    assert(groups.length >= 5);
  });

  test("its filters combine, and each says what it leaves", async () => {
    const all = await counted(page);
    await menu(page, "Area").selectOption("image");
    const image = await counted(page);
    assert(image.found > 10 && image.found < all.found);
    assert(image.ids.every((id) => id.startsWith("AB01")));
    assert.equal((await page.locator(".pane-a h3:visible").count()), 1);
    await menu(page, "Basis").selectOption("documented");
    const documented = await counted(page);
    assert(documented.found > 0 && documented.found < image.found);
    await page.getByRole("checkbox", { name: "Warnings", exact: true }).uncheck();
    await page.getByRole("checkbox", { name: "Advice", exact: true }).uncheck();
    const errors = await counted(page);
    assert(errors.found > 0 && errors.found < documented.found);
    assert.equal(await page.locator(".pane-a li:not([hidden]) .icon:not(.error)").count(), 0);
    await page.locator("#rule-search").fill("managed");
    const words = await counted(page);
    assert(words.found > 0 && words.found < errors.found);
    await page.getByLabel("Only those of this plan").check();
    const here = await counted(page);
    assert(here.found < words.found && here.ids.every((id) => words.ids.includes(id)));
  });

  test("what was set stays while one reads a rule, sees the plan, changes the language", async () => {
    const before = await counted(page);
    await page.locator(".pane-a li:not([hidden]) a.item").first().click();
    await page.locator("#rule-title").waitFor();
    assert.deepEqual(await counted(page), before);
    await visit(page, "#/plan/form");
    await page.locator("#f-target-cloud").waitFor();
    await visit(page, "#/rules");
    await page.locator("#rule-search").waitFor();
    assert.deepEqual(await counted(page), before);
    assert.equal(await page.locator("#rule-search").inputValue(), "managed");
    assert.equal(await menu(page, "Area").inputValue(), "image");
    await page.locator("#language").selectOption("it");
    await until(page, () => document.documentElement.lang === "it" && document.documentElement.dataset.read === "true");
    assert.equal(await menu(page, "Parte").inputValue(), "image");
    assert.equal(await page.getByRole("checkbox", { name: "Avvisi", exact: true }).isChecked(), false);
    await page.locator("#language").selectOption("en");
    await until(page, () => document.documentElement.lang === "en" && document.documentElement.dataset.read === "true");
    assert.deepEqual(await counted(page), before);
  });

  test("when nothing is found it says so, and clears everything with one press", async () => {
    await page.locator("#rule-search").fill("zyzzyva");
    const none = await counted(page);
    assert.equal(none.found, 0);
    assert.equal(await page.locator(".pane-a h3:visible").count(), 0);
    await page.getByRole("button", { name: "Clear the search" }).click();
    const { found, total } = await counted(page);
    assert.equal(found, total);
    assert.equal(await page.locator("#rule-search").inputValue(), "");
    assert.equal(await menu(page, "Area").inputValue(), "");
    assert.equal(await menu(page, "Basis").inputValue(), "");
    assert(await page.getByRole("checkbox", { name: "Warnings", exact: true }).isChecked());
    assert(!(await page.getByLabel("Only those of this plan").isChecked()));
    assert.match(await focused(page), /rule-search/, "the focus is where one goes on");
    assert(!(await page.getByRole("button", { name: "Clear the search" }).isVisible()));
  });

  test("an api-version leaves the rules that speak about it", async () => {
    const all = await counted(page);
    await menu(page, "api-versions").selectOption("2017-09-01");
    const first = await counted(page);
    await menu(page, "api-versions").selectOption("2026-08-01");
    const draft = await counted(page);
    assert(first.found < draft.found, "some rules came with later versions");
    assert(draft.ids.includes("AB0412") === all.ids.includes("AB0412"));
    const later = draft.ids.find((id) => !first.ids.includes(id));
    await visit(page, `#/rules/${later}`);
    assert.match(await page.locator(".facts").innerText(), /20\d\d-\d\d-\d\d – 20\d\d-\d\d-\d\d/);
    await menu(page, "api-versions").selectOption("");
  });

  test("typing keeps the elements of the list: they are hidden and shown", async () => {
    await page.evaluate(() => (globalThis.kept = [...document.querySelectorAll(".pane-a li")]));
    for (const words of ["m", "ma", "managed", ""]) {
      await page.locator("#rule-search").fill(words);
      await settled(page);
    }
    assert(await page.evaluate(() => {
      const now = [...document.querySelectorAll(".pane-a li")];
      return now.length === globalThis.kept.length && now.every((item, index) => item === globalThis.kept[index]);
    }));
    calm(page);
  });
});

describe("a rule", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: managed });
    page = await app.open("#/rules/ab0117");
  });
  after(() => app.close());

  test("says what it is, what that means, and where its boundary is", async () => {
    assert.equal(await page.locator("#rule-heading").innerText(), "AB0117");
    assert.equal(await page.locator(".pane-a a[aria-current]").count(), 1);
    const facts = await page.locator(".facts").innerText();
    assert.match(facts, /Error/);
    assert.match(facts, /the service refuses it/);
    assert.match(facts, /too-many-dedicated-from-managed-image/);
    const rows = await page.locator(".boundary tbody tr").allInnerTexts();
    assert.equal(rows.length, 1);
    assert.match(rows[0], /targetDedicatedNodes\s+2501\s+2000/);
    const changed = await page.locator(".pair .ln.changed").allInnerTexts();
    assert.equal(changed.length, 2, "the lines that differ are marked in both");
    assert(changed.every((line) => /targetDedicatedNodes/.test(line)));
    assert.equal(await page.locator(".pair mark").first().innerText(), "2501");
    const pair = await page.locator(".pair").innerText();
    assert(!/\/\/ (severity|path):/.test(pair), "what only the tests are told is not shown");
  });

  test("says how to fix it, and where its sources disagree", async () => {
    await visit(page, "#/rules/AB0013");
    await page.locator("#rule-fixes").waitFor();
    assert.match(await page.locator(".block:has(#rule-fixes)").innerText(), /Set 4/);
    await visit(page, "#/rules/AB0117");
    const sources = page.locator(".sources > li");
    await page.locator(".sources", { hasText: "sources disagree" }).waitFor();
    assert.match(await sources.first().innerText(), /Two pages give different numbers/);
    for (const time of await sources.locator("time").all()) assert.match(await time.getAttribute("datetime"), /^2026-11-21$/);
    assert((await sources.locator("a").count()) >= 2);
  });

  test("judged on a day of its own shows that day", async () => {
    await visit(page, "#/rules/AB0138");
    await until(page, () => document.getElementById("rule-heading").textContent === "AB0138");
    await settled(page);
    assert.match(await page.locator(".boundary tbody").innerText(), /31.March.2026\s+1.April.2026/);
    assert((await page.locator(".pair mark").count()) > 0, "it is reported as of that day");
  });

  test("that is about texts that cannot be read has no table", async () => {
    await visit(page, "#/rules/AB0001");
    await until(page, () => document.getElementById("rule-heading").textContent === "AB0001");
    await settled(page);
    assert(!(await page.locator(".boundary").isVisible()));
    assert.equal(await page.locator(".pair .code").count(), 2);
  });

  test("leads to the next and the previous one that was found, and the focus stays", async () => {
    await menu(page, "Area").selectOption("scale");
    const { ids } = await counted(page);
    await visit(page, `#/rules/${ids[0]}`);
    const [previous, next] = ["Previous rule", "Next rule"].map((name) => page.getByRole("link", { name }));
    assert.equal(await previous.getAttribute("aria-disabled"), "true");
    await next.focus();
    for (const id of ids.slice(1, 4)) {
      await page.keyboard.press("Enter");
      await until(page, (wanted) => document.getElementById("rule-heading").textContent === wanted, id);
      assert.match(await focused(page), /^a\.button\.plain\.only/);
    }
    await visit(page, `#/rules/${ids.at(-1)}`);
    await until(page, () => document.querySelectorAll(".pane-b header a")[2].getAttribute("aria-disabled") === "true");
    await previous.focus();
    await page.keyboard.press("Enter");
    await until(page, (wanted) => document.getElementById("rule-heading").textContent === wanted, ids.at(-2));
    // From a rule that was not found, to the nearest that was.
    await visit(page, "#/rules/AB0117");
    await until(page, () => document.getElementById("rule-heading").textContent === "AB0117");
    await next.click();
    await until(page, (wanted) => document.getElementById("rule-heading").textContent === wanted, ids[0]);
    await menu(page, "Area").selectOption("");
  });

  test("opens both of its examples in the plan", async () => {
    for (const [which, nodes] of [[0, 2501], [1, 2000]]) {
      await visit(page, "#/rules/AB0117");
      await page.getByRole("button", { name: "Open in the plan" }).nth(which).click();
      await page.locator("#plan-text").waitFor();
      assert((await planText(page)).includes(`"targetDedicatedNodes": ${nodes}`));
    }
    calm(page);
  });
});

test("words are found as soon as they are there, and what was typed before stays", async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const app = await launch({ draft: managed });
  await app.context.route(/reading-en/, async (route) => {
    await held;
    await route.continue();
  });
  const page = await app.open("#/rules", { ready: false });
  await page.locator("#rule-search").waitFor();
  await page.locator("#rule-search").focus();
  await page.keyboard.type("snapshot");
  await settled(page);
  const before = await shown(page);
  release();
  await until(page, () => document.documentElement.dataset.read === "true");
  const { found } = await counted(page);
  assert(found > before.length, "reasons and sources are searched");
  assert.equal(await page.locator("#rule-search").inputValue(), "snapshot");
  assert.match(await focused(page), /rule-search/);
  await app.close();
});

test("on a phone the list leads to the rule, and back to where one was", async () => {
  const app = await launch({ draft: managed, context: { viewport: { width: 360, height: 740 } } });
  const page = await app.open("#/rules");
  await page.locator("#rule-search").fill("snapshot");
  const { ids } = await counted(page);
  await page.locator(".pane-a li:not([hidden]) a.item").first().click();
  await page.locator("#rule-title").waitFor();
  await page.locator("label:has(#show-a)").click();
  assert.deepEqual(await shown(page), ids);
  // The rule that is open already.
  await page.locator(".pane-a a[aria-current]").click();
  assert(await page.locator("#rule-title").isVisible());
  await page.goBack();
  await until(page, () => document.getElementById("show-a").checked);
  assert(await page.locator("#rule-search").isVisible());
  assert.deepEqual(await shown(page), ids);
  calm(page);
  await app.close();
});

for (const [language, locale] of Object.entries({ en: "en-GB", fr: "fr-FR", it: "it-IT" })) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [width, height] of [[1440, 900], [1024, 768], [360, 740]]) {
      test(`${language}, ${colorScheme}, ${width}: axe finds nothing, and nothing overflows`, async () => {
        const app = await launch({ draft: managed, context: { locale, colorScheme, viewport: { width, height } } });
        const page = await app.open("#/rules");
        const look = async (name) => {
          await settled(page);
          await shot(page, `rules-${language}-${colorScheme}-${width}-${name}`);
          await axe(page);
          const wide = await page.evaluate(() =>
            [document.documentElement, ...document.querySelectorAll(".pane > .body")]
              .filter((box) => box.scrollWidth > Math.max(box.clientWidth, innerWidth * Number(box === document.documentElement)) && box.clientWidth > 0)
              .map((box) => `${box.className || "page"}: ${box.scrollWidth} > ${box.clientWidth}`),
          );
          assert.deepEqual(wide, []);
        };
        await look("list");
        await page.locator("#rule-search").fill("zyzzyva");
        await look("none");
        await page.locator(".pane-a p button").click();
        await visit(page, "#/rules/AB0117");
        await look("rule");
        await visit(page, "#/rules/AB0201");
        await look("other");
        calm(page);
        await app.close();
      });
    }
  }
}
