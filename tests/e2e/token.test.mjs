// The token in the Submit pane: what it says of itself, when it is refused, when it goes, and that it is nowhere else.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { axe, calm, launch, settled, shot, until, visit } from "./harness.mjs";
import { inside, unpacked } from "./zip.mjs";

const gallery = await readFile(new URL("../../src/examples/gallery.jsonc", import.meta.url), "utf8");
const part = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const NOW = Date.parse("2026-11-22T09:00:00Z");
const SIGNATURE = part("a signature that stands nowhere else in the page or its texts");
const TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";

/** A token as Entra ID gives it, with other claims where a test wants them. */
const token = (claims = {}) =>
  [
    part({ typ: "JWT", alg: "RS256", kid: "a-key-id" }),
    part({
      aud: "https://management.azure.com/",
      tid: TENANT,
      oid: "5e0b1d7c-0000-4000-8000-00000000c913",
      upn: "ada@contoso.example",
      scp: "user_impersonation",
      appid: "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
      nbf: NOW / 1000 - 300,
      exp: NOW / 1000 + 3600,
      ...claims,
    }),
    SIGNATURE,
  ].join(".");

const notThere = { error: { code: "PoolNotFound", message: "The specified pool does not exist." } };
const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "*" };
const FOREIGN = [/foreign request: https:\/\/management\.azure\.com/, /404/];

/** Opens the pane with Azure chosen; `sent` collects what would have left for Azure. */
const open = async ({ draft = gallery, answer, context } = {}) => {
  const app = await launch({ draft, context: { acceptDownloads: true, ...context } });
  const sent = [];
  await app.context.clock.install({ time: NOW });
  await app.context.route("https://management.azure.com/**", async (route) => {
    const request = route.request();
    sent.push({ method: request.method(), url: request.url(), authorization: await request.headerValue("authorization") });
    await route.fulfill(answer?.(request) ?? { status: 404, headers: cors, contentType: "application/json", body: JSON.stringify(notThere) });
  });
  const page = await app.open("#/plan/form/submit");
  await page.locator("#to-azure").check();
  await page.locator("#token").waitFor();
  return { app, page, sent };
};
const give = async (page, text) => {
  await page.locator("#token").fill(text);
  await settled(page);
};
const text = (page, where) => page.locator(where).innerText();

/** Where a page keeps anything at all, as one text. */
const everything = async (page) => {
  const kept = await page.evaluate(async () => {
    const caches_ = [];
    for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) caches_.push(request.url);
    const databases = (await indexedDB.databases?.()) ?? [];
    return JSON.stringify([
      { ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state, caches_, databases, document.title,
      document.documentElement.outerHTML,
      [...document.querySelectorAll("input, textarea, select")].map((field) => field.value),
    ]);
  });
  return [kept, ...page.trouble, ...page.requests].join("\n");
};
const nowhere = (where, given) => {
  for (const piece of [given, ...given.split(".")]) assert(!where.includes(piece), `found: ${piece.slice(0, 20)}…`);
};

describe("a token that fits", () => {
  let app, page, sent;
  const given = token();
  before(async () => ({ app, page, sent } = await open()));
  after(() => app.close());

  test("the command that fetches one is shown for the plan's cloud", async () => {
    const block = await text(page, "#token-block");
    assert.match(block, /az account get-access-token --resource https:\/\/management\.azure\.com\/ /);
    assert.match(block, /Get-AzAccessToken -ResourceUrl https:\/\/management\.azure\.com\/ -AsSecureString/);
    assert.match(block, /SecureString/);
    await axe(page);
    await shot(page, "token-none");
  });

  test("without one nothing is sent", async () => {
    await page.locator("#look").click();
    await settled(page);
    assert.deepEqual(sent, []);
  });

  test("its claims are shown, and the field is empty at once", async () => {
    await give(page, given);
    await page.locator("#token-claims").waitFor();
    const claims = await text(page, "#token-claims");
    for (const said of [/management\.azure\.com/, /ada@contoso\.example/, /user_impersonation/, /5e0b1d7c/, /the plan names none/]) {
      assert.match(claims, said);
    }
    assert.match(await text(page, "#token-left"), /^(59:5\d|1:00:00) left, until \d\d:\d\d:\d\d$/);
    assert.equal(await page.locator("#token").count(), 0);
    nowhere(await everything(page), given);
    await axe(page);
    await shot(page, "token-held");
  });

  test("it goes to Resource Manager of the plan's cloud, and only there", async () => {
    if (await page.locator("#look").count()) await page.locator("#look").click();
    await page.locator("#send").waitFor();
    assert(sent.length > 0);
    for (const call of sent) {
      assert.equal(call.authorization, `Bearer ${given}`);
      assert.match(call.url, /^https:\/\/management\.azure\.com\/subscriptions\/6f1c0f6e/);
      assert.equal(call.method, "GET");
    }
    assert(!(await text(page, "#call")).includes(SIGNATURE));
  });

  test("the list of calls and its file do not know it", async () => {
    assert.match(await text(page, "#calls"), /GET[\s\S]*PoolNotFound/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#calls-export").click()]);
    assert.equal(download.suggestedFilename(), "calls.json");
    const file = await readFile(await download.path(), "utf8");
    assert(JSON.parse(file).calls.length > 0);
    nowhere(file, given);
    assert(!/bearer|authorization/i.test(file));
  });

  test("no other room, output, link or draft knows it", async () => {
    for (const place of ["#/plan/text", "#/plan/form/request/arm", "#/plan/form/code", "#/plan/form/report", "#/errors", "#/rules", "#/compare"]) {
      await visit(page, place);
      nowhere(await everything(page), given);
    }
    await visit(page, "#/plan/form/submit");
    await page.locator("#token-claims").waitFor();
  });

  test("the bundle does not know it: plan, every output, report and link", async () => {
    await visit(page, "#/plan/form/report");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#report-bundle").click()]);
    const files = unpacked(await readFile(await download.path()));
    assert(files.size > 20 && files.has("link.txt"), [...files.keys()].join(" "));
    for (const { text } of files.values()) nowhere(text, given);
    nowhere(inside(files.get("link.txt").text), given);
    await visit(page, "#/plan/form/submit");
    await page.locator("#token-claims").waitFor();
  });

  test("wiped by the button: the next call asks for another", async () => {
    await page.locator("#token-wipe").click();
    await page.locator("#token").waitFor();
    assert.match(await text(page, "#token-said"), /was wiped/);
    const before = sent.length;
    await page.locator("#send").click();
    await settled(page);
    assert.equal(sent.length, before, "a call went out without a token");
    await give(page, "Bearer " + given);
    await page.locator("#token-claims").waitFor();
    calm(page, { allow: FOREIGN });
  });
});

describe("a token that does not fit", () => {
  let app, page, sent;
  before(async () => ({ app, page, sent } = await open()));
  after(() => app.close());

  const refused = [
    ["the Batch service's own", { aud: "https://batch.core.windows.net/" }, /Batch service itself[\s\S]*not kept/],
    ["another cloud's", { aud: "https://management.usgovcloudapi.net/" }, /Azure US Government[\s\S]*not kept/],
    ["Microsoft Graph's", { aud: "00000003-0000-0000-c000-000000000000" }, /Microsoft Graph[\s\S]*not kept/],
    ["an expired one", { exp: NOW / 1000 - 60 }, /expired[\s\S]*not kept/],
  ];
  for (const [name, claims, says] of refused) {
    test(`${name} is refused before anything is sent, with words`, async () => {
      const given = token(claims);
      await give(page, given);
      await until(page, () => document.querySelector("#token-said .notice"));
      assert.match(await text(page, "#token-said"), says);
      assert.equal(await page.locator("#token").inputValue(), "");
      nowhere(await everything(page), given);
      assert.equal(await page.locator("#token-wipe").count(), 0, "it was kept");
    });
  }

  test("what is no token is told apart, and not repeated", async () => {
    for (const [given, says] of [
      ["dGhpcyBpcyBhIGtleSBvZiBhbiBhY2NvdW50IGFuZCBubyB0b2tlbg", /no access token, perhaps a key/],
      ["two words", /no token/],
      ["", /nothing to read/],
    ]) {
      await page.locator("#token").fill(given);
      await page.locator("#token-use").click();
      await until(page, () => document.querySelector("#token-trouble").textContent.length > 0);
      assert.match(await text(page, "#token-trouble"), says);
      assert.equal(await page.locator("#token").inputValue(), "");
      if (given) assert(!(await everything(page)).includes(given));
    }
    await axe(page);
    assert.deepEqual(sent, []);
  });

  test("another tenant than the plan's is said", async () => {
    await visit(page, "#/plan/text/submit");
    await page.locator("#plan-text").fill(gallery.replace('"cloud": "AzurePublic",', '"cloud": "AzurePublic", "tenantId": "00000000-1111-4222-8333-444444444444",'));
    await settled(page);
    assert.match(await text(page, "#token-block"), /--tenant 00000000-1111-4222-8333-444444444444/);
    await give(page, token());
    await until(page, () => /not the tenant of the plan/.test(document.querySelector("#token-claims")?.innerText ?? ""));
    calm(page);
  });
});

describe("a token goes", () => {
  const held = async () => {
    const opened = await open();
    await give(opened.page, token());
    await opened.page.locator("#token-claims").waitFor();
    return opened;
  };
  const gone = (page, says) =>
    page.waitForFunction((says) => new RegExp(says).test(document.querySelector("#token-said")?.innerText ?? ""), says, { timeout: 5_000 });
  const hide = (page, hidden) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);

  test("when it expires; five minutes before, one is told", async () => {
    const { app, page } = await held();
    await page.clock.fastForward(3_600_000 - 4 * 60_000);
    await until(page, () => /less than five minutes/.test(document.querySelector("#token-block").innerText));
    await page.clock.fastForward(4 * 60_000 + 2_000);
    await gone(page, "expired and was wiped");
    nowhere(await everything(page), token());
    await app.close();
  });

  test("when the page was hidden for ten minutes, and not before", async () => {
    const { app, page } = await held();
    await hide(page, true);
    await page.clock.fastForward(9 * 60_000);
    await hide(page, false);
    await settled(page);
    assert.equal(await page.locator("#token-claims").count(), 1, "it went too early");
    await hide(page, true);
    await page.clock.fastForward(10 * 60_000 + 1_000);
    await hide(page, false);
    await gone(page, "hidden for ten minutes");
    await app.close();
  });

  test("when the page is left", async () => {
    const { app, page } = await held();
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    await gone(page, "page was left");
    await give(page, token());
    await page.locator("#token-claims").waitFor();
    await page.reload();
    await page.locator("#to-azure").waitFor();
    nowhere(await everything(page), token());
    assert.equal(await page.locator("#token-claims").count(), 0);
    await app.close();
  });

  test("after the call that changes something, where the box is ticked", async () => {
    const answer = (request) =>
      request.method() === "PUT"
        ? { status: 403, headers: cors, contentType: "application/json", body: '{"error":{"code":"AuthorizationFailed","message":"no"}}' }
        : undefined;
    const { app, page, sent } = await open({ answer });
    await page.locator("#token-once").check();
    await give(page, token());
    await page.locator("#look").click();
    await page.locator("#send").waitFor();
    assert.equal(await page.locator("#token-claims").count(), 1, "reading used it up");
    await page.locator("#send").click();
    await gone(page, "as you wished");
    assert.equal(sent.filter((call) => call.method === "PUT").length, 1);
    await app.close();
  });
});

describe("the token's block", () => {
  test("reads in three languages, dark and narrow, with nothing in the way", async () => {
    const { app, page } = await open();
    await give(page, token());
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    for (const [language, says] of [["fr", "en mémoire seulement"], ["it", "solo in memoria"], ["en", "in memory only"]]) {
      await page.locator("#language").selectOption(language);
      await until(page, (says) => document.querySelector("#token-block")?.innerText.includes(says), says);
      assert.equal(await page.locator("#token-claims").count(), 1, "another language took the token away");
      await axe(page);
      await shot(page, `token-${language}`);
    }
    await page.setViewportSize({ width: 360, height: 780 });
    await settled(page);
    await axe(page);
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it is wider than the window");
    await shot(page, "token-narrow", { fullPage: true });
    calm(page, { allow: FOREIGN });
    await app.close();
  });

  test("the command follows the cloud of the plan", async () => {
    const { app, page } = await open({ draft: gallery.replace("AzurePublic", "AzureUSGovernment") });
    const block = await text(page, "#token-block");
    assert.match(block, /az cloud set --name AzureUSGovernment/);
    assert.match(block, /--resource https:\/\/management\.usgovcloudapi\.net\//);
    assert.match(block, /Connect-AzAccount -Environment AzureUSGovernment/);
    assert.match(await text(page, "#send-to"), /management\.usgovcloudapi\.net/);
    calm(page);
    await app.close();
  });
});
