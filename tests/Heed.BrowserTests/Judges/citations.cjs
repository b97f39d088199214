/*
 * Reads every citation file below a folder with Citation.js, which is not ours, and judges CSL-JSON by a schema with Ajv.
 * Called with the folder of the theme (whose node_modules has both), the folder to read, the schema, and the file to write:
 * { "<path without ending>": { "bib": [item], "ris": [item], "csl": [item], "wrong": [words] } }, each item as Citation.js
 * gives it, in CSL-JSON.
 */
"use strict";

const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");

const [theme, folder, schema, out] = process.argv.slice(2);
const fetched = createRequire(path.join(path.resolve(theme), "package.json"));
const { plugins } = fetched("@citation-js/core");
fetched("@citation-js/plugin-bibtex");
fetched("@citation-js/plugin-ris");
const Ajv = fetched("ajv");

const isSound = new Ajv({ allErrors: true, strict: true }).compile(JSON.parse(fs.readFileSync(schema, "utf8")));

// BibTeX is read as BibTeX proper; read as its successor biblatex, a report without a type would be given one.
const TYPES = { bib: "@bibtex/text", ris: "@ris/file" };

function read(file, type) {
  const items = plugins.input.chain(fs.readFileSync(file, "utf8"), { forceType: type, generateGraph: false, strict: true });
  if (items.length === 0) {
    throw new Error("no work was found in it");
  }

  return items;
}

const told = {};
for (const entry of fs.readdirSync(folder, { recursive: true })) {
  if (!entry.endsWith(".csl.json")) {
    continue;
  }

  const stem = entry.slice(0, -".csl.json".length);
  const whole = path.join(folder, stem);
  const result = { bib: [], ris: [], csl: [], wrong: [] };
  for (const ending of Object.keys(TYPES)) {
    try {
      result[ending] = read(`${whole}.${ending}`, TYPES[ending]);
    } catch (error) {
      result.wrong.push(`${ending}: ${error.message}`);
    }
  }

  try {
    const items = JSON.parse(fs.readFileSync(`${whole}.csl.json`, "utf8"));
    if (!isSound(items)) {
      result.wrong.push(...isSound.errors.map(error => `csl.json: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
    }

    result.csl = plugins.input.chain(items, { generateGraph: false, strict: true });
  } catch (error) {
    result.wrong.push(`csl.json: ${error.message}`);
  }

  told[stem.split(path.sep).join("/")] = result;
}

fs.writeFileSync(out, JSON.stringify(told));
