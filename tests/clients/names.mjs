// Holds our table of names, of what they take, and of the members with a value of their own, against the models of
// @azure/arm-batch: `names.mjs TABLE MODULES`.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Module from "node:module";
import { join } from "node:path";

const [table, modules] = process.argv.slice(2);
const main = join(modules, "@azure", "arm-batch", "dist", "index.js");
// The models are in the package's one file, but not among its exports.
const inner = new Module(main);
inner.filename = main;
inner.paths = createRequire(main).resolve.paths("x");
inner._compile(`${readFileSync(main, "utf8")}\nexports.Mappers = Mappers;`, main);
const models = inner.exports.Mappers;

const there = new Map();

function kind({ name, element, value, allowedValues }) {
  switch (name) {
    case "Composite":
      return "object";
    case "Sequence":
      return `list of ${kind(element.type)}`;
    case "Dictionary":
      return value.type.name === "any" ? "any" : `map of ${kind(value.type)}`;
    case "Enum":
      return allowedValues.join(",");
    case "String":
      return "text";
    case "TimeSpan":
      return "duration";
    default:
      return name.toLowerCase();
  }
}

function within(type, pointer, path) {
  if (type.name === "Sequence") {
    within(type.element.type, `${pointer}/0`, `${path}[]`);
  } else if (type.name === "Dictionary") {
    within(type.value.type, `${pointer}/0`, `${path}[]`);
  } else if (type.name === "Composite") {
    const { modelProperties } = type.modelProperties ? type : models[type.className].type;
    for (const [name, model] of Object.entries(modelProperties)) {
      const here = `${pointer}/${model.serializedName.replaceAll(".", "/")}`;
      if (
        model.readOnly ||
        here.startsWith("/properties/resizeOperationStatus") ||
        here.startsWith("/properties/autoScaleRun")
      ) {
        continue;
      }
      const full = path ? `${path}.${name}` : name;
      const always = model.isConstant ? model.defaultValue : undefined;
      there.set(here, { path: full, kind: kind(model.type), required: Boolean(model.required), always });
      within(model.type, here, full);
    }
  }
}

within(models.Pool.type, "", "");
const said = new Map();
for (const row of readFileSync(table, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("/"))) {
  const [pointer, takes, , path] = row.split(" | ");
  if (path !== "-" && path !== "") {
    const [, kind, required, always] = /^(.*?)( required)?(?: always (.*))?$/.exec(takes);
    said.set(pointer, { path, kind, required: Boolean(required), always });
  }
}

const wrong = [];
const choice = (text) =>
  /^[A-Za-z0-9_]+(,[A-Za-z0-9_]+)*$/.test(text) &&
  !["text", "number", "boolean", "object", "any", "duration"].includes(text);
for (const pointer of new Set([...said.keys(), ...there.keys()])) {
  const [ours, theirs] = [said.get(pointer), there.get(pointer)];
  // A text of theirs takes each of our choices.
  const same =
    ours &&
    theirs &&
    ours.path === theirs.path &&
    ours.required >= theirs.required &&
    ours.always === theirs.always &&
    (ours.kind === theirs.kind || (theirs.kind === "text" && choice(ours.kind)));
  if (!same) {
    wrong.push(
      `${pointer}: the table has ${JSON.stringify(ours)}, the models have ${JSON.stringify(theirs)}`,
    );
  }
}
console.log(wrong.join("\n") || `${said.size} members are called so and take what the table says`);
process.exitCode = wrong.length > 0 || said.size < 130 ? 1 : 0;
