// Every view in every language, theme and width: nothing overflows, nothing is inaccessible, and pictures to look at.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";

import { axe, calm, launch, settled, shot, until, visit } from "./harness.mjs";

const managed = await readFile(new URL("../../src/examples/managed.jsonc", import.meta.url), "utf8");
const broken = managed.slice(0, managed.indexOf('"resizeTimeout"'));

const LOCALES = { en: "en-GB", fr: "fr-FR", it: "it-IT" };
const SIZES = {
  1440: { width: 1440, height: 900 },
  1024: { width: 1024, height: 768 },
  360: { width: 360, height: 740 },
};

/** Shows the left or the right pane where only one of them fits. */
async function pane(page, which) {
  const label = page.locator(`label:has(#show-${which})`);
  if (await label.isVisible()) await label.click();
}

/** Opens the dialog of the safe fixes. */
async function openFixes(page) {
  await page.locator("#findings > .group .button").click();
  await until(page, () => document.getElementById("fixes").open);
}

/** Every view, with how to come to it and how to leave it again. */
const VIEWS = {
  form: { at: "#/plan/form", pane: "a" },
  text: { at: "#/plan/text", pane: "a" },
  findings: { at: "#/plan/form", pane: "b", enter: (page) => page.locator("#findings details").evaluateAll((all) => all.forEach((fold) => (fold.open = true))) },
  accept: { at: "#/plan/form", pane: "b", enter: (page) => page.locator("#findings [id^=accept-]").first().click(), leave: (page) => page.locator("#reason").press("Escape") },
  fixes: { at: "#/plan/form", pane: "b", enter: (page) => openFixes(page), leave: (page) => page.keyboard.press("Escape") },
  request: { at: "#/plan/form/request/arm", pane: "b" },
  http: { at: "#/plan/form/request/http", pane: "b" },
  code: { at: "#/plan/form/code/csharp-resourcemanager", pane: "b" },
  rules: { at: "#/rules", pane: "a" },
  rule: { at: "#/rules/AB0117", pane: "b" },
  "no-rule": { at: "#/rules/AB9999", pane: "b" },
  paste: { at: "#/plan/form", pane: "a", enter: (page) => page.locator("#paste-open").click(), leave: (page) => page.keyboard.press("Escape") },
  examples: { at: "#/plan/form", pane: "a", enter: (page) => page.locator("[popovertarget=examples]").click(), leave: (page) => page.keyboard.press("Escape") },
  source: {
    at: "#/plan/form",
    pane: "a",
    enter: (page) => page.locator(".row:has([id$=targetDedicatedNodes]) .cite").click(),
    leave: (page) => page.keyboard.press("Escape"),
  },
};

/** What is wider than the window or than the box it stands in, and cannot be scrolled to. */
const overflowing = () => {
  const wide = [];
  if (document.documentElement.scrollWidth > innerWidth) wide.push(`the page: ${document.documentElement.scrollWidth} > ${innerWidth}`);
  for (const body of document.querySelectorAll(".pane > .body, dialog[open], [popover]:popover-open")) {
    if (body.clientWidth > 0 && body.scrollWidth > body.clientWidth) wide.push(`${body.id || body.className}: ${body.scrollWidth} > ${body.clientWidth}`);
  }
  for (const floating of document.querySelectorAll("dialog[open], [popover]:popover-open")) {
    const { left, right, top, bottom } = floating.getBoundingClientRect();
    if (left < 0 || right > innerWidth || top < 0 || bottom > innerHeight) wide.push(`${floating.id} leaves the window`);
  }
  return wide;
};

/** What axe finds, one line each. */
const violations = (page) => axe(page).then(() => [], (error) => error.actual ?? [error.message]);

/** Goes through the views; what `look` finds wrong in each is said in one list. */
async function tour(page, look) {
  const wrong = [];
  for (const [name, view] of Object.entries(VIEWS)) {
    await visit(page, view.at);
    await pane(page, view.pane);
    await view.enter?.(page);
    await settled(page);
    for (const fault of (await look(name)) ?? []) wrong.push(`${name}: ${fault}`);
    await view.leave?.(page);
    await settled(page);
  }
  assert.deepEqual(wrong, []);
  calm(page);
}

for (const [language, locale] of Object.entries(LOCALES)) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [width, viewport] of Object.entries(SIZES)) {
      test(`${language}, ${colorScheme}, ${width}: every view fits`, async () => {
        const app = await launch({ draft: managed, context: { locale, colorScheme, viewport } });
        const page = await app.open("#/plan/form");
        assert.equal(await page.locator("html").getAttribute("lang"), language);
        await tour(page, async (name) => {
          await shot(page, `look-${language}-${colorScheme}-${width}-${name}`);
          return page.evaluate(overflowing);
        });
        await app.close();
      });
    }
  }
}

// Names differ by language, contrast by theme, layout by width: each of them is met with each other at least once.
for (const [language, colorScheme, width] of [
  ["en", "light", 1440], ["fr", "dark", 1440], ["it", "light", 1024], ["en", "dark", 1024], ["fr", "light", 360], ["it", "dark", 360],
]) {
  test(`${language}, ${colorScheme}, ${width}: axe finds nothing in any view`, async () => {
    const app = await launch({ draft: managed, context: { locale: LOCALES[language], colorScheme, viewport: SIZES[width] } });
    const page = await app.open("#/plan/form");
    await tour(page, () => violations(page));
    await app.close();
  });
}

describe("other states", () => {
  for (const [name, draft] of Object.entries({ broken, empty: "", foreign: '{ "properties": { "vmSize": "STANDARD_D4S_V3" } }' })) {
    test(`a plan that is ${name} fits and passes axe in every view`, async () => {
      const app = await launch({ draft, context: { locale: "it-IT", viewport: SIZES[1024] } });
      const page = await app.open("#/plan/form");
      const wrong = [];
      for (const view of ["#/plan/form", "#/plan/text", "#/plan/form/request/arm", "#/plan/form/code/csharp-legacy"]) {
        await visit(page, view);
        await shot(page, `look-${name}-${view.replaceAll(/[#/]+/g, "-").slice(1)}`);
        wrong.push(...(await violations(page)), ...(await page.evaluate(overflowing)));
      }
      assert.deepEqual(wrong, []);
      calm(page);
      await app.close();
    });
  }

  test("at 200 % zoom of a small window everything fits and can be used", async () => {
    const app = await launch({ draft: managed, context: { locale: "fr-FR", viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 } });
    const page = await app.open("#/plan/form");
    await tour(page, async (name) => {
      await shot(page, `look-zoom-${name}`);
      return page.evaluate(overflowing);
    });
    await app.close();
  });

  test("at 320 px, the least that must do without scrolling sideways, everything fits", async () => {
    const app = await launch({ draft: managed, context: { locale: "it-IT", viewport: { width: 320, height: 640 } } });
    const page = await app.open("#/plan/form");
    await tour(page, async (name) => {
      await shot(page, `look-320-${name}`);
      return page.evaluate(overflowing);
    });
    await app.close();
  });

  test("with reduced motion nothing moves", async () => {
    const app = await launch({ draft: managed, context: { reducedMotion: "reduce" } });
    const page = await app.open("#/plan/form");
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")].filter((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
        const lasts = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0.01);
        return (animationName !== "none" && lasts(animationDuration)) || lasts(transitionDuration);
      }).map((element) => `${element.localName}.${element.className}`),
    );
    assert.deepEqual(moving, []);
    await app.close();
  });

  test("in forced colours every view keeps its marks", async () => {
    const app = await launch({ draft: managed, context: { forcedColors: "active", colorScheme: "dark" } });
    const page = await app.open("#/plan/form");
    await tour(page, (name) => shot(page, `look-forced-${name}`));
    await app.close();
  });

  test("in forced colours the text is not drawn twice", async () => {
    const app = await launch({ draft: managed, context: { forcedColors: "active", colorScheme: "dark" } });
    const page = await app.open("#/plan/text");
    const { area, picture } = await page.evaluate(() => ({
      area: getComputedStyle(document.getElementById("plan-text")).color,
      picture: getComputedStyle(document.querySelector(".editor .ln code")).color,
    }));
    const unseen = (colour) => /^rgba\(.*, 0\)$/.test(colour);
    assert(unseen(area) !== unseen(picture), `text ${area}, picture ${picture}: one of them is to be seen`);
    const marked = await page.evaluate(() => {
      const mark = document.querySelector(".editor mark");
      return { text: getComputedStyle(mark.querySelector("i") ?? mark).color, ground: getComputedStyle(document.body).backgroundColor };
    });
    assert.notEqual(marked.text, marked.ground, "what a finding is about is to be seen");
    await app.close();
  });
});

describe("at every width", () => {
  for (const [width, viewport] of Object.entries(SIZES)) {
    test(`${width}: what was done is said, and the day of judgement can be set`, async () => {
      const app = await launch({ draft: managed, context: { viewport, permissions: ["clipboard-read", "clipboard-write"] } });
      const page = await app.open("#/plan/form/request/arm");
      await page.locator("#copy").click();
      await until(page, () => /copied/.test(document.querySelector("#verdict-line [role=status]").textContent));
      assert(await page.locator("#verdict-line [role=status]").isVisible());
      assert.equal((await page.evaluate(overflowing)).join(), "");
      await page.locator("#judged").click();
      await page.locator("#as-of").fill("2026-03-01");
      await page.keyboard.press("Escape");
      await until(page, () => /1.Mar.2026/.test(document.getElementById("judged").textContent));
      await app.close();
    });
  }
});

describe("language and theme", () => {
  test("come from the browser until one is chosen, and the choice is kept", async () => {
    const app = await launch({ draft: managed, context: { locale: "it-IT", colorScheme: "dark" } });
    const page = await app.open();
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    await page.getByRole("button", { name: "Cambia tema" }).click();
    assert.notEqual(await ground(), dark);
    await page.locator("#language").selectOption("fr");
    // Its other texts are there as well: a reload would break off their loading.
    await until(page, () => document.documentElement.lang === "fr" && document.documentElement.dataset.read === "true");
    await page.reload();
    await until(page, () => document.documentElement.lang === "fr" && document.documentElement.dataset.theme === "light");
    assert.notEqual(await ground(), dark);
    calm(page);
    await app.close();
  });

  test("a language that the product does not speak becomes English, a regional one its own", async () => {
    for (const [locale, language] of [["de-DE", "en"], ["fr-CA", "fr"], ["it-CH", "it"], ["en-US", "en"]]) {
      const app = await launch({ context: { locale } });
      const page = await app.open();
      assert.equal(await page.locator("html").getAttribute("lang"), language, locale);
      await app.close();
    }
  });

  test("changing the language keeps the place, the plan and what is folded open", async () => {
    const app = await launch({ draft: managed });
    const page = await app.open("#/plan/text/request/curl");
    await page.locator("#language").selectOption("it");
    await until(page, () => document.documentElement.lang === "it");
    assert(await page.locator("#plan-text").isVisible());
    assert(await page.locator("#request").isVisible());
    assert.equal(await page.locator("#plan-text").inputValue(), managed);
    assert.match(await page.title(), /^Piano/);
    calm(page);
    await app.close();
  });

  for (const [language, locale] of Object.entries(LOCALES)) {
    test(`${language}: no mark of a message is left over, and numbers and dates are written its way`, async () => {
      const app = await launch({ draft: managed, context: { locale } });
      const page = await app.open("#/plan/form");
      for (const view of Object.values(VIEWS)) {
        await visit(page, view.at);
        await page.locator("details").evaluateAll((all) => all.forEach((fold) => (fold.open = true)));
        const shown = await page.evaluate(() =>
          [...document.querySelectorAll("#main, header.topbar")].map((part) => {
            const copy = part.cloneNode(true);
            copy.querySelectorAll("code, .code, textarea, .mono, .limit, .why, option").forEach((code) => code.remove());
            return copy.textContent;
          }).join(" "),
        );
        const left = /.{0,40}(\{\d\}|\*\*|`|undefined|NaN).{0,40}/.exec(shown);
        assert.equal(left?.[0], undefined, view.at);
      }
      const sum = await page.locator("#verdict-line .sum").innerText();
      assert.match(sum, /3\u202f350/);
      await app.close();
    });
  }
});

test("the text and its coloured picture lie exactly on each other, wrapped lines included", async () => {
  for (const viewport of Object.values(SIZES)) {
    const app = await launch({ draft: managed, context: { viewport } });
    const page = await app.open("#/plan/text");
    const heights = await page.evaluate(() => {
      const area = document.getElementById("plan-text");
      const style = getComputedStyle(area);
      const overflow = area.scrollHeight - area.clientHeight;
      // Without a height of its own the text area says how high its text is.
      area.style.blockSize = "0";
      const text = area.scrollHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
      const lines = [...document.querySelectorAll(".editor .ln")];
      const picture = lines.at(-1).getBoundingClientRect().bottom - lines[0].getBoundingClientRect().top;
      return { text: Math.round(text), picture: Math.round(picture), overflow };
    });
    // The text ends with a line feed, whose empty last line only the picture draws.
    assert(Math.abs(heights.text - heights.picture) <= 21, `${viewport.width}: ${JSON.stringify(heights)}`);
    assert(heights.overflow <= 0, `${viewport.width}: the text area is as high as its text: ${JSON.stringify(heights)}`);
    await app.close();
  }
});
