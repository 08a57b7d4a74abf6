// The site and the practice cloud from one origin: `poolplan practice --app`, started for a test and ended with it.
//
//   app.practice.faults(["put:drop-body@1"])     // these instead of all others; `poolplan practice --fault help` lists them
//   await app.practice.calls()                   // the calls that it received, the oldest first
//   app.practice.forget()                        // forgets them
//   app.practice.advance(900)                    // so many simulated seconds pass at once
//   app.practice.speed(60), .state(), .hold(plan), .broken(pool), .break(pool, "image-deleted"), .mend(pool, what)
//   app.practice.ask("DELETE", route)            // a call like anybody else's, without the page

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** How long the server may take to say where it is. */
const THERE_WITHIN = 20_000;

/** Starts it. Resolves to { url, practice, close }. */
export async function servePractice(program, folder, { faults = [], speed = 60, plan, args = [] } = {}) {
  const struck = faults.length > 0 ? ["--fault", ...faults] : [];
  const child = spawn(program, ["practice", "--port", "0", "--quiet", "--app", folder, "--speed", String(speed), ...struck, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Whatever ends these tests ends the server, too.
  const end = () => child.kill();
  process.once("exit", end);
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  const address = await new Promise((there, not) => {
    const late = setTimeout(() => not(new Error(`the practice server does not say where it is: ${said}`)), THERE_WITHIN);
    child.once("error", not);
    child.once("exit", (code) => not(new Error(`the practice server ended with ${code}: ${said}`)));
    createInterface({ input: child.stdout }).once("line", (line) => {
      clearTimeout(late);
      there(line);
    });
  }).catch((error) => {
    end();
    throw error;
  });
  const gone = new Promise((over) => child.once("exit", over));

  const ask = (method, route, body) =>
    fetch(`${address}${route}`, {
      method,
      headers: { authorization: "Bearer test", ...(body !== undefined && { "content-type": "application/json" }) },
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    });
  const steer = async (method, what, body) => {
    const answer = await ask(method, `/.practice/${what}`, body);
    const told = await answer.json();
    assert(answer.ok, `${what}: ${JSON.stringify(told)}`);
    return told;
  };
  const practice = {
    ask,
    state: () => steer("GET", ""),
    calls: async () => (await steer("GET", "calls")).calls,
    forget: () => steer("POST", "forget"),
    advance: (seconds) => steer("POST", "advance", { seconds }),
    speed: (speed) => steer("POST", "speed", { speed }),
    faults: (faults) => steer("POST", "faults", { faults }),
    hold: (plan) => steer("POST", "hold", plan),
    broken: (pool) => steer("POST", "broken", { pool }),
    break: (pool, what) => steer("POST", "break", { pool, what }),
    mend: (pool, what) => steer("POST", "mend", { pool, what }),
  };
  const close = async () => {
    process.removeListener("exit", end);
    end();
    await gone;
  };
  const started = { url: `${address}/`, practice, close };
  if (plan !== undefined) await practice.hold(plan).catch((error) => close().then(() => Promise.reject(error)));
  return started;
}
