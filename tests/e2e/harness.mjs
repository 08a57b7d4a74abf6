// Drives the built site in a real browser. Run by `cargo xtask test --only browser`, which says through the environment
// where playwright-core (E2E_PLAYWRIGHT), axe-core (E2E_AXE), the browser (E2E_BROWSER, E2E_BROWSER_FLAGS), the built
// site (E2E_DIST) and the folder for pictures (E2E_SHOTS) are.
//
//   const app = await launch();                  // server + browser with a new profile; options below
//   const page = await app.open("#/plan/text");  // waits until the app says it is ready
//   await axe(page);                             // fails on any violation of WCAG 2.2 A/AA or of axe's best practices
//   await shot(page, "plan-text");               // target/e2e-shots/plan-text.png
//   page.trouble                                 // what went wrong so far, one line each: console errors, uncaught errors,
//                                                // breaches of the policy, requests to other origins, failed requests, texts that the page
//                                                // could not find (⟦…⟧)
//   calm(page);                                  // fails if there is any; `allow` names expected ones
//   await untilOffline(page);                    // the service worker is in place
//   await app.close();
//
//   await visit(page, "#/rules");                // as a link would; waits until the page was painted
//   await paste(page, text);                     // through the dialog
//   await planText(page)                         // the text of the plan, read in the text view
//   await inStep(page);                          // fails unless verdict line and findings say the same
//   await until(page, () => …);                  // waits until something is so on the page
//
// launch({ tamper, base, draft, context }): `tamper` changes bytes on their way (see server.mjs), `base` serves below a
// path, `draft` is a plan that was kept by an earlier visit, `context` goes to playwright's newContext (viewport,
// colorScheme, locale, reducedMotion, forcedColors …).
//
// launch({ practice: { faults, speed, plan, args } }) serves the site by `poolplan practice --app` (E2E_POOLPLAN says where
// it is), with these faults and this speed; all that the plan names exists in its account. `app.practice` steers it while it
// runs, see practice-server.mjs.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after } from "node:test";

import { servePractice } from "./practice-server.mjs";
import { serve } from "./server.mjs";

const setting = (name) => {
  const value = process.env[name];
  assert(value, `${name} is not set; run these tests with: cargo xtask test --only browser`);
  return value;
};
const fromTools = (variable) => createRequire(join(setting(variable), "package.json"));

const { chromium } = fromTools("E2E_PLAYWRIGHT")("playwright-core");

/** How long the app may take to say that it is ready. */
const READY_WITHIN = 20_000;

/** How long a file of tests may take before it counts as stuck. */
const STUCK_AFTER = 10 * 60_000;

// A test that fails before it closes its app must not keep the whole run alive.
const running = new Set();
if (process.env.NODE_TEST_CONTEXT) after(() => Promise.all([...running].map((app) => app.close())));
setTimeout(() => {
  console.error("these tests are stuck: ended after ten minutes");
  process.exit(1);
}, STUCK_AFTER).unref();

/** Starts a server for the built site and a browser with a profile of its own. */
export async function launch({ tamper, base, draft, practice, context: contextOptions } = {}) {
  const server = practice
    ? await servePractice(setting("E2E_POOLPLAN"), setting("E2E_DIST"), practice)
    : await serve(setting("E2E_DIST"), { tamper, base });
  const browser = await chromium.launch({
    executablePath: setting("E2E_BROWSER"),
    args: setting("E2E_BROWSER_FLAGS").split(" "),
  });
  const kept = draft === undefined ? [] : [{ origin: new URL(server.url).origin, localStorage: [{ name: "draft", value: draft }] }];
  const context = await browser.newContext({
    locale: "en-GB",
    viewport: { width: 1440, height: 900 },
    storageState: { cookies: [], origins: kept },
    ...contextOptions,
  });
  // In page scripts a breach of the policy is an event; it is told to us through the console.
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI}`);
    });
    // A text that the page could not find stands between these marks.
    const told = new Set();
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        for (const node of type === "characterData" ? [target] : addedNodes) {
          const [text] = node.textContent?.match(/.{0,40}⟦.{0,40}/) ?? [];
          if (text && !told.has(text)) console.error(`unresolved text: ${text}`);
          told.add(text);
        }
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  const app = {
    url: server.url,
    server,
    practice: server.practice,
    context,
    /** Opens a page at a path or fragment of the site; `ready: false` does not wait for the app. */
    open: (path = "", options = {}) => open(context, server.url, path, options),
    close: async () => {
      running.delete(app);
      await browser.close();
      await server.close();
    },
  };
  running.add(app);
  return app;
}

async function open(context, url, path, { ready = true } = {}) {
  const page = await context.newPage();
  page.trouble = [];
  page.requests = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") page.trouble.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => page.trouble.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => page.trouble.push(`request failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on("request", (request) => {
    page.requests.push(request.url());
    if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(new URL(url).origin)) {
      page.trouble.push(`foreign request: ${request.url()}`);
    }
  });
  await page.goto(new URL(path, url).href);
  if (ready) await untilReady(page);
  return page;
}

/** Waits for the app's own word that it is interactive and has all its texts; a page in trouble fails at once, with its troubles. */
export async function untilReady(page) {
  const state = () => {
    const { ready, read } = document.documentElement.dataset;
    if (ready === "true" && read === "true") return "ready";
    return document.getElementById("boot-trouble")?.hidden === false ? "trouble" : false;
  };
  const seen = await page.waitForFunction(state, undefined, { timeout: READY_WITHIN }).then(
    (handle) => handle.jsonValue(),
    () => "no sign of readiness",
  );
  assert.equal(seen, "ready", `the app did not start: ${page.trouble.join(" | ") || "nothing was said"}`);
}

/** Waits until the service worker has everything it needs to work without a network. */
export async function untilOffline(page) {
  const installed = page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const late = new Promise((resolve) => setTimeout(resolve, READY_WITHIN, false).unref());
  assert(await Promise.race([installed, late]), "the service worker was not installed in time");
}

/** Fails if anything went wrong on the page; `allow` is a list of patterns for what the test provokes. */
export function calm(page, { allow = [] } = {}) {
  const unexpected = page.trouble.filter((line) => !allow.some((pattern) => pattern.test(line)));
  assert.deepEqual(unexpected, []);
}

/** Checks accessibility. axe runs in an isolated world of the page: the page's own policy stays in force untouched. */
export async function axe(page, { within } = {}) {
  const source = await readFile(join(setting("E2E_AXE"), "node_modules", "axe-core", "axe.min.js"), "utf8");
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send("Page.getFrameTree");
    const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "axe" });
    const evaluate = async (expression) => {
      const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
        expression,
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
      });
      assert(!exceptionDetails, exceptionDetails?.exception?.description ?? exceptionDetails?.text);
      return result.value;
    };
    await evaluate(`${source}; undefined`);
    const violations = await evaluate(
      `axe.run(${within ? JSON.stringify(within) : "document"}, { resultTypes: ["violations"] }).then(({ violations }) =>
        violations.map(({ id, help, nodes }) => \`\${id}: \${help}: \${nodes.map((node) => node.target.join(" ")).join(", ")}\`))`,
    );
    assert.deepEqual(violations, []);
  } finally {
    await session.detach();
  }
}

/** Keeps a picture of the page, the whole of it with `fullPage`. */
export async function shot(page, name, { fullPage = false } = {}) {
  const folder = setting("E2E_SHOTS");
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}

/** Waits until what follows a change was painted. */
export async function settled(page) {
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
}

/** Goes to a place of the app, as a link in it would. */
export async function visit(page, fragment) {
  await page.evaluate((to) => (location.hash = to), fragment);
  await settled(page);
}

/** Takes a text in through the dialog. */
export async function paste(page, text) {
  await page.locator("#paste-open").click();
  await page.locator("#paste-text").fill(text);
  await page.locator("#paste [type=submit]").click();
  await settled(page);
}

/** The text of the plan, read where a person reads it. */
export async function planText(page) {
  if ((await page.locator("#plan-text").count()) === 0) await visit(page, "#/plan/text");
  return page.locator("#plan-text").inputValue();
}

/** Replaces the whole text in the editor, as somebody who selects all and pastes. */
export async function writeText(page, text) {
  if ((await page.locator("#plan-text").count()) === 0) await visit(page, "#/plan/text");
  await page.locator("#plan-text").fill(text);
  await settled(page);
}

/** Starts from one of the examples: 0 gallery, 1 marketplace, 2 managed image. */
export async function startFrom(page, number) {
  await page.locator("[popovertarget=examples]").click();
  await page.locator("#examples button").nth(number).click();
  await settled(page);
}

/** Waits until something is so on the page; says what was seen last when it does not come. */
export async function until(page, isSo, argument) {
  await page.waitForFunction(isSo, argument, { timeout: 5_000 }).catch(async () => {
    assert.fail(`not so within five seconds: ${isSo}; the page says: ${await page.locator("#main").innerText()}`);
  });
}

/** The ids of the rules that are reported, in the order of the list. */
export const reported = (page) => page.locator("#findings .finding").evaluateAll((all) => all.map((one) => /AB\d+/.exec(one.id)[0]));

/** Fails unless the verdict line counts what the findings list. */
export async function inStep(page) {
  const seen = await page.evaluate(() => {
    const number = (text) => Number(/\d+/.exec(text)?.[0] ?? 0);
    const severities = ["error", "warning", "advice"];
    // A severity with nothing to say has no figure, and of a text that cannot be read nothing but its errors is known.
    const line = severities.map((severity) => number(document.querySelector(`#verdict-line .counts a.${severity}`)?.textContent));
    const listed = severities.map(
      (severity) => document.querySelectorAll(`#group-${severity} + ul > .finding`).length,
    );
    return { line, listed };
  });
  assert.deepEqual(seen.listed, seen.line, "the findings are those that the verdict line counts");
}

/** What has the focus, in few words: `body` when it was lost. */
export const focused = (page) =>
  page.evaluate(() => {
    const { id, localName, className, textContent } = document.activeElement;
    if (localName === "body") return "body";
    return `${localName}${id ? `#${id}` : ""}${className ? `.${String(className).split(" ").join(".")}` : ""} ${textContent.trim().slice(0, 40)}`.trim();
  });
