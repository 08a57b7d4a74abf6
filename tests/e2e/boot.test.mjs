// The page starts, keeps its policy, asks nobody else, works offline, and refuses changed bytes.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { axe, calm, launch, shot, until, untilOffline, untilReady } from "./harness.mjs";

describe("the released site", () => {
  let app;
  before(async () => (app = await launch()));
  after(() => app.close());

  test("boots without a word in the console and without asking another origin", async () => {
    const page = await app.open();
    await shot(page, "boot");
    calm(page);
    assert.match(await page.title(), /Batch Pool Planner$/);
    assert(app.server.log.length > 5, "the server saw the requests");
    await page.close();
  });

  test("passes the accessibility check with its policy in force", async () => {
    const page = await app.open();
    await axe(page);
    calm(page);
    await page.close();
  });

  test("lives under a policy that blocks inline script, inline style, eval and foreign hosts", async () => {
    const page = await app.open();
    await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.inlineRan = true";
      document.head.append(script);
      const style = document.createElement("style");
      style.textContent = "body { display: none }";
      document.head.append(style);
      await fetch("https://example.org/").catch(() => {});
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    });
    // Code that playwright evaluates is exempt from the policy; what a timer evaluates is not.
    await page.evaluate(() => new Promise((later) => setTimeout(later, 50, setTimeout("window.evalRan = true", 0))));
    const after = await page.evaluate(() => ({
      inline: window.inlineRan === true,
      evaluated: window.evalRan === true,
      shown: getComputedStyle(document.body).display !== "none",
    }));
    assert.deepEqual(after, { inline: false, evaluated: false, shown: true });
    for (const directive of ["script-src-elem", "style-src-elem", "script-src ", "connect-src"]) {
      assert(page.trouble.some((line) => line.includes(`policy: ${directive}`)), `${directive} was enforced`);
    }
    await page.close();
  });

  test("draws icons from the sprite under its policy", async () => {
    const page = await app.open();
    // The sprite is loaded once, but each icon that is made anew finds its drawing in it a moment later.
    await until(page, () => {
      const icons = [...document.querySelectorAll("svg.icon use")].filter((use) => use.parentElement.getClientRects().length > 0);
      return icons.length > 10 && icons.every((use) => use.getBBox().width > 0);
    });
    await page.close();
  });

  test("keeps the chosen theme from before the first paint", async () => {
    const page = await app.open();
    await page.evaluate(() => localStorage.setItem("theme", "dark"));
    await page.reload({ waitUntil: "commit" });
    await untilReady(page);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await page.evaluate(() => localStorage.removeItem("theme"));
    await page.close();
  });
});

for (const base of ["/", "/some/where/"]) {
  test(`works after the first visit though its host is gone (served from ${base})`, async () => {
    const app = await launch({ base });
    const page = await app.open();
    calm(page);
    await untilOffline(page);
    await app.server.close();
    await page.reload();
    await untilReady(page);
    calm(page, { allow: [/^request failed: .*\/sw\.js/] });
    await app.close();
  });
}

const flipped = (bytes) => Buffer.concat([bytes, Buffer.from("\n")]);
const languages = { en: /could not start/, fr: /n’a pas pu démarrer/, it: /non è riuscito ad avviarsi/ };

for (const [language, words] of Object.entries(languages)) {
  test(`refuses changed WebAssembly and says so calmly (${language})`, async () => {
    const app = await launch({ tamper: [{ file: /\.wasm$/, change: flipped }], context: { locale: language } });
    const page = await app.open("", { ready: false });
    const notice = page.getByRole("alert");
    await notice.waitFor({ timeout: 10_000 });
    assert.match(await notice.innerText(), words);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.ready), undefined);
    await shot(page, `boot-trouble-${language}`);
    await app.close();
  });
}

test("refuses changed glue, too", async () => {
  const app = await launch({ tamper: [{ file: /\/app-[^/]*\.js$/, change: flipped }] });
  const page = await app.open("", { ready: false });
  await page.getByRole("alert").waitFor({ timeout: 10_000 });
  await app.close();
});

test("a text file that cannot be had stops the start calmly, in the language that was asked for", async () => {
  const app = await launch({ tamper: [{ file: /\/texts-fr-/, change: flipped }], context: { locale: "en" } });
  await app.context.addInitScript(() => localStorage.setItem("language", "fr"));
  const page = await app.open("", { ready: false });
  const notice = page.getByRole("alert");
  await notice.waitFor({ timeout: 10_000 });
  assert.match(await notice.innerText(), languages.fr);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.ready), undefined);
  await app.close();
});

for (const [what, file] of [["what judges", /\/judgement-/], ["what is read later", /\/reading-/]]) {
  test(`changed bytes of ${what} are refused; the page says so, works, and loads it again when asked`, async () => {
    const app = await launch({ tamper: [{ file, change: flipped }], context: { serviceWorkers: "block" } });
    const page = await app.open("#/plan/form", { ready: false });
    const again = page.getByRole("button", { name: "Load again" });
    await again.waitFor({ timeout: 10_000 });
    await page.locator("#f-target-poolName").fill("kept");
    const judges = file.test("/judgement-");
    assert.equal(await page.locator("#findings").getByText("The text was not checked").count(), judges ? 1 : 0);
    assert.equal(await page.locator("#findings").getByText("Nothing to object to").count(), 0, "nothing was judged, so nothing is said to be right");
    await axe(page);
    app.server.tamper.length = 0;
    await again.click();
    await untilReady(page);
    assert.equal(await again.count(), 0);
    assert.equal(await page.locator("#f-target-poolName").inputValue(), "kept");
    assert((await page.locator("#findings .finding").count()) > 0);
    await app.close();
  });
}

const textFiles = (log) => log.filter((line) => /\/texts-/.test(line)).map((line) => line.match(/texts-(\w\w)/)[1]);

for (const language of Object.keys(languages)) {
  test(`loads the texts of one language only, and lacks none of them (${language})`, async () => {
    const app = await launch({ context: { locale: `${language}-CH`, serviceWorkers: "block" } });
    for (const place of ["#/plan/form", "#/plan/text", "#/rules", "#/rules/AB0117"]) {
      const page = await app.open(place);
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      assert.doesNotMatch(await page.evaluate(() => document.title + document.documentElement.outerHTML), /⟦/, place);
      await page.close();
    }
    assert.deepEqual([...new Set(textFiles(app.server.log))], [language]);
    await app.close();
  });
}

test("another language is loaded when it is chosen, and the page stays as it is where that fails", async () => {
  const app = await launch({ tamper: [{ file: /\/texts-fr-/, change: flipped }], context: { serviceWorkers: "block" } });
  const page = await app.open();
  const speaks = (language) => page.waitForFunction((code) => document.documentElement.lang === code, language);
  await page.locator("#language").selectOption("it");
  await speaks("it");
  assert.equal(await page.locator("#language").evaluate((select) => select === document.activeElement), true);
  assert.doesNotMatch(await page.evaluate(() => document.documentElement.outerHTML), /⟦/);
  await page.locator("#language").selectOption("fr");
  await page.getByRole("status").getByText(/Impossibile caricare la lingua/).waitFor();
  assert.equal(await page.locator("#language").inputValue(), "it");
  assert.equal(await page.evaluate(() => localStorage.getItem("language")), "it");
  await page.locator("#language").selectOption("en");
  await speaks("en");
  assert.deepEqual(textFiles(app.server.log), ["en", "it", "fr"]);
  await app.close();
});

test("every language can be chosen though the host is gone", async () => {
  const app = await launch();
  const page = await app.open();
  await untilOffline(page);
  await app.server.close();
  for (const language of ["fr", "it"]) {
    await page.locator("#language").selectOption(language);
    await page.waitForFunction((code) => document.documentElement.lang === code, language);
  }
  await app.close();
});

test("a new release arrives with the next visit and replaces the one kept for offline use", async () => {
  const mark = (bytes) => Buffer.from(bytes.toString().replace("<html ", '<html data-newer="true" '));
  const name = (bytes) => Buffer.from(bytes.toString().replace(/name: "\w+"/, 'name: "newer"'));
  const app = await launch();
  const page = await app.open();
  await untilOffline(page);
  const kept = await page.evaluate(() => caches.keys());
  assert.equal(kept.length, 1);
  app.server.tamper.push({ file: /\/$/, change: mark }, { file: /\/sw\.js$/, change: name });
  await page.reload();
  await untilReady(page);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.newer), "true");
  const now = await page.evaluate(async (old) => {
    const until = performance.now() + 10_000;
    while (performance.now() < until && (await caches.has(old))) await new Promise((later) => setTimeout(later, 50));
    return caches.keys();
  }, kept[0]);
  assert.deepEqual(now.map((key) => key.split(" ").at(-1)), ["newer"]);
  calm(page);
  await app.close();
});

test("the first visit loads each file once", async () => {
  const app = await launch();
  const page = await app.open();
  await untilOffline(page);
  const hashed = app.server.log.filter((line) => /-[0-9a-f]{12,}[._]/.test(line));
  assert.deepEqual(hashed, [...new Set(hashed)]);
  await app.close();
});

test("a host that does not answer in time gives the page kept", async () => {
  const app = await launch();
  const page = await app.open();
  await untilOffline(page);
  app.server.tamper.push({ file: /\/$/, change: () => new Promise(() => {}) });
  await page.reload();
  await untilReady(page);
  calm(page);
  await app.close();
});
