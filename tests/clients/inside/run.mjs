// Runs many programs in one process, each as if it were alone: `run.mjs LIST ANSWERS`.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [list, answers] = process.argv.slice(2);
const { log, error } = console;

async function run(program) {
  Object.assign(process.env, program.environment);
  globalThis.clientsWaits.length = 0;
  let said = "";
  let complained = "";
  let code = 0;
  console.log = (line) => (said += `${line}\n`);
  console.error = (line) => (complained += `${line}\n`);
  try {
    await import(pathToFileURL(program.file));
    code = process.exitCode ?? 0;
  } catch (failure) {
    code = 1;
    complained += failure.stack;
  }
  Object.assign(console, { log, error });
  process.exitCode = 0;
  for (const name of Object.keys(program.environment)) {
    delete process.env[name];
  }
  return { code, said, complained, waits: [...globalThis.clientsWaits] };
}

const done = [];
for (const program of JSON.parse(readFileSync(list, "utf8"))) {
  done.push(await run(program));
}
writeFileSync(answers, JSON.stringify(done));
