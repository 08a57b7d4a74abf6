// Makes the released site work offline. `cargo xtask build` fills in the next line; one cache per release.
const release = { name: "", files: [] };

const family = `batch-pool-planner ${registration.scope} `;
const cacheName = family + release.name;
const home = registration.scope;

// A name with a hash is for ever: what the page has just loaded need not be loaded again.
const mode = (file) => (/-[0-9a-f]{12,}[._]/.test(file) ? "default" : "no-cache");

addEventListener("install", (event) => {
  const store = async () => {
    const cache = await caches.open(cacheName);
    await cache.addAll(["./", ...release.files].map((file) => new Request(file, { cache: mode(file) })));
    await skipWaiting();
  };
  event.waitUntil(store());
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(family) && name !== cacheName);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(tidy());
});

// The page comes from the network first, so that a new release arrives; a slow or absent network gets the kept one.
const page = async (request) => {
  const fresh = fetch(request.url, { cache: "no-cache", redirect: "manual" });
  const late = new Promise((resolve) => setTimeout(resolve, 4000));
  const first = await Promise.race([fresh, late]).catch(() => undefined);
  if (first?.ok || first?.type === "opaqueredirect") return first;
  fresh.catch(() => {});
  return (await (await caches.open(cacheName)).match(home)) ?? fresh;
};

// All other files of the release carry their hash in their name, or change only with the release: the cache first.
// The browser checks `integrity` on what comes from here as on what comes from the network.
const file = async (request) => {
  const kept = await (await caches.open(cacheName)).match(request.url);
  return kept ?? fetch(request);
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  // A call with a token is none of the release's files; it goes past here.
  if (request.headers.has("authorization")) return;
  if (request.mode !== "navigate") return event.respondWith(file(request));
  if (url.href.split(/[?#]/)[0] === home || url.pathname.endsWith("/index.html")) event.respondWith(page(request));
});
