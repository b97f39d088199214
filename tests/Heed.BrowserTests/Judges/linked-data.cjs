/*
 * Expands the JSON-LD of every page below a folder, and of the JSON file beside it, with jsonld.js, and looks up each type and
 * property that comes out in the declarations of schema.org that schema-dts has. Both are not ours; nothing is asked of the network.
 * Called with the folder of the theme (whose node_modules has both) and the folder of the site. Prints
 * { "pages": n, "files": n, "types": {"Review": n}, "wrong": [words] }.
 */
"use strict";

const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");

const [theme, folder] = process.argv.slice(2);
const fetched = createRequire(path.join(path.resolve(theme), "package.json"));
const jsonld = fetched("jsonld");

const SCHEMA = "https://schema.org/";

// What schema-dts declares: properties by the name of an interface, the interfaces that each extends, and the types that there are.
const declared = { properties: new Map(), parents: new Map(), types: new Map() };
let current = null;
for (const line of fs.readFileSync(path.join(theme, "node_modules", "schema-dts", "dist", "schema.d.ts"), "utf8").split("\n")) {
  const opened = /^(?:export )?interface (\w+)(?: extends (.+?))? \{/.exec(line);
  const property = /^ {4}"([^"@]+)"\?:/.exec(line);
  const type = /^ {4}"@type": "([^"]+)";/.exec(line);
  if (opened) {
    current = opened[1];
    declared.properties.set(current, new Set());
    declared.parents.set(current, (opened[2] ?? "").split(",").map(parent => parent.trim()).filter(parent => /^\w+$/.test(parent)));
  } else if (property && current !== null) {
    declared.properties.get(current).add(property[1]);
  } else if (type && current !== null) {
    declared.types.set(type[1], current);
  }
}

function has(name, property) {
  return declared.properties.get(name)?.has(property) || (declared.parents.get(name) ?? []).some(parent => has(parent, property));
}

// The real context of schema.org does two things for us: bare words are its terms, and bare types too.
async function load(address) {
  if (address !== "https://schema.org") {
    throw new Error(`${address} would be asked for`);
  }

  return { contextUrl: null, documentUrl: address, document: { "@context": { "@vocab": SCHEMA } } };
}

const wrong = [];
const types = {};

function judge(where, node) {
  if (Array.isArray(node)) {
    node.forEach(one => judge(where, one));
    return;
  }

  if (node === null || typeof node !== "object" || "@value" in node) {
    return;
  }

  const named = (node["@type"] ?? []).map(type => type.startsWith(SCHEMA) ? type.slice(SCHEMA.length) : `<${type}>`);
  for (const type of named) {
    types[type] = (types[type] ?? 0) + 1;
    if (!declared.types.has(type)) {
      wrong.push(`${where}: schema.org has no type ${type}`);
    }
  }

  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith("@")) {
      if (key === "@graph") {
        judge(where, value);
      }

      continue;
    }

    const property = key.startsWith(SCHEMA) ? key.slice(SCHEMA.length) : `<${key}>`;
    if (named.length === 0 || !named.some(type => has(declared.types.get(type), property))) {
      wrong.push(`${where}: ${named.join(", ") || "something without a type"} has no property ${property}`);
    }

    judge(where, value);
  }
}

async function expanded(where, data) {
  const nodes = await jsonld.expand(data, { documentLoader: load });
  if (nodes.length === 0) {
    wrong.push(`${where}: nothing comes of its JSON-LD`);
  }

  judge(where, nodes);
}

(async () => {
  let pages = 0;
  let files = 0;
  for (const entry of fs.readdirSync(folder, { recursive: true })) {
    if (!entry.endsWith(".html")) {
      continue;
    }

    const where = entry.split(path.sep).join("/");
    const blocks = [...fs.readFileSync(path.join(folder, entry), "utf8").matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
    try {
      for (const [, block] of blocks) {
        pages++;
        await expanded(where, JSON.parse(block));
      }

      const beside = path.join(folder, entry.slice(0, -".html".length) + ".json");
      if (fs.existsSync(beside)) {
        files++;
        await expanded(`${where.slice(0, -".html".length)}.json`, JSON.parse(fs.readFileSync(beside, "utf8")).jsonld);
      }
    } catch (error) {
      wrong.push(`${where}: ${error.message}`);
    }
  }

  process.stdout.write(JSON.stringify({ pages, files, types, wrong: wrong.slice(0, 50) }));
})();
