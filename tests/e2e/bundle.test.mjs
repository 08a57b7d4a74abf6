// Everything about a plan in one archive: made on the page, read here by nothing but what node has, and without a secret.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { inflateRawSync } from "node:zlib";

import { axe, calm, focused, launch, planText, settled, shot, until, visit, writeText } from "./harness.mjs";

const gallery = await readFile(new URL("../../src/examples/gallery.jsonc", import.meta.url), "utf8");
const mounts = await readFile(new URL("../fixtures/plans/mounts.jsonc", import.meta.url), "utf8");

const crc32 = (bytes) => {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
};

/** The files of an archive by their names: the central directory says where each is. */
function unpacked(zip) {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  assert(end >= 0, "no archive");
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    assert.equal(zip.toString("latin1", at, at + 4), "PK\x01\x02");
    const [method, check, packed, size, length] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)];
    const name = zip.toString("utf8", at + 46, at + 46 + length);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const stored = zip.subarray(from, from + packed);
    const bytes = method === 8 ? inflateRawSync(stored) : stored;
    assert.equal(bytes.length, size, name);
    assert.equal(crc32(bytes), check, name);
    assert(!files.has(name), `${name} twice`);
    files.set(name, { text: bytes.toString("utf8"), method });
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** What is in a link. */
const inside = (link) => inflateRawSync(Buffer.from(link.trim().split("/1/")[1], "base64url").subarray(0, -4)).toString("utf8");

/** Makes the bundle and gives its name and its files. */
async function bundle(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#report-bundle").click()]);
  return { name: download.suggestedFilename(), files: unpacked(await readFile(await download.path())) };
}

const said = (page, words) =>
  until(page, (words) => document.querySelector("#verdict-line [role=status]").textContent.includes(words), words);

describe("the bundle", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: gallery, context: { acceptDownloads: true } });
    page = await app.open("#/plan/form/report");
    await settled(page);
  });
  after(() => app.close());

  test("has the plan, every output, the findings and the link", async () => {
    const { name, files } = await bundle(page);
    const pool = JSON.parse(gallery.replace(/^\s*\/\/.*$/gm, "")).target.poolName;
    assert.equal(name, `${pool}.zip`);
    await said(page, `Bundle ready: ${name}`);
    assert.equal(files.get("plan.jsonc").text, gallery);
    assert.match(files.get("findings.html").text, /^<!doctype html>\n<html lang="en">/);
    assert.match(files.get("findings.md").text, /^# Findings: pool /);
    const outputs = [...files.keys()].filter((file) => file.startsWith("outputs/"));
    assert(outputs.length >= 17, outputs.join(" "));
    assert.equal(JSON.parse(files.get("outputs/pool.json").text).properties.vmSize, JSON.parse(inside(files.get("link.txt").text)).pool.properties.vmSize);
    for (const file of files.keys()) {
      assert.match(file, /^(outputs\/)?[A-Za-z][A-Za-z0-9_.-]*$/);
      if (file !== "README.txt") assert(files.get("README.txt").text.includes(`- ${file} `), file);
    }
    assert([...files.values()].filter((file) => file.method === 8).length >= 17, "they are deflated");
    assert.match(await focused(page), /report-bundle/);
  });

  test("has a link that opens to the same plan elsewhere", async () => {
    const { files } = await bundle(page);
    const link = files.get("link.txt").text.trim();
    assert(link.startsWith(`${app.url}#/link/1/`), link);
    const other = await launch();
    const there = await other.open(link.slice(link.indexOf("#")));
    await until(there, () => location.hash === "#/plan/form");
    const plan = JSON.parse(await planText(there));
    assert.deepEqual(plan.pool, JSON.parse(files.get("outputs/pool.json").text));
    calm(there);
    await other.close();
  });

  test("breaks nothing of accessibility, wide and narrow, in both themes", async () => {
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await settled(page);
      await axe(page);
      await shot(page, `bundle-${colorScheme}`);
    }
    await page.setViewportSize({ width: 360, height: 780 });
    await axe(page);
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it is wider than the window");
    await shot(page, "bundle-narrow");
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  for (const [language, label, ready, readme] of [
    ["fr", "Archive (.zip)", "Archive prête\u00a0: ", "Archive du pool "],
    ["it", "Archivio (.zip)", "Archivio pronto: ", "Archivio del pool "],
  ]) {
    test(`speaks the language of the page: ${language}`, async () => {
      await page.locator("#language").selectOption(language);
      await until(page, (label) => document.getElementById("report-bundle")?.textContent === label, label);
      await shot(page, `bundle-${language}`);
      const { name, files } = await bundle(page);
      await said(page, ready + name);
      assert(files.get("README.txt").text.startsWith(readme), files.get("README.txt").text.slice(0, 80));
      assert.match(files.get("findings.html").text, new RegExp(`<html lang="${language}">`));
    });
  }

  test("no secret of the plan is in any of its files", async () => {
    await page.locator("#language").selectOption("en");
    const plan = JSON.parse(mounts.replace(/^\s*\/\/.*$/gm, ""));
    const secrets = ["QUJDhidden", "hunter2hunter2"];
    const walk = (value) => {
      for (const [name, inner] of Object.entries(value ?? {})) {
        if (["accountKey", "sasKey", "password"].includes(name)) secrets.push(inner);
        else if (typeof inner === "object") walk(inner);
      }
    };
    walk(plan.pool);
    assert(secrets.length >= 6);
    plan.pool.properties.startTask = { commandLine: "x", resourceFiles: [{ httpUrl: "https://s.example/c?sv=1&sig=QUJDhidden", filePath: "c" }] };
    plan.pool.properties.userAccounts = [{ name: "u", password: "hunter2hunter2" }];
    plan.target.poolName = "../up";
    await writeText(page, JSON.stringify(plan));
    await visit(page, "#/plan/text/report");
    const { name, files } = await bundle(page);
    assert.equal(name, "plan.zip");
    for (const [file, { text }] of files) {
      const whole = file === "link.txt" ? inside(text) : text;
      for (const secret of secrets) assert(!whole.includes(secret), `${file}: ${secret}`);
    }
    assert.match(files.get("README.txt").text, /- \/pool\/properties\/userAccounts\/0\/password {2}a secret/);
    assert.equal(JSON.parse(files.get("plan.jsonc").text).pool.properties.userAccounts[0].password, "<secret>");
  });

  test("without means to deflate, the files are stored and there is no link", async () => {
    await page.evaluate(() => delete globalThis.CompressionStream);
    const { files } = await bundle(page);
    assert(!files.has("link.txt"));
    assert.match(files.get("README.txt").text, /There is no link/);
    assert([...files.values()].every((file) => file.method === 0));
  });

  test("of a text that cannot be read there is none, and the page says so", async () => {
    await writeText(page, '{ "pool": ');
    await visit(page, "#/plan/text/report");
    await page.locator("#report-bundle").click();
    await said(page, "There is no plan to bundle");
    calm(page);
  });
});
