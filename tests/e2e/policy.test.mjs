// Whom the page may call: its own origin and Azure Resource Manager of the three clouds. Read from the built page, and
// proven: every other address is refused by the browser before anything is sent.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";

import { launch } from "./harness.mjs";

const CLOUDS = ["https://management.azure.com", "https://management.usgovcloudapi.net", "https://management.chinacloudapi.cn"];
const policyOf = (page) => page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");

/** Tries an address in every way in which a script can call; tells what came of it and what the policy blocked. */
const tryAll = (page, url) =>
  page.evaluate(async (url) => {
    const blocked = [];
    const note = (event) => blocked.push(event.effectiveDirective);
    document.addEventListener("securitypolicyviolation", note);
    const socket = url.replace(/^http/, "ws");
    const ends = (start) =>
      new Promise((done) => {
        try {
          const what = start();
          what.onload = what.onopen = what.onmessage = () => done("reached");
          what.onerror = () => done("refused");
        } catch {
          done("refused");
        }
      });
    const came = {
      fetch: await fetch(url).then(() => "reached", () => "refused"),
      opaque: await fetch(url, { mode: "no-cors" }).then(() => "reached", () => "refused"),
      put: await fetch(url, { method: "PUT", headers: { authorization: "Bearer x" }, body: "{}" }).then(() => "reached", () => "refused"),
      request: await ends(() => {
        const request = new XMLHttpRequest();
        request.open("GET", url);
        request.send();
        return request;
      }),
      socket: await ends(() => new WebSocket(socket)),
      events: await ends(() => new EventSource(url)),
    };
    navigator.sendBeacon(url, "x");
    // What is blocked without an answer to the script is told a moment later.
    for (let tries = 0; tries < 50 && blocked.length < 7; tries += 1) await new Promise((later) => setTimeout(later, 20));
    document.removeEventListener("securitypolicyviolation", note);
    return { came: Object.values(came), blocked };
  }, url);

let app, page, other, reached;
before(async () => {
  // Somebody else on this machine, who would take any call of any page.
  reached = [];
  other = createServer((request, response) => {
    reached.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "*" }).end("{}");
  });
  await new Promise((listening) => other.listen(0, "127.0.0.1", listening));
  app = await launch();
  page = await app.open();
});
after(async () => {
  await app.close();
  other.closeAllConnections();
  await new Promise((closed) => other.close(closed));
});

test("the policy names its own origin and the three clouds, and nothing else", async () => {
  const policy = await policyOf(page);
  const directives = Object.fromEntries(policy.split(";").map((part) => part.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources]));
  assert.deepEqual(directives["connect-src"].sort(), ["'self'", ...CLOUDS].sort());
  assert.deepEqual(directives["default-src"], ["'none'"]);
  assert.deepEqual(directives["form-action"], ["'none'"]);
});

describe("any other address is refused by the policy, whatever way a script takes", () => {
  const addresses = [
    "https://example.com/",
    "http://management.azure.com/subscriptions",
    "https://management.azure.com:8443/subscriptions",
    "https://management.azure.com.example.com/subscriptions",
    "https://sub.management.azure.com/subscriptions",
    "https://management.core.windows.net/",
    "https://login.microsoftonline.com/common/oauth2/v2.0/token",
    "https://account.westeurope.batch.azure.com/pools",
  ];
  for (const address of addresses) {
    test(address, async () => {
      const requests = page.requests.length;
      page.trouble.length = 0;
      const { came, blocked } = await tryAll(page, address);
      assert.deepEqual([...new Set(came)], ["refused"]);
      assert.deepEqual(blocked, Array(7).fill("connect-src"));
      // The browser's tools are told of some of them, as of requests that the policy stopped.
      const stopped = page.trouble.filter((line) => line === `request failed: ${address} csp`);
      assert.equal(stopped.length, page.requests.length - requests, "something left");
    });
  }

  test("another port of this machine", async () => {
    for (const host of ["127.0.0.1", "localhost"]) {
      const { came, blocked } = await tryAll(page, `http://${host}:${other.address().port}/subscriptions`);
      assert.deepEqual([...new Set(came)], ["refused"]);
      assert.equal(blocked.length, 7);
    }
    assert.deepEqual(reached, []);
  });
});

test("its own origin and the three clouds are let through", async () => {
  const asked = [];
  for (const cloud of CLOUDS) {
    await app.context.route(`${cloud}/**`, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ status: 200, headers: { "access-control-allow-origin": "*" }, contentType: "application/json", body: "{}" });
    });
  }
  const urls = [new URL("favicon.svg", app.url).href, ...CLOUDS.map((cloud) => `${cloud}/subscriptions?api-version=2022-12-01`)];
  const statuses = await page.evaluate((urls) => Promise.all(urls.map((url) => fetch(url).then((answer) => answer.status, () => "refused"))), urls);
  assert.deepEqual(statuses, [200, 200, 200, 200]);
  assert.deepEqual(asked.sort(), urls.slice(1).sort());
});

describe("a practice server", () => {
  let served;
  before(async () => (served = await launch({ practice: {} })));
  after(() => served.close());

  test("serves the page with the same policy", async () => {
    const theirs = await served.open();
    assert.equal(await policyOf(theirs), await policyOf(page));
  });

  test("answers the page that it serves", async () => {
    const theirs = await served.open();
    const status = await theirs.evaluate(() => fetch("/subscriptions?api-version=2022-12-01", { headers: { authorization: "Bearer x" } }).then((answer) => answer.status));
    assert.notEqual(status, 401);
    assert.equal((await served.practice.calls()).length, 1);
  });

  test("is out of reach of a page from another port", async () => {
    await served.practice.forget();
    for (const path of [".practice/", "subscriptions?api-version=2022-12-01"]) {
      const { came, blocked } = await tryAll(page, new URL(path, served.url).href);
      assert.deepEqual([...new Set(came)], ["refused"]);
      assert.equal(blocked.length, 7);
    }
    assert.deepEqual(await served.practice.calls(), []);
  });
});
