// What the Submit pane keeps for a later visit, and that it says when it cannot; the way of the focus to a token that is
// missing; what is said of a call that is only practised.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";

import { calm, launch, until } from "./harness.mjs";

const gallery = await readFile(new URL("../../src/examples/gallery.jsonc", import.meta.url), "utf8");

const text = (page, where) => page.locator(where).innerText();
const begin = async (page) => {
  await page.locator("#look").click();
  await page.locator("#send").click();
  await page.locator("#watch").waitFor();
};

describe("a run that cannot be kept", () => {
  test("says so where the browser's storage is full", async () => {
    const app = await launch({ draft: gallery });
    const page = await app.open("#/plan/form/submit");
    await page.locator("#practice").waitFor();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await begin(page);
    await until(page, () => /storage is full or refused/.test(document.querySelector("#not-kept").innerText));
    calm(page);
    await app.close();
  });

  test("says so when another tab keeps its own, and leaves that alone", async () => {
    const app = await launch({ draft: gallery });
    const [first, second] = [await app.open("#/plan/form/submit"), await app.open("#/plan/form/submit")];
    await first.locator("#practice").waitFor();
    await second.locator("#practice").waitFor();
    await begin(first);
    assert.equal(await text(first, "#not-kept"), "", "a tab in which nothing was done took its place");
    const kept = () => first.evaluate(() => JSON.parse(localStorage.getItem("submission"))?.note.pool);
    const pool = await kept();
    await begin(second);
    await until(second, () => /Another tab/.test(document.querySelector("#not-kept").innerText));
    assert.equal(await text(first, "#not-kept"), "");
    await second.locator("#stop-resize").click();
    await second.close();
    assert.equal(await kept(), pool, "the second tab took it away");
    calm(first);
    await app.close();
  });
});

describe("the call", () => {
  test("says that the practice cloud answers it, and Azure nothing of the kind", async () => {
    const app = await launch({ draft: gallery });
    const page = await app.open("#/plan/form/submit");
    await page.locator("#look").click();
    await page.locator("#send").waitFor();
    assert.match(await text(page, "#call"), /The practice cloud answers this call; nothing reaches Azure\./);
    calm(page);
    await app.close();
  });

  test("leads to the token's field when Azure is asked without one", async () => {
    const app = await launch({ draft: gallery });
    const page = await app.open("#/plan/form/submit");
    await page.locator("#to-azure").check();
    await page.locator("#look").focus();
    await page.keyboard.press("Enter");
    await until(page, () => document.activeElement?.id === "token");
    assert.equal(await page.locator("form #token").count(), 1);
    calm(page);
    await app.close();
  });

  test("tells a name that cannot be part of an address from one that is missing", async () => {
    const app = await launch({ draft: gallery.replace(/("poolName"\s*:\s*)"[^"]*"/, '$1"<name>"') });
    const page = await app.open("#/plan/form/submit");
    await until(page, () => /as they are they cannot be part of an address/.test(document.querySelector("#call").innerText));
    assert.doesNotMatch(await text(page, "#call"), /must still say/);
    calm(page);
    await app.close();
  });
});
