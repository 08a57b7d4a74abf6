// Nothing in a plan runs, nothing typed is lost, and a browser that refuses storage is no obstacle.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { calm, launch, paste, planText, settled, startFrom, untilReady, visit, writeText } from "./harness.mjs";

const HOSTILE = `"><img src=x onerror="window.hit=1"></textarea><script>window.hit=1</script>{{7*7}}\u202e`;

/** A plan whose every name and value is hostile. */
const plan = JSON.stringify(
  {
    [HOSTILE]: HOSTILE,
    target: { cloud: HOSTILE, subscriptionId: HOSTILE, resourceGroup: HOSTILE, accountName: HOSTILE, region: HOSTILE, poolName: HOSTILE, apiVersion: HOSTILE },
    image: { source: HOSTILE, region: HOSTILE },
    neighbours: [{ poolName: HOSTILE, dedicated: HOSTILE }],
    pool: {
      properties: {
        vmSize: HOSTILE,
        [HOSTILE]: { [HOSTILE]: HOSTILE },
        displayName: HOSTILE,
        deploymentConfiguration: { virtualMachineConfiguration: { imageReference: { id: `/subscriptions/${HOSTILE}/images/${HOSTILE}` }, nodeAgentSkuId: HOSTILE } },
        scaleSettings: { fixedScale: { targetDedicatedNodes: HOSTILE, resizeTimeout: HOSTILE } },
        startTask: { commandLine: HOSTILE },
        metadata: [{ name: HOSTILE, value: HOSTILE }],
      },
    },
  },
  null,
  2,
);

const VIEWS = [
  "#/plan/form", "#/plan/text", "#/plan/form/request/arm", "#/plan/form/request/http", "#/plan/form/request/curl",
  "#/plan/form/code/csharp-resourcemanager", "#/plan/form/code/csharp-legacy", "#/rules", "#/rules/AB0011",
];

describe("hostile text", () => {
  let app, page;
  before(async () => {
    app = await launch();
    page = await app.open("#/plan/text");
    await writeText(page, plan);
  });
  after(() => app.close());

  const harmless = async () => {
    const seen = await page.evaluate(() => ({
      hit: window.hit === 1,
      images: document.querySelectorAll("main img, header img").length,
      scripts: document.querySelectorAll("body script").length,
    }));
    assert.deepEqual(seen, { hit: false, images: 0, scripts: 0 });
    calm(page);
  };

  for (const view of VIEWS) {
    test(`is text and nothing else in ${view}`, async () => {
      await visit(page, view);
      await page.locator("details").evaluateAll((all) => all.forEach((fold) => (fold.open = true)));
      await settled(page);
      await harmless();
    });
  }

  test("stands in the findings as it was typed", async () => {
    await visit(page, "#/plan/text");
    assert.match(await page.locator("#findings").innerText(), /<img src=x/);
  });

  test("that cannot be read is harmless, too", async () => {
    await visit(page, "#/plan/text");
    for (const broken of [HOSTILE, `{"a": ${HOSTILE}`, plan.slice(0, -3), `${plan}${HOSTILE}`]) {
      await writeText(page, broken);
      assert.equal(await planText(page), broken);
      await harmless();
    }
  });

  test("comes through the dialog as it is", async () => {
    await visit(page, "#/plan/text");
    await paste(page, plan);
    assert.deepEqual(JSON.parse(await planText(page)), JSON.parse(plan));
    await harmless();
  });

  test("names like those of JavaScript’s own members are names", async () => {
    const names = '{ "pool": { "properties": { "__proto__": 1, "constructor": 2, "toString": 3 } }, "__proto__": {} }';
    await writeText(page, names);
    await visit(page, "#/plan/form/request/arm");
    await visit(page, "#/plan/text");
    assert.equal(await planText(page), names);
    await harmless();
  });
});

describe("secrets", () => {
  const draft = '{ "pool": { "properties": { "vmSize": "STANDARD_D2S_V5", "userAccounts": [{ "name": "ann", "password": "Hunter2-Hunter2" }], "startTask": { "commandLine": "x", "environmentSettings": [] } } } }';

  test("a password is typed into a password field and stays out of all but the exact body, which says so", async () => {
    const app = await launch({ draft });
    const page = await app.open("#/plan/form");
    const password = page.locator('[id="f-pool-properties-userAccounts-0-password"]');
    assert.equal(await password.getAttribute("type"), "password");
    for (const view of VIEWS.filter((view) => /request|code/.test(view))) {
      await visit(page, view);
      const shown = await page.locator(".pane-b").innerText();
      if (view.endsWith("/arm")) assert.match(shown, /The body holds secrets/);
      else assert.doesNotMatch(shown, /Hunter2/, view);
    }
    calm(page);
    await app.close();
  });
});

describe("a browser that refuses storage", () => {
  test("runs the planner all the same", async () => {
    const app = await launch();
    await app.context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException("refused", "SecurityError");
      };
      Object.defineProperty(window, "localStorage", { get: refuse });
    });
    const page = await app.open("#/plan/text");
    await startFrom(page, 2);
    assert((await page.locator("#verdict-line .counts a.error").count()) === 1);
    await page.getByRole("button", { name: "Switch theme" }).click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await page.locator("#language").selectOption("fr");
    await settled(page);
    assert.equal(await page.locator("html").getAttribute("lang"), "fr");
    assert.match(await page.locator("#verdict-line").innerText(), /erreurs/);
    calm(page);
    await app.close();
  });

  test("full storage does not stop anybody from working", async () => {
    const app = await launch();
    await app.context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    const page = await app.open("#/plan/text");
    await writeText(page, "{}");
    await page.waitForTimeout(500);
    assert.doesNotMatch(await page.locator(".topbar .draft").innerText(), /kept/, "it does not claim to have kept the draft");
    calm(page);
    await app.close();
  });
});

describe("the draft", () => {
  test("is kept though the page is left at once", async () => {
    const app = await launch();
    const page = await app.open("#/plan/text");
    await writeText(page, '{ "left": "at once" }');
    await page.reload();
    await untilReady(page);
    assert.equal(await planText(page), '{ "left": "at once" }');
    await app.close();
  });

  test("that an older or other program left behind does not stop the page", async () => {
    for (const draft of ["", "null", "{", "\uFEFF{}", '{"pool":7}']) {
      const app = await launch({ draft });
      const page = await app.open("#/plan/text");
      assert.equal(await planText(page), draft);
      calm(page);
      await app.close();
    }
  });
});

// The page that stands in when the program itself fails has no way to be provoked in a released site.
test("the calm page of a program that failed", { skip: "nothing in the released site provokes a panic" }, () => {});
