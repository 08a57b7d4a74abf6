// Everything about a plan in one archive: made on the page, read here by nothing but what node has, and without a secret.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { axe, calm, focused, launch, planText, settled, shot, until, visit, writeText } from "./harness.mjs";
import { inside, unpacked } from "./zip.mjs";

const gallery = await readFile(new URL("../../src/examples/gallery.jsonc", import.meta.url), "utf8");
const mounts = await readFile(new URL("../fixtures/plans/mounts.jsonc", import.meta.url), "utf8");

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
