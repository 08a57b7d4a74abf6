// What is changed around a program in JavaScript, and nothing in it: the hosts of Azure Resource Manager are the service of
// the test, signing in gives a token that names the run, and waiting takes no time.

import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";
import tls from "node:tls";
import { pathToFileURL } from "node:url";

const hosts = process.env.CLIENTS_HOSTS.split(",");
const port = Number(process.env.CLIENTS_PORT);
globalThis.clientsWaits = [];

const connect = tls.connect;
tls.connect = (options, ...rest) => {
  if (!hosts.includes(options.host)) {
    throw new Error(`nothing but the service is reached here: ${options.host}`);
  }
  return connect({ ...options, host: "127.0.0.1", port, servername: options.host }, ...rest);
};
timers.setTimeout = async (milliseconds) => {
  globalThis.clientsWaits.push(milliseconds / 1000);
};
syncBuiltinESMExports();

const identity = await import(pathToFileURL(process.env.CLIENTS_IDENTITY));
identity.DefaultAzureCredential.prototype.getToken = async (scopes) => {
  const said = { run: process.env.CLIENTS_RUN, scopes: [scopes].flat() };
  const token = Buffer.from(JSON.stringify(said)).toString("base64url");
  return {
    token: token + "=".repeat((4 - (token.length % 4)) % 4),
    expiresOnTimestamp: Date.now() + 9_000_000,
  };
};
