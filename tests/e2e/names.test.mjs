// The same thing by its other names: one member of the pool on every surface. It follows plan, caret, address and language.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { axe, calm, launch, settled, shot, until, visit } from "./harness.mjs";

const plan = await readFile(new URL("../fixtures/plans/gallery.jsonc", import.meta.url), "utf8");

describe("the other names", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: plan });
    page = await app.open("#/plan/form/code/names");
    await settled(page);
    await page.locator(".other-names").waitFor();
  });
  after(() => app.close());

  const head = () => page.locator("#names-head").innerText();
  const row = (surface) => page.locator(`[data-surface="${surface}"]`);
  const headed = (name) => until(page, (name) => document.querySelector("#names-head")?.textContent === name, name);

  test("begin with the VM size, on every surface", async () => {
    assert.equal(await head(), "vmSize");
    assert.equal(await page.locator(".other-names tbody tr").count(), 10);
    assert.equal(await row("azurerm").locator("td code").first().innerText(), "vm_size");
    assert.equal(await row("arm").locator("td code").first().innerText(), "properties.vmSize");
    assert.equal(await page.locator("#output").inputValue(), "names");
    assert.equal(await page.locator(".pane-b .tabs [aria-current=page]").innerText(), "Code");
  });

  test("are chosen from the members of the plan, by keyboard, and have an address", async () => {
    const select = page.locator("#names-member");
    await select.selectOption({ label: "virtualMachineConfiguration.nodeAgentSkuId" });
    await headed("nodeAgentSkuId");
    assert.match(page.url(), /#\/plan\/form\/code\/names\/properties\.deploymentConfiguration\.virtualMachineConfiguration\.nodeAgentSkuId$/);
    assert.match(await row("azbatch").innerText(), /nodeAgentSKUId\s+"batch\.node/);
    assert.match(await row("csharp-compute").innerText(), /NodeAgentSkuId\s+"batch\.node/);
    await select.focus();
    await page.keyboard.press("ArrowUp");
    await until(page, () => document.querySelector("#names-head")?.textContent !== "nodeAgentSkuId");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "names-member");
    await page.goBack();
    await headed("nodeAgentSkuId");
  });

  test("are found by any name in the address, and by none it is said so", async () => {
    await visit(page, "#/plan/form/code/names/max_tasks_per_node");
    await headed("taskSlotsPerNode");
    await visit(page, "#/plan/form/code/names/metadata%5B1%5D.name");
    await headed("name");
    assert.match(await row("arm").innerText(), /properties\.metadata\[1\]\.name\s+"password hint"/);
    await visit(page, "#/plan/form/code/names/nobody%3Cb%3EKnows");
    await until(page, () => /nobody<b>Knows/.test(document.querySelector("#names .item")?.textContent ?? ""));
    assert.equal(await head(), "vmSize");
  });

  test("say why a surface has none", async () => {
    await visit(page, "#/plan/form/code/names/nodeDeallocationOption");
    await headed("nodeDeallocationOption");
    assert.match(await row("azbatch").innerText(), /no name\s+The Batch service takes it when a pool is resized/);
    assert.match(await row("azurerm").innerText(), /node_deallocation_method/);
  });

  test("follow the caret and what is typed", async () => {
    await visit(page, "#/plan/text/code/names");
    const text = page.locator("#plan-text");
    const whole = await text.inputValue();
    const at = whole.indexOf('"targetDedicatedNodes"') + 3;
    await text.focus();
    await text.evaluate((area, at) => area.setSelectionRange(at, at), at);
    await headed("targetDedicatedNodes");
    const link = page.locator(".editor-foot .place a");
    assert.equal(await link.getAttribute("href"), "#/plan/text/code/names");
    const digits = /"targetDedicatedNodes":\s*(\d+)/.exec(whole);
    const end = digits.index + digits[0].length;
    await text.evaluate((area, end) => area.setSelectionRange(end, end), end);
    await page.keyboard.type("7");
    await until(page, (value) => document.querySelector('[data-surface="go"]')?.textContent.includes(`(${value})`), `${digits[1]}7`);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "plan-text");
  });

  test("never show a secret", async () => {
    await visit(page, "#/plan/text");
    await page.locator("#plan-text").fill('{"pool": {"properties": {"userAccounts": [{"name": "u", "password": "S3CRET"}]}}}');
    await visit(page, "#/plan/form/code/names/password");
    await headed("password");
    assert(!(await page.locator("#names").innerText()).includes("S3CRET"));
    assert.match(await row("arm").innerText(), /A secret: its value is not shown\./);
    await visit(page, "#/plan/text");
    await page.locator("#plan-text").fill(plan);
    await visit(page, "#/plan/form/code/names/targetLowPriorityNodes");
    await headed("targetLowPriorityNodes");
  });

  test("break nothing of accessibility in three languages, both themes and narrow", async () => {
    for (const [language, colorScheme] of [["en", "light"], ["fr", "dark"], ["it", "light"]]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.locator("#language").selectOption(language);
      await until(page, (language) => document.documentElement.lang === language, language);
      await visit(page, "#/plan/form/code/names/properties.vmSize");
      await headed("vmSize");
      await visit(page, "#/plan/form/code/names/nodeDeallocationOption");
      await headed("nodeDeallocationOption");
      await settled(page);
      await axe(page);
      await shot(page, `names-${language}`);
      for (const width of [1024, 360]) {
        await page.setViewportSize({ width, height: 780 });
        await settled(page);
        await axe(page);
        assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}: it is wider than the window`);
        await shot(page, `names-${language}-${width}`);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    calm(page);
  });
});
