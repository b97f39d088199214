/*
 * What is known of characters: heed-characters.txt, which explains it, read into tables. src/Heed/Text/Characters.cs and LookAlikes.cs
 * do the same in C#; tests hold the two equal. heedCharacters.read(text) takes the table in, before anything else asks.
 */
(function (root) {
  "use strict";

  const table = {};
  const plainForms = new Map();
  const SCRIPTS = ["latin", "cyrillic", "greek"];
  const ofScript = {};
  const toLatin = new Map();
  const fromLatin = { cyrillic: new Map(), greek: new Map() };
  let notPlain = /(?!)/g;
  let unseen = /(?!)/g;

  const unit = (text) => parseInt(text, 16);
  const ends = (range) => [unit(range.split("-")[0]), unit(range.split("-").pop())];
  const escaped = (code) => "\\u" + code.toString(16).padStart(4, "0");

  /* The ranges of these kinds as the inside of a character class. */
  function classOf(kind) {
    return (table[kind] || []).map((range) => ends(range).map(escaped).join("-")).join("");
  }

  function each(kind, visit) {
    for (const range of table[kind] || []) {
      for (let code = ends(range)[0]; code <= ends(range)[1]; code++) visit(code);
    }
  }

  function read(text) {
    for (const line of text.split("\n")) {
      const words = line.trim().split(" ");
      table[words[0]] = (table[words[0]] || []).concat(words.slice(1));
    }

    each("wide", (code) => plainForms.set(String.fromCharCode(code), String.fromCharCode(code - 0xfee0)));
    each("zero", function (code) {
      for (let digit = 0; digit < 10; digit++) plainForms.set(String.fromCharCode(code + digit), String(digit));
    });
    for (const [kind, form] of [["blank", " "], ["apostrophe", "'"], ["quote", '"'], ["hyphen", "-"], ["slash", "/"], ["dot", "."]]) {
      each(kind, (code) => plainForms.set(String.fromCharCode(code), form));
    }
    plainForms.forEach((form, one) => form === one && plainForms.delete(one));
    notPlain = new RegExp("[" + Array.from(plainForms.keys(), (one) => escaped(one.charCodeAt(0))).join("") + "]", "g");
    unseen = new RegExp("[" + classOf("invisible") + "]", "g");

    for (const script of SCRIPTS) ofScript[script] = new RegExp("[" + classOf(script) + "]");
    for (const pair of table.like) {
      const letter = pair.charAt(0);
      const latin = pair.charAt(1);
      const back = fromLatin[scriptOf(letter)];
      if (!toLatin.has(letter)) toLatin.set(letter, latin);
      if (!back.has(latin)) back.set(latin, letter);
    }
  }

  /* The same text with the plain character for each that stands for it; as long as before. */
  const plain = (text) => text.replace(notPlain, (one) => plainForms.get(one));

  const withoutUnseen = (text) => text.replace(unseen, "");

  /* The script of a letter, as far as it can be taken for one of another. */
  const scriptOf = (letter) => SCRIPTS.find((script) => ofScript[script].test(letter)) || "";

  /* The word with letters of that script alone; null where one looks like none. */
  function write(word, script) {
    let written = "";
    for (const letter of word.split("")) {
      const own = scriptOf(letter);
      if (own === script || own === "") {
        written += letter;
        continue;
      }
      const latin = own === "latin" ? letter : toLatin.get(letter);
      const other = script === "latin" ? latin : fromLatin[script].get(latin);
      if (other === undefined) return null;
      written += other;
    }
    return written;
  }

  /*
   * A word of mixed scripts in one: of those that it can be written in, the one of most of its letters; of two, that of the first letter.
   * A citation is Latin wherever it can be.
   */
  function inOneScript(word, isCitation) {
    const counts = { latin: 0, cyrillic: 0, greek: 0 };
    let first = "";
    let hasLoose = false;
    for (const letter of word.split("")) {
      const script = scriptOf(letter);
      if (script === "latin" && table.loose.includes(letter)) {
        hasLoose = true;
      } else if (script !== "") {
        counts[script]++;
        if (first === "") first = script;
      }
    }

    const scripts = SCRIPTS.slice();
    const mixed = scripts.filter((script) => counts[script] > 0 || (script === "latin" && hasLoose)).length;
    if (mixed < 2 && !(isCitation && mixed > 0 && counts.latin === 0)) return word;
    if (!isCitation) scripts.sort((left, right) => counts[right] - counts[left] || (right === first) - (left === first) || 0);
    for (const script of scripts) {
      const written = isCitation || counts[script] > 0 ? write(word, script) : null;
      if (written !== null) return written;
    }
    return word;
  }

  root.heedCharacters = { read: read, classOf: classOf, plain: plain, withoutUnseen: withoutUnseen, inOneScript: inOneScript };
})(globalThis);
