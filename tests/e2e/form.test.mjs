// A plan by the form alone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { calm, focused, inStep, launch, planText, reported, settled, shot, until, untilReady, visit, writeText } from "./harness.mjs";

const example = (name) => readFile(new URL(`../../src/examples/${name}.jsonc`, import.meta.url), "utf8");
const gallery = JSON.parse(await example("gallery"));
const managed = await example("managed");

const VM = "/pool/properties/deploymentConfiguration/virtualMachineConfiguration";
const FIXED = "/pool/properties/scaleSettings/fixedScale";

/** The control for a pointer into the plan. */
const field = (page, pointer, part = "") => page.locator(`[id="f${pointer.replaceAll("/", "-")}${part}"]`);
/** Chooses among options that stand side by side. */
const choose = (page, pointer, label) => field(page, pointer).getByText(label, { exact: true }).click();

/** The plan as data. Leaves the reader in the form. */
async function plan(page) {
  const text = await planText(page);
  await visit(page, "#/plan/form");
  return JSON.parse(text);
}

describe("the form alone", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: "{}", context: { permissions: ["clipboard-read", "clipboard-write"] } });
    page = await app.open("#/plan/form");
  });
  after(() => app.close());

  test("makes the whole plan of the gallery example from nothing", async () => {
    const { target, image, pool } = gallery;
    await field(page, "/target/cloud").selectOption("AzurePublic");
    for (const name of ["subscriptionId", "resourceGroup", "accountName", "region", "poolName"]) {
      await field(page, `/target/${name}`).fill(target[name]);
    }
    await choose(page, "/target/poolAllocationMode", "Batch service");
    await choose(page, "/target/authentication", "Entra ID");
    await field(page, "/target/apiVersion").selectOption(target.apiVersion);
    await field(page, "/target/quotas/dedicatedCores", "-part").fill("2 000");
    await field(page, "/target/quotas/spotCores", "-part").fill("500");
    await field(page, "/target/quotas/pools").fill("20");

    const machine = pool.properties.deploymentConfiguration.virtualMachineConfiguration;
    await choose(page, `${VM}/imageReference`, "Gallery");
    await field(page, `${VM}/imageReference/id`).fill(machine.imageReference.id);
    await field(page, "/image/source").selectOption(image.source);
    await field(page, "/image/basePublisher").selectOption(image.basePublisher);
    await field(page, "/image/builtWith").selectOption(image.builtWith);
    await field(page, "/image/osType", "-part").selectOption(image.osType);
    await field(page, "/image/hyperVGeneration", "-part").selectOption(image.hyperVGeneration);
    await field(page, "/image/osState", "-part").selectOption(image.osState);
    await field(page, "/image/replicasInRegion").fill("2");
    for (const label of ["Default temp drive", "No extensions", "OS disk not encrypted", "Managed disks"]) {
      await page.getByLabel(label, { exact: true }).check();
    }
    await field(page, "/image/hasPurchasePlan").check();
    await field(page, "/image/hasPurchasePlan").uncheck();

    const fixed = pool.properties.scaleSettings.fixedScale;
    await choose(page, "/pool/properties/scaleSettings", "Fixed");
    await field(page, `${FIXED}/targetDedicatedNodes`).fill(String(fixed.targetDedicatedNodes));
    await field(page, `${FIXED}/targetLowPriorityNodes`).fill("0");
    await field(page, `${FIXED}/resizeTimeout`).fill(fixed.resizeTimeout);
    await field(page, `${FIXED}/nodeDeallocationOption`).selectOption(fixed.nodeDeallocationOption);
    await page.getByLabel("Nodes talk to each other").check();
    await page.getByLabel("Nodes talk to each other").uncheck();

    await field(page, "/pool/properties/vmSize").fill(pool.properties.vmSize);
    await field(page, `${VM}/nodeAgentSkuId`).fill(machine.nodeAgentSkuId);
    await field(page, `${VM}/osDisk/caching`, "-part").selectOption("ReadWrite");
    await field(page, "/pool/properties/displayName").fill(pool.properties.displayName);
    await field(page, "/pool/properties/taskSlotsPerNode").fill("4");
    await choose(page, "/pool/properties/taskSchedulingPolicy/nodeFillType", "Pack");
    await field(page, "/pool/properties/startTask/commandLine").fill(pool.properties.startTask.commandLine);
    await page.getByLabel("Wait for success").check();
    await page.getByLabel("As administrator").check();
    await settled(page);

    // Two members of the example have no row of their own.
    const wanted = structuredClone(gallery);
    delete wanted.pool.properties.startTask.maxTaskRetryCount;
    delete wanted.pool.properties.startTask.userIdentity.autoUser.scope;
    assert.deepEqual(await plan(page), wanted);
    await inStep(page);
    assert.equal(await page.locator("#group-error").count(), 0);
    await shot(page, "form-gallery");
  });

  test("the request can be copied, and the plan outlives a reload", async () => {
    const made = await plan(page);
    await visit(page, "#/plan/form/request/arm");
    await page.locator("#copy").click();
    await until(page, () => /copied/.test(document.querySelector("#verdict-line [role=status]").textContent));
    assert.deepEqual(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())), made.pool);
    await page.reload();
    await untilReady(page);
    assert.deepEqual(await plan(page), made);
    assert.equal(await field(page, "/target/poolName").inputValue(), gallery.target.poolName);
    calm(page);
  });

  test("nothing was sent anywhere", () => {
    const origin = new URL(app.url).origin;
    assert.deepEqual(page.requests.filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url)), []);
  });
});

describe("a control", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: managed });
    page = await app.open("#/plan/form");
  });
  after(() => app.close());
  const nodes = () => field(page, `${FIXED}/targetDedicatedNodes`);

  test("takes numbers as people write them, with narrow, no-break or plain spaces", async () => {
    for (const [typed, meant] of [["2\u202f400", 2400], ["2\u00a0400", 2400], ["2 400", 2400], ["2400", 2400], ["−1", -1]]) {
      await nodes().fill(typed);
      assert.equal((await plan(page)).pool.properties.scaleSettings.fixedScale.targetDedicatedNodes, meant, JSON.stringify(typed));
    }
  });

  test("keeps what is no number as it was typed, and says what is wrong with it", async () => {
    await nodes().fill("many");
    await settled(page);
    assert.equal(await nodes().inputValue(), "many");
    assert.equal(await nodes().getAttribute("aria-invalid"), "true");
    assert.equal((await plan(page)).pool.properties.scaleSettings.fixedScale.targetDedicatedNodes, "many");
    await nodes().fill("2400");
  });

  test("that is emptied takes the member away", async () => {
    await nodes().fill("");
    assert(!("targetDedicatedNodes" in (await plan(page)).pool.properties.scaleSettings.fixedScale));
    await nodes().fill("2400");
  });

  test("keeps the caret where one types", async () => {
    const size = field(page, "/pool/properties/vmSize");
    await size.fill("STANDARD_D4S_V3");
    await size.evaluate((input) => input.setSelectionRange(9, 9));
    await page.keyboard.type("XY");
    assert.equal(await size.inputValue(), "STANDARD_XYD4S_V3");
    assert.equal(await size.evaluate((input) => input.selectionStart), 11);
    await size.fill("STANDARD_D4S_V3");
  });

  test("keeps what one types letter by letter, blanks and all", async () => {
    const name = field(page, "/pool/properties/displayName");
    await name.pressSequentially("Render  farm \"7\" \\ é ");
    assert.equal(await name.inputValue(), "Render  farm \"7\" \\ é ");
    assert.equal((await plan(page)).pool.properties.displayName, "Render  farm \"7\" \\ é ");
  });

  test("keeps a number letter by letter, with its spaces, until it is left", async () => {
    await nodes().fill("");
    await nodes().pressSequentially("2 400");
    assert.equal((await plan(page)).pool.properties.scaleSettings.fixedScale.targetDedicatedNodes, 2400);
  });

  test("one word typed is one step to undo", async () => {
    const beforehand = await plan(page);
    await page.waitForTimeout(1_000);
    await field(page, "/target/region").fill("");
    await page.waitForTimeout(1_000);
    await field(page, "/target/region").pressSequentially("francecentral", { delay: 10 });
    await page.keyboard.press("Control+z");
    assert(!("region" in (await plan(page)).target), "the typed word is gone at once");
    await page.keyboard.press("Control+z");
    assert.deepEqual(await plan(page), beforehand);
  });

  test("shows a value that its menu does not know, and does not lose it by being looked at", async () => {
    const odd = managed.replace('"source": "VirtualMachine"', '"source": "Dream"');
    await writeText(page, odd);
    await visit(page, "#/plan/form");
    assert.equal(await field(page, "/image/source").inputValue(), "Dream");
    await field(page, "/target/region").fill("westeurope2");
    assert.equal((await plan(page)).image.source, "Dream");
    await writeText(page, managed);
    await visit(page, "#/plan/form");
  });

  test("switches between fixed scale and formula, and the rows follow", async () => {
    await choose(page, "/pool/properties/scaleSettings", "By formula");
    await field(page, "/pool/properties/scaleSettings/autoScale/formula").waitFor();
    assert.equal(await nodes().count(), 0);
    const scale = (await plan(page)).pool.properties.scaleSettings;
    assert(scale.autoScale && !scale.fixedScale);
    await choose(page, "/pool/properties/scaleSettings", "Fixed");
    await nodes().waitFor();
    await writeText(page, managed);
    await visit(page, "#/plan/form");
  });

  test("switches the kind of image, and the rows follow", async () => {
    await choose(page, `${VM}/imageReference`, "Marketplace");
    assert.equal(await field(page, `${VM}/imageReference/publisher`).inputValue(), "canonical");
    assert.equal(await field(page, `${VM}/imageReference/id`).count(), 0);
    await choose(page, `${VM}/imageReference`, "Gallery");
    assert.match(await field(page, `${VM}/imageReference/id`).inputValue(), /galleries/);
    await choose(page, `${VM}/imageReference`, "Managed");
    assert.match(await field(page, `${VM}/imageReference/id`).inputValue(), /\/images\//);
    await inStep(page);
    await writeText(page, managed);
    await visit(page, "#/plan/form");
  });

  test("nothing went wrong on the way", () => calm(page));
});

describe("a list", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: "{}" });
    page = await app.open("#/plan/form");
  });
  after(() => app.close());

  const LISTS = [
    { at: "/neighbours", add: "Add pool", remove: "Remove Shared with", cells: { poolName: "preview", dedicated: "300", spot: "100" } },
    { at: `${VM}/dataDisks`, add: "Add disk", remove: "Remove Data disks", cells: { lun: "3", diskSizeGB: "512" } },
    { at: "/pool/properties/networkConfiguration/endpointConfiguration/inboundNatPools", add: "Add NAT pool", remove: "Remove Inbound NAT", cells: { name: "ssh", backendPort: "22" } },
    { at: "/pool/properties/userAccounts", add: "Add user", remove: "Remove Users", cells: { name: "ann", password: "pw-7" } },
    { at: "/pool/properties/applicationPackages", add: "Add package", remove: "Remove Packages", cells: { version: "1.0" } },
    { at: "/pool/properties/metadata", add: "Add pair", remove: "Remove Metadata", cells: { name: "owner", value: "ann" } },
  ];
  const at = (value, pointer) => pointer.split("/").slice(1).reduce((inner, name) => inner?.[name], value);

  for (const { at: pointer, add, remove, cells } of LISTS) {
    test(`${pointer}: items are added, filled and removed`, async () => {
      await page.getByRole("button", { name: add, exact: true }).click();
      await page.getByRole("button", { name: add, exact: true }).click();
      for (const [name, value] of Object.entries(cells)) await field(page, `${pointer}/1/${name}`).fill(value);
      await settled(page);
      const items = at(await plan(page), pointer);
      assert.equal(items.length, 2);
      for (const [name, value] of Object.entries(cells)) assert.equal(String(items[1][name]), value);
      await page.getByRole("button", { name: `${remove} 1` }).click();
      await settled(page);
      const left = at(await plan(page), pointer);
      assert.equal(left.length, 1);
      for (const [name, value] of Object.entries(cells)) {
        assert.equal(String(left[0][name]), value);
        assert.equal(await field(page, `${pointer}/0/${name}`).inputValue(), value, "the row shows what is left");
      }
      await page.getByRole("button", { name: `${remove} 1` }).click();
      await settled(page);
      assert.equal(at(await plan(page), pointer)?.length ?? 0, 0);
      await inStep(page);
      calm(page);
    });
  }
});

describe("what is found", () => {
  let app, page;
  before(async () => {
    app = await launch({ draft: managed });
    page = await app.open("#/plan/form");
  });
  after(() => app.close());

  test("stands under the row it is about, and its fix mends it there", async () => {
    const said = page.locator(".row:has(#f-target-authentication) + .said");
    assert.match(await said.innerText(), /AB0112/);
    await said.getByRole("button").click();
    await until(page, () => !document.querySelector(".row:has(#f-target-authentication) + .said.error"));
    assert(!(await reported(page)).includes("AB0112"));
    assert.equal((await plan(page)).target.authentication, "EntraId");
    await inStep(page);
    await page.keyboard.press("Control+z");
    await until(page, () => document.querySelector(".row:has(#f-target-authentication) + .said.error"));
    await inStep(page);
  });

  test("comes and goes at every keystroke", async () => {
    const dedicated = field(page, `${FIXED}/targetDedicatedNodes`);
    await dedicated.fill("2000");
    await settled(page);
    await inStep(page);
    assert(!(await reported(page)).includes("AB0117"));
    await dedicated.fill("2501");
    await settled(page);
    await inStep(page);
    assert((await reported(page)).includes("AB0117"));
    assert.match(await page.locator("#finding-AB0117").innerText(), /2\u202f501/);
    assert.match(await page.locator(".said.error", { hasText: "AB0117" }).innerText(), /2\u202f501/);
    assert.match(await focused(page), /targetDedicatedNodes/, "the focus stays in the field");
  });

  test("is counted in the section’s link", async () => {
    const pills = await page.locator("#form .pills a").allInnerTexts();
    assert.match(pills.find((pill) => pill.includes("Target")), /\d/);
  });

  test("“Go to field” brings the field into view and gives it the focus", async () => {
    for (const id of await reported(page)) {
      const finding = page.locator(`#finding-${id}`);
      await finding.locator("details").evaluateAll((all) => all.forEach((fold) => (fold.open = true)));
      const go = finding.getByRole("button", { name: "Go to field" });
      if ((await go.count()) === 0) continue;
      await go.click();
      await until(page, () => document.activeElement.closest("#form .row"));
      assert(await page.evaluate(() => {
        const { top, bottom } = document.activeElement.getBoundingClientRect();
        return top >= 88 && bottom <= innerHeight;
      }), `the field of ${id} is in view`);
    }
  });

  test("a section folds, and its head says what is inside", async () => {
    const size = page.locator("details#size");
    await size.locator("summary").click();
    assert.equal(await size.evaluate((fold) => fold.open), false);
    assert.match(await size.locator(".gist").innerText(), /\S/);
    await page.locator("#form .pills a", { hasText: "Size and scale" }).click();
    assert.equal(await size.evaluate((fold) => fold.open), true, "a link to a folded section unfolds it");
  });

  test("a limit names its source in place", async () => {
    await page.locator(".row:has(#f-pool-properties-scaleSettings-fixedScale-targetDedicatedNodes) .cite").click();
    const popover = page.locator("#limit-source");
    await popover.waitFor();
    assert.match(await popover.innerText(), /2\s500/);
    assert.match(await popover.innerText(), /AB0117/);
    await page.keyboard.press("Escape");
    assert.equal(await popover.isVisible(), false);
    calm(page);
  });
});

describe("another form of the pool", () => {
  test("becomes a plan with the first change in the form", async () => {
    const body = '{ "properties": { "vmSize": "STANDARD_D4S_V3" } }';
    const app = await launch({ draft: body });
    const page = await app.open("#/plan/form");
    assert.match(await page.locator("#form .notice").innerText(), /not a plan document yet/);
    assert.equal(await field(page, "/pool/properties/vmSize").inputValue(), "STANDARD_D4S_V3");
    await field(page, "/target/poolName").fill("render");
    assert.deepEqual(await plan(page), { target: { poolName: "render" }, pool: JSON.parse(body) });
    await page.keyboard.press("Control+z");
    assert.equal(await planText(page), body);
    calm(page);
    await app.close();
  });
});
