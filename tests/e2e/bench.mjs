// What a person waits for, measured in the built site: load → interactive, and keystroke → painted findings.
// Prints only; run by `cargo xtask bench --only browser`.

import { launch, untilReady } from "./harness.mjs";

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

/** From the event of a key until the frame that shows the findings of that text (`data-judged` on .line changes) is done. */
async function typing() {
  const app = await launch();
  const page = await app.open("#/plan/text");
  const editor = page.locator("textarea#plan-text");
  if (!(await editor.count())) {
    await app.close();
    return undefined;
  }
  await untilReady(page);
  await editor.focus();
  await editor.press("Control+End");
  await page.evaluate(() => {
    window.typed = [];
    let keyAt;
    document.querySelector("textarea#plan-text").addEventListener("input", (event) => (keyAt = event.timeStamp), true);
    new MutationObserver(() => {
      const since = keyAt;
      if (since === undefined) return;
      keyAt = undefined;
      // After the next frame has begun, the one with our change has been painted: a message from within it comes after.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.typed.push(performance.now() - since);
        port2.postMessage(undefined);
      });
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-judged"] });
  });
  for (let count = 0; count < keystrokes; count += 1) {
    const before = await page.evaluate(() => window.typed.length);
    await page.keyboard.press(count % 2 ? "Backspace" : "Space");
    await page.waitForFunction((seen) => window.typed.length > seen, before, { timeout: 5_000 });
  }
  const typed = await page.evaluate(() => window.typed);
  await app.close();
  return typed;
}

console.log(`${"".padEnd(40)}${"median".padStart(10)}${"p95".padStart(10)}   target`);
const loaded = [];
for (let count = 0; count < loads; count += 1) loaded.push(await load());
row("load → interactive, nothing cached", loaded, "median under 500 ms");
const typed = await typing();
if (typed) row("keystroke → painted findings", typed, "p95 under 50 ms");
else console.log("keystroke → painted findings: the page has no textarea#plan-text yet");
