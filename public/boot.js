// Starts the app: theme, glue, wasm, service worker. A classic script in <head>, so the theme is set before the
// first paint; the rest waits for the document, because the preload links stand after this script.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch { /* storage refused: the system's theme */ }

  const start = async () => {
    const glue = document.querySelector('link[rel="modulepreload"]');
    const wasm = document.querySelector('link[rel="preload"][as="fetch"]');
    const { default: init } = await import(glue.href);
    // Browsers ignore the integrity of a preload link (a release keeps it in data-integrity, so that they need not say
    // so): it is this fetch that refuses changed bytes.
    await init({ module_or_path: fetch(wasm.href, { integrity: wasm.integrity || wasm.dataset.integrity }) });
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
    const language = [...navigator.languages, "en"].map((tag) => tag.slice(0, 2)).find((tag) => notice.querySelector(`[lang="${tag}"]`));
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
