// What a person waits for, measured in the built site: load → interactive, and what a keystroke sets off.
// Prints only; run by `cargo xtask bench --only browser`.

import { launch } from "./harness.mjs";

const loads = 15;
const keystrokes = 60;

/** Milliseconds at a share of the sorted values. */
const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const row = (what, values, target) => {
  const figure = (share) => `${at(values, share).toFixed(1)} ms`.padStart(10);
  console.log(`${what.padEnd(40)}${figure(0.5)}${figure(0.95)}   ${target}`);
};

/** From the start of the navigation until the app sets `data-ready`, each time without any cache. */
async function load() {
  const app = await launch({ context: { serviceWorkers: "block" } });
  await app.context.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.documentElement.dataset.ready !== "true") return;
      window.interactiveAt = performance.now();
      observer.disconnect();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
  });
  const page = await app.open();
  const took = await page.evaluate(() => window.interactiveAt);
  await app.close();
  return took;
}

/** The control one types into, in each view that is measured: the text beside each verdict, and the form. */
const views = [
  ["text and findings", "#/plan/text", "textarea#plan-text"],
  ["text and request", "#/plan/text/request/arm", "textarea#plan-text"],
  ["text and C#", "#/plan/text/code/csharp-resourcemanager", "textarea#plan-text"],
  ["form and findings", "#/plan/form", "#f-target-poolName"],
];

/**
 * The whole work of a keystroke: from its event until all that follows from it is done (parse, rules, outputs, page), style
 * and layout included. Typed by the page itself, so that the wait for the next frame of the screen is not in it.
 */
async function typing(fragment, control) {
  const app = await launch();
  const page = await app.open(fragment);
  await page.click("button[popovertarget=examples]");
  await page.click("#examples li:last-child button");
  await page.locator(control).waitFor();
  const took = await page.evaluate(
    async ([selector, count]) => {
      const control = document.querySelector(selector);
      const took = [];
      for (let number = 0; number < count; number += 1) {
        const value = number % 2 ? control.value.slice(0, -1) : `${control.value}${control.localName === "input" ? "x" : " "}`;
        const start = performance.now();
        control.value = value;
        control.dispatchEvent(new Event("input", { bubbles: true }));
        // What follows is done in microtasks: they come in turn.
        for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
        void document.documentElement.offsetHeight;
        took.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      return took;
    },
    [control, keystrokes],
  );
  await app.close();
  return took;
}

/**
 * The longest task, in milliseconds, while two megabytes are pasted, taken in and judged: a plan with a long list of users,
 * all of them judged. Until the findings stand, no frame should wait longer.
 */
async function pasting() {
  const users = Array.from({ length: 16_000 }, (_, number) => `{ "name": "user${number}", "password": "secret-${number}",
    "elevationLevel": "Admin", "linuxUserConfiguration": { "uid": ${number} } }`);
  const text = `{ "pool": { "properties": {\n"vmSize": "Standard_NV6",\n"userAccounts": [${users.join(",\n")}] } } }`;
  const app = await launch();
  const page = await app.open("#/plan/text");
  await page.locator("#paste-open").click();
  const longest = await page.evaluate(async (given) => {
    let longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: "longtask" });
    const data = new DataTransfer();
    data.setData("text/plain", given);
    const area = document.querySelector("#paste-text");
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.querySelector("#paste [type=submit]").click();
    while (!document.querySelector("#finding-AB0417")) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 500));
    return longest;
  }, text);
  await app.close();
  return longest;
}

console.log(`${"".padEnd(40)}${"median".padStart(10)}${"p95".padStart(10)}   target`);
const loaded = [];
for (let count = 0; count < loads; count += 1) loaded.push(await load());
row("load → interactive, nothing cached", loaded, "median under 500 ms");
for (const [what, fragment, control] of views) {
  row(`keystroke, ${what}`, await typing(fragment, control), "p95 under 16 ms");
}
row("longest task while 2 MB are pasted", [await pasting(), await pasting(), await pasting()], "none over 50 ms");
