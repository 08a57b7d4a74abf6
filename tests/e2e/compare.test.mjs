// The Compare room: two plans from anywhere, what differs by meaning, the findings that come and go.

import assert from "node:assert/strict";
import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { axe, calm, launch, planText, settled, shot, until, visit, writeText } from "./harness.mjs";

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
const gallery = await read("src/examples/gallery.jsonc");

/** A plan with an error, a secret and a list. */
const plan = (slots = '"4"', password = "hunter2") => `{
  // comment
  "target": { "poolName": "render", "apiVersion": "2025-06-01" },
  "pool": { "properties": {
    "vmSize": "STANDARD_D4S_V5",
    "taskSlotsPerNode": ${slots},
    "userAccounts": [{ "name": "ann", "password": "${password}" }, { "name": "bob", "password": "x" }],
    "deploymentConfiguration": { "virtualMachineConfiguration": {
      "imageReference": { "publisher": "canonical", "offer": "ubuntu-24_04-lts", "sku": "server" },
      "nodeAgentSkuId": "batch.node.ubuntu 24.04"
    } },
    "scaleSettings": { "fixedScale": { "targetDedicatedNodes": 2 } }
  } }
}
`;

/** The same meaning, written otherwise. */
const otherwise = `{"pool": {"properties": {"vmSize": "Standard_D4s_v5", "taskSlotsPerNode": "4",
  "scaleSettings": {"fixedScale": {"targetDedicatedNodes": 2.0, "resizeTimeout": "PT0H15M"}},
  "deploymentConfiguration": {"virtualMachineConfiguration": {"nodeAgentSkuId": "batch.node.ubuntu 24.04",
    "imageReference": {"sku": "server", "offer": "ubuntu-24_04-lts", "publisher": "canonical"}}},
  "userAccounts": [{"password": "x", "name": "bob"}, {"password": "hunter2", "name": "ann"}]}},
  "target": {"apiVersion": "2025-06-01", "poolName": "render"}}`;

const rows = (page, block = "members") =>
  page.locator(`section:has(> header > #compared-${block}) tbody tr`).evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText)));
const summary = (page) => page.locator("#compared-summary").innerText();
const giveB = async (page, text) => {
  await page.locator("#side-b-from").selectOption("own");
  await page.locator("#side-b-text").fill(text);
  await settled(page);
};

describe("two plans", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: plan() });
    page = await app.open("#/compare");
  });
  after(() => app.close());

  test("nothing chosen: one sentence, and ways to begin", async () => {
    assert.match(await page.title(), /^Compare/);
    assert.equal(await page.locator(".topbar nav a[aria-current=page]").innerText(), "Compare");
    assert.match(await page.locator("#compared").innerText(), /Choose two plans/);
    assert.equal(await page.locator("#side-a-from").inputValue(), "current");
    assert.equal(await page.locator("#compare-before").count(), 0, "there is no earlier version yet");
    await page.locator("#compare-paste").click();
    await until(page, () => document.activeElement.id === "side-b-text");
  });

  test("another spelling is no difference; a default that is written is told as one", async () => {
    await giveB(page, otherwise);
    assert.match(await summary(page), /^0.differences/);
    assert.match(await page.locator("#compared").innerText(), /Both mean the same/);
    const defaults = await rows(page, "defaults");
    assert.equal(defaults.length, 1);
    assert.match(defaults[0].join(" "), /resizeTimeout.*same as the default.*PT0H15M/s);
    assert.match(await page.locator("#compared").innerText(), /The same findings in both/);
  });

  test("what differs is told by member, without secrets, with the findings that went", async () => {
    await giveB(page, plan("4", "hunter3").replace('"bob"', '"bill"'));
    const told = await rows(page);
    assert.match(told[0].join(" "), /taskSlotsPerNode.*"4" 4$/s);
    assert.match(told[1].join(" "), /userAccounts\/0\/password.*a secret: not shown a secret: not shown/s);
    assert(!(await page.locator("#compared").innerText()).includes("hunter"));
    assert.match(await summary(page), /A: 1.error.* → B: 0.errors/);
    const findings = await page.locator("section:has(> header > #compared-findings)").innerText();
    assert.match(findings, /No longer in B \(1\)/);
    assert.match(findings, /Error · \/pool\/properties\/taskSlotsPerNode/);
    assert.match(findings, /AB0013/);
    await axe(page);
  });

  test("swapped, everything is told the other way round", async () => {
    await page.locator("#swap").click();
    await settled(page);
    assert.equal(await page.locator("#side-b-from").inputValue(), "current");
    assert.match(await summary(page), /A: 0.errors.* → B: 1.error/);
    assert.match(await page.locator("#compared").innerText(), /New in B \(1\)/);
    assert.equal(await page.locator("#compare-use").count(), 0, "B is the plan already");
    await page.locator("#swap").click();
    await settled(page);
  });

  test("leads to the field of the plan", async () => {
    await page.getByRole("button", { name: /Go to field.*taskSlotsPerNode/ }).click();
    await until(page, () => document.activeElement.closest("[id$=taskSlotsPerNode]"));
    await visit(page, "#/compare");
    assert.equal(await page.locator("#side-b-from").inputValue(), "own", "what was chosen stays");
  });

  test("B becomes the plan, which can be undone; then A is an earlier version", async () => {
    const before = plan();
    await page.locator("#compare-use").click();
    await settled(page);
    assert.match(await page.locator("#verdict-line .done").innerText(), /B is now the plan/);
    assert.match(await summary(page), /^0.differences/);
    await page.locator("#side-a-from").selectOption("earlier-0");
    await settled(page);
    assert.equal(await page.locator("#side-a-text").inputValue(), before);
    assert((await rows(page)).length > 1);
    await page.locator(".topbar .tools button").first().click();
    await settled(page);
    assert.equal(await planText(page), before);
    await visit(page, "#/compare");
  });

  test("is copied as Markdown, whole and without secrets", async () => {
    await app.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator("#compare-copy").click();
    await until(page, () => /copied/.test(document.querySelector("#verdict-line .done").textContent));
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /\| Member \| A \| B \|/);
    assert.match(text, /`\/pool\/properties\/taskSlotsPerNode` \| `"4"` \| `4` \|/);
    assert(!text.includes("hunter"));
  });

  test("a file, an example, a broken text", async () => {
    const folder = await mkdtemp(join(tmpdir(), "compare-"));
    const file = join(folder, "a <b>.jsonc");
    await writeFile(file, plan("4"));
    await page.locator("#side-b-file").setInputFiles(file);
    await until(page, () => document.getElementById("side-b-from").selectedOptions[0].textContent === "file a <b>.jsonc");
    await rm(folder, { recursive: true });
    await page.locator("#side-b-from").selectOption("example-0");
    await settled(page);
    assert.equal(await page.locator("#side-b-text").inputValue(), gallery);
    await giveB(page, "{ \"pool\": ");
    assert.match(await page.locator("#compared [role=alert]").innerText(), /Plan B cannot be read\. \S/);
    await giveB(page, "  ");
    assert.match(await page.locator("#compared").innerText(), /Choose two plans/);
  });

  test("a link that cannot be read says so and loses nothing", async () => {
    await giveB(page, otherwise);
    await visit(page, "#/compare/1/%3Cscript%3E");
    assert.match(await page.locator("#verdict-line .done").innerText(), /link is damaged/);
    assert.equal(await page.locator("#side-b-text").inputValue(), otherwise);
    await visit(page, "#/compare");
  });

  test("speaks another language and keeps what was chosen", async () => {
    await page.locator("#language").selectOption("fr");
    await until(page, () => /Deux plans/.test(document.getElementById("sides-heading")?.textContent ?? ""));
    assert.equal(await page.locator("#side-b-text").inputValue(), otherwise);
    assert.match(await page.locator("#compared").innerText(), /sont équivalents/);
    await page.locator("#language").selectOption("en");
    calm(page);
  });
});

test("a link holds both plans, and no secret", async () => {
  const secret = "hunter2";
  const app = await launch({ draft: plan(), context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const page = await app.open("#/compare");
  await giveB(page, plan("8"));
  await until(page, () => document.querySelectorAll(".compared tbody tr").length > 0);
  const told = await page.locator(".compared tbody tr").count();
  await page.locator("#compare-share").click();
  await until(page, () => /Link copied, without the secrets/.test(document.querySelector("#verdict-line .done").textContent));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#\/compare\/1\/[\w-]+$/);
  await page.close();
  const opened = await app.open(link.slice(link.indexOf("#")));
  await until(opened, (told) => document.querySelectorAll(".compared tbody tr").length === told, told);
  assert.match(await opened.locator("#side-b-text").inputValue(), /userAccounts/);
  assert(!(await opened.locator("#side-b-text").inputValue()).includes(secret));
  calm(opened);
  await app.close();
});

test("the keyboard reaches everything in order", async () => {
  const app = await launch({ draft: plan() });
  const page = await app.open("#/compare");
  await writeText(page, plan("4"));
  await visit(page, "#/compare");
  await page.locator("#compare-before").focus();
  await page.keyboard.press("Enter");
  await until(page, () => document.querySelectorAll(".compared tbody tr").length > 0);
  // The button is gone; the focus comes to what took its place.
  await until(page, () => document.activeElement !== document.body);
  await page.locator("#side-b-from").focus();
  await page.keyboard.press("End");
  await until(page, () => document.getElementById("side-b-from").value === "example-2" && document.querySelector("#side-b-text"));
  await until(page, () => document.activeElement.id === "side-b-from");
  await page.locator("#side-b-text").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("// mine");
  assert.match(await page.locator("#side-b-text").inputValue(), /\/\/ mine$/, "typing goes on where it began");
  assert.equal(await page.locator("#side-b-from").inputValue(), "own");
  await page.locator("#side-b-from").selectOption("current");
  await until(page, () => !document.getElementById("side-b-text"));
  // What follows the choice may be made anew after it: the walk begins once it stands still.
  await settled(page);
  await until(page, () => {
    document.getElementById("swap").focus();
    return document.activeElement.id === "swap";
  });
  await settled(page);
  await until(page, () => document.activeElement.id === "swap");
  const seen = [];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(() => document.activeElement.id));
  }
  assert.deepEqual(seen, ["side-a-file", "side-a-from", "side-a-text", "side-b-file", "side-b-from", "compare-copy"]);
  calm(page);
  await app.close();
});

test("long texts: no freeze, and the list says how much more there is", async () => {
  const files = (from) =>
    Array.from({ length: 6000 }, (_, index) => `{ "filePath": "f${index}", "httpUrl": "https://a/${index + from}" }`).join(",\n");
  const long = (from) => `{ "pool": { "properties": { "startTask": { "commandLine": "x", "resourceFiles": [${files(from)}] } } } }`;
  assert(long(0).length > 300_000);
  const app = await launch({ draft: plan() });
  const page = await app.open("#/compare");
  for (const [side, from] of [["a", 0], ["b", 1]]) {
    await page.locator(`#side-${side}-file`).setInputFiles({ name: `${side}.json`, mimeType: "application/json", buffer: Buffer.from(long(from)) });
  }
  await page.waitForFunction(() => document.querySelectorAll(".compared tbody tr").length === 200, undefined, { timeout: 20_000 });
  assert.match(await page.locator("#compared").innerText(), /and 5.800 more/);
  assert.equal(await page.locator("#side-a-text").inputValue(), "", "a long text is not laid out");
  calm(page);
  await app.close();
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
  ["en", "en-GB", "dark", 360], ["fr", "fr-FR", "light", 360], ["it", "it-IT", "dark", 320],
];
for (const [language, locale, colorScheme, width] of CASES) {
  test(`${language}, ${colorScheme}, ${width}: every state fits, and axe finds nothing`, async () => {
    const app = await launch({ draft: plan(), context: { locale, colorScheme, viewport: { width, height: 800 } } });
    const page = await app.open("#/compare");
    const wrong = [];
    const look = async (name, pane) => {
      const label = page.locator(`label:has(#show-${pane})`);
      if (await label.isVisible()) await label.click();
      await settled(page);
      await shot(page, `compare-${language}-${colorScheme}-${width}-${name}`);
      wrong.push(...(await page.evaluate(overflowing)).map((fault) => `${name}: ${fault}`));
      wrong.push(...(await axe(page).then(() => [], (error) => error.actual ?? [error.message])).map((fault) => `${name}: ${fault}`));
    };
    await look("sides", "a");
    await look("empty", "b");
    await page.locator("#compare-example").click();
    await look("example", "b");
    await look("example-sides", "a");
    await giveB(page, plan("4", "hunter3").replace('"taskSlotsPerNode"', '"resourceTags": {"a": "b"}, "taskSlotsPerNode"'));
    await look("pasted", "b");
    if (await page.locator("label:has(#show-a)").isVisible()) await page.locator("label:has(#show-a)").click();
    await giveB(page, otherwise);
    await look("same", "b");
    if (await page.locator("label:has(#show-a)").isVisible()) await page.locator("label:has(#show-a)").click();
    await giveB(page, "{");
    await look("broken", "b");
    assert.deepEqual(wrong, []);
    calm(page);
    await app.close();
  });
}

test("forced colours and 200 % zoom: all fits", async () => {
  const context = { forcedColors: "active", viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 };
  const app = await launch({ draft: plan(), context });
  const page = await app.open("#/compare");
  await page.locator("label:has(#show-b)").click();
  await page.locator("#compare-example").click();
  await settled(page);
  await shot(page, "compare-forced-colours");
  assert.deepEqual(await page.evaluate(overflowing), []);
  await app.close();
});
