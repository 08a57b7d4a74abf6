// A static host for the built site: this machine only, right content types, compressed files where they are accepted.
// `log` holds every request as "METHOD path". `tamper` lists changes to what is sent, { file: RegExp, change }, where
// `change` makes other bytes (or a promise of them) out of the file's.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

const read = (path) => readFile(path).catch(() => undefined);

/** Serves `folder` below `base` (a path that ends in "/"). Resolves to { url, log, tamper, close }. */
export async function serve(folder, { base = "/", tamper = [] } = {}) {
  const log = [];

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    log.push(`${request.method} ${pathname}`);
    const inside = pathname.startsWith(base) ? normalize(decodeURIComponent(pathname.slice(base.length))) : "..";
    const path = join(folder, inside === "." || inside.endsWith("/") ? join(inside, "index.html") : inside);
    const change = tamper.find(({ file }) => file.test(pathname))?.change;
    const brotli = !change && /\bbr\b/.test(request.headers["accept-encoding"] ?? "") ? await read(`${path}.br`) : undefined;
    const bytes = brotli ?? (await read(path));
    if (inside.startsWith("..") || !bytes) return response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    const sent = change ? await change(bytes) : bytes;
    response.writeHead(200, {
      "content-type": types[extname(path)] ?? "application/octet-stream",
      "cache-control": /-[0-9a-f]{12,}[._]/.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
      ...(brotli && { "content-encoding": "br", vary: "accept-encoding" }),
    });
    response.end(sent);
  });

  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () =>
    new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}${base}`, log, tamper, close };
}
