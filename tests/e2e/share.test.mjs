// A plan travels as a link: made, copied, opened elsewhere, refused where it is broken; nothing of the reader's own is lost,
// and no secret is ever in it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { deflateRawSync, inflateRawSync } from "node:zlib";

import { axe, calm, focused, inStep, launch, planText, settled, shot, until, visit, writeText } from "./harness.mjs";

const fixture = (name) => readFile(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
const managed = await readFile(new URL("../../src/examples/managed.jsonc", import.meta.url), "utf8");
const gallery = await fixture("plans/gallery.jsonc");
const mounts = await fixture("plans/mounts.jsonc");
const golden = (await fixture("links/gallery.txt")).split("\n");
const [link, ...rest] = golden;
const opened = rest.join("\n");

const mine = managed.replace('"poolName": "', '"poolName": "my-').replace("{", "{ // my own words");
const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };

/** What is in a link: the JSON, inflated here and not by the program. */
const inside = (address) => {
  const bytes = Buffer.from(address.split("/1/")[1], "base64url");
  return inflateRawSync(bytes.subarray(0, -4)).toString("utf8");
};

/** A link as the planner makes them, of any JSON. */
const linkOf = (json) => {
  const deflated = deflateRawSync(json);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(deflated));
  return `#/link/1/${Buffer.concat([deflated, check]).toString("base64url")}`;
};
const crc = (bytes) => {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
};

const isOpen = (id) => document.getElementById(id)?.open === true;
const atPlan = () => location.hash === "#/plan/form";

/** Opens the dialog and gives the link, once it is made. */
async function share(page) {
  await page.locator("#share-open").click();
  await until(page, isOpen, "share");
  return made(page);
}

async function made(page) {
  await until(page, () => document.getElementById("share-link")?.value.includes("#/link/1/"));
  return page.locator("#share-link").inputValue();
}

const kept = (page, key) => page.evaluate((name) => localStorage.getItem(name), key);

describe("sharing", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: gallery, context: clipboard });
    page = await app.open("#/plan/text");
  });
  after(() => app.close());

  test("the link is the address of this page and holds the plan without the account's names", async () => {
    const address = await share(page);
    assert(address.startsWith(`${app.url}#/link/1/`), address);
    const json = JSON.parse(inside(address));
    assert.equal(json.pool.properties.vmSize, "STANDARD_D8S_V5");
    assert.equal(json.target.poolName, "render");
    const text = inside(address);
    for (const own of ["11111111-2222", "renderfarm", "resourceGroups/rendering/"]) assert(!text.includes(own), own);
    assert(text.includes("/resourceGroups/images/"), "the group of another resource keeps its name");
    assert.match(await page.locator("#share [role=status]").innerText(), new RegExp(`${address.length}`.replace(/\B(?=(\d{3})+$)/g, ".?")));
    await shot(page, "share-wide");
    await axe(page);
  });

  test("what is left out is named", async () => {
    const secrets = await page.locator("#share-secrets li").allInnerTexts();
    assert.deepEqual(secrets.length, 1);
    assert.match(secrets[0], /\/pool\/properties\/metadata\/1\/value/);
    await page.locator("#share-left-out summary").click();
    const names = await page.locator("#share-left-out li").allInnerTexts();
    assert(names.some((name) => name.startsWith("/target/subscriptionId")), names.join("; "));
    assert(names.length >= 5);
  });

  test("with the names, when asked for, and without again", async () => {
    const without = await page.locator("#share-link").inputValue();
    await page.locator("#share-names").check();
    await until(page, (before) => !["", before].includes(document.getElementById("share-link").value), without);
    assert(inside(await made(page)).includes("11111111-2222-3333-4444-555555555555"));
    assert.equal(await page.locator("#share-left-out").count(), 0);
    await page.locator("#share-names").uncheck();
    await until(page, (before) => document.getElementById("share-link").value === before, without);
  });

  test("is copied, and the dialog says so", async () => {
    await page.locator("#share-copy").click();
    await until(page, () => document.querySelector("#share [role=status]").textContent.includes("copied"));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await page.locator("#share-link").inputValue());
  });

  test("the file is the text with its comments", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#share-file").click()]);
    assert.equal(download.suggestedFilename(), "render.jsonc");
    assert.equal(await readFile(await download.path(), "utf8"), gallery);
  });

  test("the dialog closes and gives the focus back", async () => {
    await page.keyboard.press("Escape");
    await until(page, () => document.getElementById("share") === null);
    assert.match(await focused(page), /share-open/);
    assert.equal(await planText(page), gallery, "nothing was changed");
    calm(page);
  });
});

describe("what must not travel", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: mounts });
    page = await app.open("#/plan/text");
  });
  after(() => app.close());

  test("no secret of the plan is in the link, with or without names, and each is named by its path", async () => {
    const plan = JSON.parse(mounts.replace(/^\s*\/\/.*$/gm, ""));
    const secrets = [];
    const walk = (value) => {
      for (const [name, inner] of Object.entries(value ?? {})) {
        if (["accountKey", "sasKey", "password"].includes(name)) secrets.push(inner);
        else if (typeof inner === "object") walk(inner);
      }
    };
    walk(plan.pool);
    assert(secrets.length >= 4);
    const check = async () => {
      const text = inside(await made(page));
      for (const secret of secrets) assert(!text.includes(secret), secret);
      assert.equal(await page.locator("#share-secrets li").count(), secrets.length);
    };
    const without = await share(page);
    await check();
    await page.locator("#share-names").check();
    await until(page, (before) => !["", before].includes(document.getElementById("share-link").value), without);
    await check();
    await page.keyboard.press("Escape");
    assert(!page.url().includes("link"), "the address stays as it is");
  });

  test("a key in an address is taken out and named", async () => {
    await writeText(page, '{ "pool": { "properties": { "startTask": { "resourceFiles": [{ "httpUrl": "https://s.example/c?sv=1&sig=QUJD" }] } } } }');
    const text = inside(await share(page));
    assert(!text.includes("QUJD") && text.includes("sv=1"), text);
    assert.match(await page.locator("#share-secrets").innerText(), /resourceFiles\/0\/httpUrl a key or token/);
    await page.keyboard.press("Escape");
  });

  test("a plan of 9 KB is offered as a file", async () => {
    const noise = Array.from({ length: 900 }, (_, index) => ((index * 2654435761) % 4294967296).toString(36)).join("-");
    await writeText(page, JSON.stringify({ pool: { properties: { displayName: noise + noise.split("").reverse().join("") } } }));
    const address = await share(page);
    assert(address.length > 8192, `${address.length}`);
    assert.match(await page.locator("#share .notice").innerText(), /send the file/);
    await shot(page, "share-long");
    await page.keyboard.press("Escape");
  });

  test("a text that cannot be read has no link, but a file", async () => {
    await writeText(page, '{ "pool": ');
    await page.locator("#share-open").click();
    await until(page, () => /cannot be read/.test(document.querySelector("#share [role=alert]")?.textContent));
    assert(await page.locator("#share-copy").isDisabled());
    assert(await page.locator("#share-file").isEnabled());
    await page.keyboard.press("Escape");
    calm(page);
  });
});

describe("opening a link", () => {
  for (const [locale, said] of [["en", /Opened from a link/], ["fr", /Plan ouvert à partir d’un lien/], ["it", /Aperto da un collegamento/]]) {
    test(`a new visitor has the plan at once: ${locale}`, async () => {
      const app = await launch({ context: { locale } });
      const page = await app.open(link);
      await until(page, atPlan);
      await until(page, (words) => new RegExp(words).test(document.querySelector("#verdict-line [role=status]").textContent), said.source);
      assert.equal(await page.evaluate(() => document.documentElement.lang), locale);
      assert.equal(await page.locator("dialog[open]").count(), 0);
      assert.equal(await kept(page, "draft-before"), null);
      assert.equal(await planText(page), opened);
      await inStep(page);
      await page.reload();
      await until(page, () => document.documentElement.dataset.read === "true");
      assert.equal(await planText(page), opened, "it is the draft now");
      calm(page);
      await app.close();
    });
  }

  test("what one shares opens as the same plan for another", async () => {
    const one = await launch({ draft: gallery });
    const from = await one.open("#/plan/form");
    await share(from);
    await from.locator("#share-names").check();
    await until(from, () => document.querySelector("#share-left-out") === null && document.getElementById("share-link").value !== "");
    const address = await made(from);
    await one.close();
    const two = await launch();
    const page = await two.open(address.slice(address.indexOf("#")));
    await until(page, atPlan);
    const plan = JSON.parse(await planText(page));
    assert.equal(plan.target.accountName, "renderfarm");
    assert.equal(plan.pool.properties.vmSize, "STANDARD_D8S_V5");
    calm(page);
    await two.close();
  });

  test("with a draft of one's own it asks, and keeping it keeps it", async () => {
    const app = await launch({ draft: mine });
    const page = await app.open(link);
    await until(page, isOpen, "link");
    assert.match(await page.locator("#link").innerText(), /render/);
    await shot(page, "link-asks");
    await axe(page);
    await page.locator("#link-keep").click();
    await until(page, atPlan);
    assert.equal(await planText(page), mine);
    assert.equal(await kept(page, "draft-before"), null);
    // The same by Escape, when the link is followed on the page.
    await visit(page, link);
    await until(page, isOpen, "link");
    await page.keyboard.press("Escape");
    await until(page, atPlan);
    assert.equal(await planText(page), mine);
    calm(page);
    await app.close();
  });

  test("opening it is one step back, and the draft comes back even after a reload", async () => {
    const app = await launch({ draft: mine });
    const page = await app.open(link);
    await until(page, isOpen, "link");
    await page.locator("#link-open").click();
    await until(page, atPlan);
    assert.equal(await planText(page), opened);
    assert.equal(await kept(page, "draft-before"), mine);
    await page.locator(".topbar [title=Undo]").click();
    assert.equal(await planText(page), mine);
    await page.locator(".topbar [title=Redo]").click();
    assert.equal(await planText(page), opened);
    await page.reload();
    await until(page, () => document.documentElement.dataset.read === "true");
    await until(page, () => document.getElementById("bring-back") !== null);
    assert.equal(await page.locator("dialog[open]").count(), 0, "it is not asked again");
    await shot(page, "link-set-aside");
    await axe(page);
    await page.locator("#bring-back").click();
    await until(page, () => document.getElementById("bring-back") === null);
    assert.equal(await planText(page), mine);
    assert.equal(await kept(page, "draft-before"), null);
    assert.notEqual(await focused(page), "body");
    calm(page);
    await app.close();
  });

  test("a second link does not take the place of the draft that was set aside", async () => {
    const app = await launch({ draft: mine });
    const page = await app.open(link);
    await until(page, isOpen, "link");
    await page.locator("#link-open").click();
    await until(page, atPlan);
    await visit(page, linkOf('{"target":{"poolName":"second"},"pool":{}}'));
    await until(page, isOpen, "link");
    await page.locator("#link-open").click();
    await until(page, atPlan);
    assert.equal(JSON.parse(await planText(page)).target.poolName, "second");
    assert.equal(await kept(page, "draft-before"), mine);
    calm(page);
    await app.close();
  });

  test("a link to the plan that is here asks nothing and keeps its comments", async () => {
    const app = await launch({ draft: gallery });
    const page = await app.open(link);
    await until(page, atPlan);
    assert.equal(await page.locator("dialog[open]").count(), 0);
    assert.equal(await planText(page), gallery);
    calm(page);
    await app.close();
  });

  test("links that Chromium made elsewhere are opened", async () => {
    const [other, ...expected] = (await fixture("links/gallery-by-chromium.txt")).split("\n");
    const app = await launch();
    const page = await app.open(other);
    await until(page, atPlan);
    assert.equal(await planText(page), expected.join("\n"));
    calm(page);
    await app.close();
  });
});

describe("a broken link", () => {
  let app;
  before(async () => (app = await launch({ draft: mine })));
  after(() => app.close());

  const bomb = linkOf(`{"pool":"${"x".repeat(40_000_000)}"}`);
  for (const [name, fragment, says] of [
    ["one that was cut", link.slice(0, -7), /damaged/],
    ["one that was changed", link.slice(0, 40) + (link[40] === "A" ? "B" : "A") + link.slice(41), /damaged/],
    ["one of a newer release", link.replace("/1/", "/7/"), /newer release of the planner: its format is 7/],
    ["one without a payload", "#/link/1", /damaged/],
    ["one that holds no plan", linkOf("[1,2]"), /not a plan/],
    ["one that holds no JSON", linkOf("hello"), /not a plan/],
    ["a bomb", bomb, /more than a link/],
  ]) {
    test(`${name} says what is wrong, and the draft stays`, async () => {
      const page = await app.open(fragment);
      await until(page, isOpen, "link");
      assert.match(await page.locator("#link").innerText(), says);
      if (name === "one that was cut") {
        await shot(page, "link-broken");
        await axe(page);
      }
      await page.keyboard.press("Escape");
      await until(page, atPlan);
      assert.equal(await planText(page), mine);
      assert.equal(await kept(page, "draft-before"), null);
      calm(page);
      await page.close();
    });
  }
});

describe("by keyboard alone", () => {
  test("a link is made, copied and opened", async () => {
    const app = await launch({ draft: mine, context: clipboard });
    const page = await app.open("#/plan/form");
    const tabTo = async (wanted) => {
      for (let count = 0; count < 60; count += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((id) => document.activeElement.id === id, wanted)) return;
      }
      assert.fail(`${wanted} is not reached; the focus is at ${await focused(page)}`);
    };
    await tabTo("share-open");
    await page.keyboard.press("Enter");
    await until(page, isOpen, "share");
    assert.match(await focused(page), /share-title/);
    await made(page);
    await tabTo("share-names");
    await page.keyboard.press("Space");
    await until(page, () => document.getElementById("share-names").checked);
    await made(page);
    await tabTo("share-copy");
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector("#share [role=status]").textContent.includes("copied"));
    await page.keyboard.press("Escape");
    await until(page, () => document.activeElement.id === "share-open");
    await visit(page, link);
    await until(page, isOpen, "link");
    assert.match(await focused(page), /link-title/);
    await tabTo("link-open");
    await page.keyboard.press("Enter");
    await until(page, atPlan);
    assert.equal(await planText(page), opened);
    await tabTo("bring-back");
    await page.keyboard.press("Enter");
    await until(page, () => document.getElementById("bring-back") === null);
    assert.equal(await planText(page), mine);
    calm(page);
    await app.close();
  });
});

describe("how it looks", () => {
  for (const [locale, colorScheme, width] of [["fr", "light", 360], ["it", "dark", 1440], ["en", "dark", 360], ["fr", "dark", 1024]]) {
    test(`${locale}, ${colorScheme}, ${width} px`, async () => {
      const app = await launch({ draft: mounts, context: { locale, colorScheme, viewport: { width, height: 800 } } });
      const page = await app.open("#/plan/form");
      await share(page);
      await page.locator("#share-left-out summary").click();
      await settled(page);
      await axe(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth || document.getElementById("share").scrollWidth > document.getElementById("share").clientWidth);
      assert(!wide, "nothing is wider than the window");
      await shot(page, `share-${locale}-${colorScheme}-${width}`);
      await page.keyboard.press("Escape");
      await visit(page, link);
      await until(page, isOpen, "link");
      await axe(page);
      await shot(page, `link-${locale}-${colorScheme}-${width}`);
      await page.locator("#link-open").click();
      await until(page, () => document.getElementById("bring-back") !== null);
      await axe(page);
      await shot(page, `aside-${locale}-${colorScheme}-${width}`);
      calm(page);
      await app.close();
    });
  }
});
