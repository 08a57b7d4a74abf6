// Starts the app: theme, texts, glue, wasm, service worker. A classic script in <head>, so the theme is set before the
// first paint, and the reader's texts are asked for at once; the rest waits for the document, because the preload links
// stand after this script.
(() => {
  const root = document.documentElement;
  let chosen;
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    chosen = localStorage.getItem("language");
  } catch { /* storage refused: the system's theme and language */ }

  const named = (kind) => new Map([...document.querySelectorAll(`link[rel="${kind}"]`)].map((link) => [link.hreflang, link]));
  const spoken = named("texts");
  const tags = [chosen ?? "", ...navigator.languages, "en"];
  const language = tags.map((tag) => tag.toLowerCase().split(/[-_]/)[0]).find((code) => spoken.has(code));

  // Bytes that were refused stay in the browser's cache: a second try asks for fresh ones.
  const tried = new Set();
  const texts = async (code, kind = "texts") => {
    const { href, integrity } = named(kind).get(code);
    const cache = tried.has(href) ? "reload" : "default";
    tried.add(href);
    const response = await fetch(href, { integrity, cache });
    if (!response.ok) throw new Error(`${href}: ${response.status}`);
    return response.text();
  };
  const firstTexts = texts(language);
  // `start` awaits it; a failure must not count as unheard until then.
  firstTexts.catch(() => {});

  const start = async () => {
    const glue = document.querySelector('link[rel="modulepreload"]');
    const wasm = document.querySelector('link[rel="preload"][as="fetch"]');
    const app = await import(glue.href);
    // Browsers ignore the integrity of a preload link (a release keeps it in data-integrity, so that they need not say
    // so): it is this fetch that refuses changed bytes.
    await app.default({ module_or_path: fetch(wasm.href, { integrity: wasm.integrity || wasm.dataset.integrity }) });
    app.start(language, await firstTexts, texts);
  };

  // Release builds carry <meta name="release">. Without it (while developing) no worker may stand between the
  // page and the files just built.
  const worker = async () => {
    if (!("serviceWorker" in navigator)) return;
    if (document.querySelector('meta[name="release"]')) await navigator.serviceWorker.register("sw.js");
    else await dismiss();
  };
  const dismiss = async () => {
    const registration = await navigator.serviceWorker?.getRegistration();
    await registration?.unregister();
  };

  const trouble = (reason) => {
    console.error(reason);
    const notice = document.getElementById("boot-trouble");
    notice.querySelector(`[lang="${language}"]`).hidden = false;
    notice.hidden = false;
    root.lang = language;
    document.body.className = "";
    // A stale or damaged copy must not outlive a reload.
    dismiss().catch(() => {});
  };

  addEventListener("DOMContentLoaded", () => {
    start().then(() => worker().catch((reason) => console.warn("offline use is not available:", reason)), trouble);
  });
})();
