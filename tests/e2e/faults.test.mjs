// What goes wrong on the way to a pool, in the real browser against `poolplan practice`: for each fault what one sees in
// three languages, that nothing is lost, and that no second pool-making call went out where the first may have arrived.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach, describe, test } from "node:test";

import { axe, launch, shot, untilOffline, untilReady } from "./harness.mjs";

const gallery = await readFile(new URL("../../src/examples/gallery.jsonc", import.meta.url), "utf8");
const plan = JSON.parse(gallery);
const { subscriptionId, resourceGroup, accountName, poolName, apiVersion } = plan.target;
const POOL = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Batch/batchAccounts/${accountName}/pools/${poolName}`;
const ROUTE = `${POOL}?api-version=${apiVersion}`;

/** The longest wait for a state; how long it takes is nobody's concern here. */
const LONG = 60_000;
const LANGUAGES = ["en", "fr", "it"];

/** A text of the app in English, French and Italian, by its name in the sources: its longest piece between blanks. */
const sources = {};
for (const file of ["arm/told", "arm/submission/told", "ui/submit/watch_says"]) sources[file] = await readFile(new URL(`../../src/${file}.rs`, import.meta.url), "utf8");
const words = (file, name) => {
  const [, ...texts] = new RegExp(`\\b${name} =\\s*(?:title: )?"([^"]*)",\\s*"([^"]*)",\\s*"([^"]*)"`).exec(sources[file]) ?? assert.fail(`${name} is not in ${file}`);
  return texts.map((text) => text.replaceAll("`", "").split(/\{\d\}/).reduce((long, piece) => (piece.length > long.length ? piece : long)));
};
const outcome = (name) => words("arm/told", name);
const told = (name) => words("arm/submission/told", name);
const pane = (name) => words("ui/submit/watch_says", name);
/** Either of two texts, in each language. */
const either = (one, other) => one.map((text, index) => [text, other[index]]);
const OFFLINE = /\bOFFLINE =[^;]*?happened: "([^"]*)",\s*"([^"]*)",\s*"([^"]*)"/.exec(sources["arm/told"]).slice(1);

/** What is said in English, French and Italian. */
const SAYS = {
  rejected: outcome("REJECTED"),
  forbidden: outcome("FORBIDDEN"),
  notFound: outcome("NOT_FOUND"),
  resizing: outcome("BEING_RESIZED"),
  throttled: outcome("THROTTLED"),
  serverError: outcome("SERVER_ERROR"),
  html: outcome("HTML"),
  truncated: outcome("TRUNCATED"),
  unreadable: outcome("UNREADABLE"),
  unreachable: outcome("UNREACHABLE"),
  cut: outcome("CUT"),
  tooLong: outcome("TOO_LONG"),
  redirected: outcome("REDIRECTED"),
  timedOut: outcome("TIMED_OUT"),
  unknown: told("UNKNOWN"),
  token: pane("NEEDS_TOKEN"),
  vanished: pane("VANISHED"),
  // The second where the browser sent the call once more by itself.
  asSent: either(told("ANSWER_LOST"), told("THERE_ALREADY")),
  changedMeanwhile: told("CHANGED_MEANWHILE"),
  reached: pane("REACHED"),
  missing: ["120", "120", "120"],
  isResizing: pane("RESIZING"),
  readsFailed: pane("READS_FAILED"),
  offline: OFFLINE,
  kept: pane("KEPT"),
  unsure: pane("UNSURE"),
  sending: pane("SENDING"),
};

let app, page, practice, puts;

/** Waits until a part of the page says this. */
const says = (where, what) =>
  page
    .waitForFunction(
      ([where, what]) => {
        const plain = (text) => text?.replace(/[\u00a0\u202f]/g, " ");
        const shown = plain(document.querySelector(where)?.innerText);
        return [what].flat().some((what) => shown?.includes(plain(what)));
      },
      [where, what],
      { timeout: LONG },
    )
    .catch(async () => {
      const shown = await page.locator("#call, #watch, #told, #ended, #calls").allInnerTexts();
      const calls = (await practice.calls()).slice(-6).map((call) => JSON.stringify(call));
      assert.fail(`${where} does not say “${what}”; the page says: ${shown.join("\n")}\n${calls.join("\n")}`);
    });
/** Reads the same place in each language; the page ends in English. */
const inThreeLanguages = async (where, what) => {
  await says(where, what[0]);
  for (const language of ["fr", "it", "en"]) {
    await page.locator("#language").selectOption(language);
    await says(where, what[LANGUAGES.indexOf(language)]);
  }
};
const look = async () => {
  await page.locator("#look").click();
  await page.locator("#send").waitFor({ timeout: LONG });
};
/** Whatever was shown last, the pane begins anew. */
const begin = async () => {
  for (;;) {
    const next = page.locator("#look, #discard, #start-anew").first();
    await next.waitFor({ timeout: LONG });
    if ((await next.getAttribute("id")) === "look") return;
    await next.click();
  }
};
/** The server without a pool and without faults. */
const emptied = async () => {
  await practice.faults([]);
  await practice.ask("DELETE", ROUTE);
  while ((await practice.ask("GET", ROUTE)).status !== 404) await practice.advance(600);
};
/** From the beginning. */
const anew = async () => {
  await page.locator("#language").selectOption("en");
  await emptied();
  await begin();
  await practice.forget();
  puts.length = 0;
};
const hide = (hidden) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
/** The plan is as it was, on the page and where it is kept, and the page is well. */
const nothingLost = async () => {
  assert.equal(await page.locator("#plan-text").inputValue(), gallery);
  assert.equal(await page.evaluate(() => localStorage.getItem("draft")), gallery);
  // Of a redirect that is not followed the browser's tools tell as of a request that it gave up before it left.
  const redirect = /^(foreign request: https:\/\/redirected\.invalid\/|request failed: https:\/\/redirected\.invalid\/ net::ERR_ABORTED)$/;
  const unwell = /uncaught|policy|panick|redirected|foreign request: (?!https:\/\/management\.azure\.com\/)/;
  const trouble = page.trouble.filter((line) => unwell.test(line) && !redirect.test(line));
  assert.deepEqual(trouble, []);
};
/** The calls that make a pool, as the server received them: never more than one is carried out, and none overwrites. */
const made = async (method = "PUT") => {
  const calls = (await practice.calls()).filter((call) => call.method === method);
  const brought = calls.filter((call) => call.carriedOut && call.status !== 412);
  assert(brought.length <= 1, `${method} was carried out ${brought.length} times: ${JSON.stringify(calls, null, 1)}`);
  for (const call of calls) assert(method === "PUT" ? call.ifNoneMatch === "*" : call.ifMatch, `${method} without a condition`);
  return brought.length;
};
/** Opens the pane on a page; what it sends to make a pool is noted. */
const open = async () => {
  page = await app.open("#/plan/text/submit");
  puts = [];
  page.on("request", (request) => request.method() === "PUT" && !request.redirectedFrom() && puts.push(request.url()));
  await page.locator("#look").waitFor();
};

describe("served by the practice server", () => {
  before(async () => {
    app = await launch({ draft: gallery, practice: { speed: 600, plan: gallery } });
    practice = app.practice;
    await open();
    // No answer within a minute is none: the rows that wait for that have less patience.
    await page.addInitScript(() => {
      const real = window.setTimeout;
      window.setTimeout = (call, after, ...rest) => real(call, after === 60_000 ? (window.patience ?? after) : after, ...rest);
    });
    await page.reload();
    await untilReady(page);
    await page.locator("#look").waitFor();
    await untilOffline(page);
  });
  after(() => app.close());
  beforeEach(anew);

  describe("the call that creates the pool is refused, or brings no answer", () => {
    // Name, fault, what is said, how often the page sends it.
    const rows = [
      ["connections are refused", "put:refuse", SAYS.unreachable, 3],
      ["400 with details", "put:bad-request", SAYS.rejected, 1],
      ["403", "put:forbidden", SAYS.forbidden, 1],
      ["404", "put:not-found", SAYS.notFound, 1],
      ["409", "put:conflict", SAYS.resizing, 1],
      ["429 with Retry-After, for ever", "put:throttled", SAYS.throttled, 3],
      ["429 without Retry-After, for ever", "put:throttled-silent", SAYS.throttled, 3],
      ["500", "put:server-error", SAYS.serverError, 3],
      ["502 with a page", "put:bad-gateway", SAYS.serverError, 3],
      ["503", "put:unavailable", SAYS.serverError, 3],
      ["a page instead of JSON", "put:html", SAYS.html, 3],
      ["a redirect, which is not followed", "put:redirect", SAYS.redirected, 1],
    ];
    for (const [name, fault, what, sent] of rows) {
      test(name, async () => {
        await look();
        await practice.faults([fault]);
        await page.locator("#send").click();
        await inThreeLanguages("#s-told", what);
        await says("#told", SAYS.kept[0]);
        assert.equal(puts.length, sent);
        assert.equal(await made(), 0);
        await nothingLost();
        // And when it is over, it goes on from here.
        await practice.faults([]);
        await page.locator("#look-again").click();
        await page.locator("#send").click({ timeout: LONG });
        await page.locator("#watch").waitFor({ timeout: LONG });
        assert.equal(await made(), 1);
      });
    }

    test("400: the detail leads to the field of the plan", async () => {
      await look();
      await practice.faults(["put:bad-request"]);
      await page.locator("#send").click();
      await says("#told", "vmSize");
      assert(await page.locator("#told .flush button").count(), "a way to the field");
      await axe(page, { within: "#told" });
      await shot(page, "fault-bad-request");
    });

    test("401: it goes on once one says so", async () => {
      await look();
      await practice.faults(["put:expired@1"]);
      await page.locator("#send").click();
      await inThreeLanguages("#s-told", SAYS.token);
      await says("#told", "ExpiredAuthenticationToken");
      assert.equal(await made(), 0);
      await page.locator("#go-on").click();
      await page.locator("#watch").waitFor({ timeout: LONG });
      assert.equal(await made(), 1);
      await nothingLost();
    });

    test("412: it is read anew, and decided anew", async () => {
      await look();
      await practice.faults(["put:precondition@1"]);
      await page.locator("#send").click();
      await inThreeLanguages("#call", SAYS.changedMeanwhile);
      assert.equal(puts.length, 1);
      await page.locator("#send").click();
      await page.locator("#watch").waitFor({ timeout: LONG });
      assert.equal(await made(), 1);
      await nothingLost();
    });
  });

  describe("the call that creates the pool is carried out, but its answer does not say so", () => {
    const rows = [
      ["the answer is lost", "put:lost-answer@1"],
      ["the connection breaks in the middle of the body", "put:drop-body@1"],
      ["the headers do not come", "put:slow-headers=600@1", 600],
      ["the body does not come to its end", "put:slow-body=600@1", 600],
      ["504", "put:gateway-timeout@1"],
      ["half of the JSON", "put:truncated@1"],
      ["ten million bytes", "put:huge@1"],
      ["a text that says it is an image", "put:wrong-type@1"],
    ];
    for (const [name, fault, patience] of rows) {
      test(name, async () => {
        await look();
        await practice.faults([fault]);
        await page.evaluate((patience) => (window.patience = patience), patience);
        await page.locator("#send").click();
        await page.waitForFunction((sending) => !document.querySelector("#call")?.innerText.includes(sending), SAYS.sending[0], { timeout: LONG });
        await page.evaluate(() => delete window.patience);
        await inThreeLanguages("#watch", SAYS.asSent);
        assert.equal(puts.length, 1, "a second call went out");
        assert.equal(await made(), 1);
        await inThreeLanguages("#s-ended", SAYS.reached);
        await nothingLost();
      });
    }

    test("nor can the pool be read: it says so, and sends nothing more", async () => {
      await look();
      await practice.faults(["put:drop-body", "get/pools:refuse"]);
      await page.locator("#send").click();
      await inThreeLanguages("#s-told", SAYS.unknown);
      assert.equal(puts.length, 1);
      assert.equal(await made(), 1);
      await axe(page, { within: "#told" });
      await shot(page, "fault-unknown");
      await practice.faults([]);
      await page.locator("#look-again").click();
      await page.locator("#type-name").waitFor({ timeout: LONG });
      assert.equal(puts.length, 1);
      await nothingLost();
    });

    test("the page is left meanwhile: one is asked first, and goes on by reading", async () => {
      await look();
      await practice.faults(["put:drop-body@1", "get/pools:slow-headers=600"]);
      await page.locator("#send").click();
      await says("#call", SAYS.unsure[0]);
      let asked;
      page.once("dialog", (dialog) => {
        asked = dialog.type();
        return dialog.accept();
      });
      await page.reload();
      assert.equal(asked, "beforeunload");
      await untilReady(page);
      await says("#earlier", poolName);
      await practice.faults([]);
      await page.locator("#earlier-go-on").click();
      await page.locator("#watch").waitFor({ timeout: LONG });
      assert.equal(puts.length, 1);
      assert.equal(await made(), 1);
      await nothingLost();
    });
  });

  describe("the call that creates the pool goes out again only where it certainly was not carried out", () => {
    const rows = [
      ["one connection is refused", "put:refuse@1"],
      ["one 429 with Retry-After", "put:throttled@1"],
      ["one 429 without Retry-After", "put:throttled-silent@1"],
      ["one 503", "put:unavailable@1"],
      ["one page instead of JSON", "put:html@1"],
    ];
    for (const [name, fault] of rows) {
      test(name, async () => {
        await look();
        await practice.faults([fault]);
        await page.locator("#send").click();
        await inThreeLanguages("#s-ended", SAYS.reached);
        assert.equal(await made(), 1);
        const [first, ...later] = (await practice.calls()).filter((call) => call.method === "PUT");
        assert(!first.carriedOut && later.length === 1, JSON.stringify([first, ...later]));
        await nothingLost();
      });
    }
  });

  describe("what exists cannot be read", () => {
    const rows = [
      ["refused connections", "get/pools:refuse", SAYS.unreachable],
      ["broken bodies", "get/pools:drop-body", SAYS.cut],
      ["403", "get/pools:forbidden", SAYS.forbidden],
      ["a 404 that does not speak of the pool", "get/pools:not-found", SAYS.notFound],
      ["429", "get/pools:throttled", SAYS.throttled],
      ["500", "get/pools:server-error", SAYS.serverError],
      ["pages instead of JSON", "get/pools:html", SAYS.html],
      ["half of the JSON", "get/pools:truncated", SAYS.truncated, "there is a pool"],
      ["ten million bytes", "get/pools:huge", SAYS.tooLong],
      ["another type", "get/pools:wrong-type", SAYS.unreadable, "there is a pool"],
      ["a redirect", "get/pools:redirect", SAYS.redirected],
    ];
    for (const [name, fault, what, exists] of rows) {
      test(name, async () => {
        if (exists) assert((await practice.ask("PUT", ROUTE, plan.pool)).ok);
        await practice.faults([fault]);
        await page.locator("#look").click();
        await inThreeLanguages("#s-told", what);
        assert.deepEqual(puts, []);
        await nothingLost();
        await practice.faults([]);
        await page.locator("#look-again").click();
        await page.locator("#send").waitFor({ timeout: LONG });
      });
    }

    test("slow headers", async () => {
      await practice.faults(["get/pools:slow-headers=600"]);
      await page.evaluate(() => (window.patience = 100));
      await page.locator("#look").click();
      await inThreeLanguages("#s-told", SAYS.timedOut);
      await page.evaluate(() => delete window.patience);
      assert.deepEqual(puts, []);
      await nothingLost();
    });
  });

  describe("while the nodes come", () => {
    const create = async (...faults) => {
      await look();
      await practice.faults(faults);
      await page.locator("#send").click();
      await page.locator("#watch").waitFor({ timeout: LONG });
    };
    const ends = async () => {
      await practice.faults([]);
      await inThreeLanguages("#s-ended", SAYS.reached);
      assert.equal(puts.length, 1);
      assert.equal(await made(), 1);
      await nothingLost();
    };

    for (const [name, fault] of [["the service fails", "get/pools:server-error"], ["pages come instead of JSON", "get/pools:html"], ["connections break", "get/pools:drop-body"]]) {
      test(`${name}: what was read last stands there, and it goes on`, async () => {
        await create(fault);
        await inThreeLanguages("#watch", SAYS.readsFailed);
        await ends();
      });
    }

    test("the clocks differ by an hour", async () => {
      await create("clock-skew");
      await inThreeLanguages("#s-ended", SAYS.reached);
      assert.doesNotMatch(await page.locator("#watch .figures").innerText(), /-|NaN/);
      await ends();
    });

    test("an allocation never ends: it is watched on, past its time-out", async () => {
      await create("get/pools:never-steady");
      await practice.advance(7_200);
      await page.waitForFunction(() => /\d:\d\d:\d\d/.test(document.querySelector("#watch .figures")?.innerText), undefined, { timeout: LONG });
      await inThreeLanguages("#allocation", SAYS.isResizing);
      await says("#watch .figures", "120");
      assert.equal(await page.locator("#stop-resize").getAttribute("aria-disabled"), "false");
      assert.equal(await page.locator("#delete").getAttribute("aria-disabled"), "false");
      await ends();
    });

    test("a resize error while it is steady: explained, with the next resize", async () => {
      await create("get/pools:resize-error");
      await inThreeLanguages("#s-ended", SAYS.missing);
      await says("#ended", "AllocationTimed");
      await page.locator("#next").waitFor();
      await axe(page, { within: "#ended" });
      await shot(page, "fault-resize-error");
      assert.equal(puts.length, 1);
      await nothingLost();
    });

    test("somebody else deletes the pool", async () => {
      await create("get/pools:deleted-by-other");
      await inThreeLanguages("#s-told", SAYS.vanished);
      await says("#told", SAYS.kept[0]);
      assert.equal(puts.length, 1);
      await axe(page, { within: "#told" });
      await nothingLost();
    });

    test("the device goes offline and comes back", async () => {
      await create("get/pools:never-steady");
      await app.context.setOffline(true);
      await inThreeLanguages("#watch", SAYS.offline);
      await app.context.setOffline(false);
      await ends();
    });

    test("the page is hidden and comes back", async () => {
      await create();
      await hide(true);
      await hide(false);
      await ends();
    });
  });

  describe("a pool that exists is updated", () => {
    // With fewer nodes than the plan wants.
    const body = structuredClone(plan.pool);
    body.properties.scaleSettings.fixedScale.targetDedicatedNodes = 200;
    beforeEach(async () => {
      assert((await practice.ask("PUT", ROUTE, body)).ok);
      await practice.advance(3_600);
      await practice.forget();
      await look();
      await page.locator("#type-name").fill(poolName);
    });

    test("412: the name is asked for again", async () => {
      await practice.faults(["patch:precondition@1"]);
      await page.locator("#send").click();
      await inThreeLanguages("#call", SAYS.changedMeanwhile);
      assert.equal(await page.locator("#type-name").count(), 1);
      assert.equal(await made("PATCH"), 0);
      await nothingLost();
    });

    test("409: nothing was changed", async () => {
      await practice.faults(["patch:conflict"]);
      await page.locator("#send").click();
      await inThreeLanguages("#s-told", SAYS.resizing);
      assert.equal(await made("PATCH"), 0);
      await nothingLost();
    });

    test("the answer is lost: the pool tells", async () => {
      await practice.faults(["patch:drop-body@1"]);
      await page.locator("#send").click();
      await inThreeLanguages("#watch", SAYS.asSent);
      await says("#watch .figures", "of 240");
      assert.equal(await made("PATCH"), 1);
      await nothingLost();
    });
  });
});

describe("sent to Azure, with a token", () => {
  const NOW = Date.parse("2026-11-22T09:00:00Z");
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  /** A token that holds for so many minutes of the page's clock. */
  const give = async (minutes) => {
    const now = await page.evaluate(() => Date.now() / 1000);
    const claims = { aud: "https://management.azure.com/", nbf: now - 300, exp: Math.floor(now + minutes * 60) };
    await page.locator("#token").fill([part({ alg: "RS256" }), part(claims), part("a signature that is none, and long enough")].join("."));
    await page.locator("#token-claims").waitFor();
  };
  const sent = async () => {
    await look();
    await page.locator("#send").click();
    await page.locator("#watch").waitFor({ timeout: LONG });
  };
  /** Lets time pass, there and here, until all nodes are there. */
  const ends = async () => {
    await practice.advance(7_200);
    while ((await page.locator("#s-ended").count()) === 0) {
      await page.clock.fastForward(31_000);
      await page.waitForTimeout(50);
    }
    await says("#s-ended", SAYS.reached[0]);
    assert.equal(puts.length, 1);
    assert.equal(await made(), 1);
    await nothingLost();
  };

  before(async () => {
    app = await launch({ draft: gallery, practice: { speed: 600, plan: gallery } });
    practice = app.practice;
    await app.context.clock.install({ time: NOW });
    // Nothing leaves for Azure: the practice server answers in its place.
    await app.context.route("https://management.azure.com/**", async (route) => {
      const request = route.request();
      const { pathname, search } = new URL(request.url());
      const { authorization, "if-match": match, "if-none-match": none } = await request.allHeaders();
      assert.match(authorization, /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/);
      const headers = { authorization, "content-type": "application/json", ...(match && { "if-match": match }), ...(none && { "if-none-match": none }) };
      const answer = await fetch(`${app.url}${pathname.slice(1)}${search}`, { method: request.method(), headers, body: request.postData() ?? undefined });
      const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "*" };
      await route.fulfill({ status: answer.status, headers: cors, contentType: "application/json", body: await answer.text() });
    });
  });
  after(() => app.close());
  beforeEach(async () => {
    await emptied();
    await practice.forget();
    await page?.close();
    await open();
    await page.locator("#to-azure").check();
    await give(60);
  });

  test("401: a new token, and the call goes out", async () => {
    await look();
    await practice.faults(["put:expired@1"]);
    await page.locator("#send").click();
    await inThreeLanguages("#s-told", SAYS.token);
    await says("#told", "ExpiredAuthenticationToken");
    assert.equal(await made(), 0);
    await page.locator("#to-token").click();
    await page.waitForFunction(() => document.activeElement?.id === "token");
    await give(60);
    await page.locator("#watch").waitFor({ timeout: LONG });
    assert.equal(puts.length, 2, "the refused one, and the one with the new token");
    assert.equal(await made(), 1);
    await nothingLost();
  });

  test("the token expires in the middle: the watch goes on with a new one", async () => {
    await practice.faults(["get/pools:never-steady"]);
    await sent();
    await page.clock.fastForward(61 * 60_000);
    await inThreeLanguages("#s-told", SAYS.token);
    await says("#token-said", "expired");
    await practice.faults([]);
    await give(600);
    await ends();
  });

  test("the page is hidden for ten minutes: the same", async () => {
    await practice.faults(["get/pools:never-steady"]);
    await sent();
    await hide(true);
    await page.clock.fastForward(10 * 60_000 + 1_000);
    await hide(false);
    await inThreeLanguages("#s-told", SAYS.token);
    await says("#token-said", "hidden");
    await practice.faults([]);
    await give(600);
    await ends();
  });

  test("the device is offline when it is sent: nothing left, and one may send it once it is back", async () => {
    await look();
    for (const language of ["fr", "it", "en"]) await page.locator("#language").selectOption(language);
    await app.context.setOffline(true);
    await page.locator("#send").click();
    await inThreeLanguages("#call", SAYS.offline);
    await axe(page, { within: "#call" });
    await shot(page, "fault-offline");
    assert.deepEqual(puts, []);
    await app.context.setOffline(false);
    await page.locator("#send").click();
    await page.locator("#watch").waitFor({ timeout: LONG });
    await ends();
  });

  test("the device goes offline while it is watched, and comes back", async () => {
    await sent();
    await app.context.setOffline(true);
    await page.clock.fastForward(31_000);
    await inThreeLanguages("#watch", SAYS.offline);
    await app.context.setOffline(false);
    await ends();
  });
});

describe("served by a practice server that was told of no plan", () => {
  before(async () => {
    app = await launch({ draft: gallery, practice: { speed: 600 } });
    practice = app.practice;
    await open();
  });
  after(() => app.close());

  test("the page tells it the plan before the first look, and the history does not show that", async () => {
    assert.equal((await practice.ask("GET", ROUTE)).status, 404);
    await look();
    const { error } = await (await practice.ask("GET", ROUTE)).json();
    assert(!/Subscription|ResourceGroup/.test(error.code), error.code);
    assert(!(await page.locator("#calls").innerText()).includes(".practice"));
  });
});
