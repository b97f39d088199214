/*
 * Kazakh for lunr: a trimmer, stop words and a light stemmer. The rules are not here but in lunr.kk.rules.txt, which also explains
 * them; lunr.kk.read(text) takes them in. src/Heed/Search/KazakhStemmer.cs does the same in C#.
 */
(function (root, factory) {
  if (typeof define === "function" && define.amd) define(factory);
  else if (typeof exports === "object") module.exports = factory();
  else factory()(root.lunr);
})(this, function () {
  "use strict";

  return function (lunr) {
    if (lunr === undefined) throw new Error("lunr.kk needs lunr before it.");

    let rules = { harmony: {}, harden: {}, layers: [], names: {}, roots: {}, keep: {}, stop: {} };

    /* A table without the built-in properties, so that no word is found that was not put in. */
    const table = () => Object.create(null);

    function agreement(text, harmony) {
      for (const letter of text) if (harmony[letter] > 0) return harmony[letter];
      return 0;
    }

    function readRule(line, sets, layer, harmony) {
      const cells = line.split("|").map((cell) => cell.trim());
      const after = cells[2] === "-" ? null : cells[2].split(" ").flatMap((name) => sets[name] || [name]);
      for (const cell of cells[0].split(" ")) {
        const loose = cell[0] === "~";
        const parts = cell.slice(loose ? 1 : 0).split("=");
        const ending = parts[0];
        if (layer.endings[ending] === undefined) layer.endings[ending] = [];
        layer.endings[ending].push({
          put: parts[1] || "",
          least: Number(cells[1]),
          after: after,
          next: cells[3],
          side: loose ? 0 : agreement(ending, harmony),
        });
        layer.longest = Math.max(layer.longest, ending.length);
      }
    }

    function read(text) {
      const made = { harmony: table(), harden: table(), layers: [], names: table(), roots: table(), keep: table(), stop: table() };
      const sets = table();
      const mark = (target, words, value) => words.forEach((word) => (target[word] = value));
      for (const line of text.split("\n").map((line) => line.trim())) {
        if (line === "" || line[0] === "#") continue;
        const words = line.split(" ");
        const rest = words.slice(1);
        if (words[0] === "back") mark(made.harmony, rest, 1);
        else if (words[0] === "front") mark(made.harmony, rest, 2);
        else if (words[0] === "free") mark(made.harmony, rest, -1);
        else if (words[0] === "harden") rest.forEach((pair) => (made.harden[pair[0]] = pair[1]));
        else if (words[0] === "set") sets[rest[0]] = rest.slice(1);
        else if (words[0] === "keep") mark(made.keep, rest, true);
        else if (words[0] === "stop") mark(made.stop, rest, true);
        else if (words[0] === "root") made.roots[rest[0]] = rest[1];
        else if (words[0] === "layer" || words[0] === "inner") {
          made.names[rest[0]] = made.layers.length;
          made.layers.push({ inner: words[0] === "inner", longest: 0, endings: table() });
        } else readRule(line, sets, made.layers[made.layers.length - 1], made.harmony);
      }
      rules = made;
    }

    function harden(stem) {
      const last = rules.harden[stem[stem.length - 1]];
      return last === undefined ? stem : stem.slice(0, -1) + last;
    }

    /* Which vowels an ending of the stem may have: 1 back, 2 front, 0 both. */
    function side(stem) {
      for (let at = stem.length - 1; at >= 0; at--) {
        const found = rules.harmony[stem[at]];
        if (found !== undefined) return found < 0 ? 0 : found;
      }
      return 0;
    }

    function allows(rule, rest) {
      if (rest.length < rule.least) return false;
      if (rule.after !== null && !rule.after.some((end) => rest.endsWith(end))) return false;
      const own = rule.side === 0 ? 0 : side(rest);
      return own === 0 || own === rule.side;
    }

    /* What the layer leaves of the word, and where to go on; null where it takes nothing off. */
    function cut(word, layer) {
      let best = null;
      for (let length = Math.min(layer.longest, word.length - 1); length > 0; length--) {
        const found = layer.endings[word.slice(word.length - length)];
        if (found === undefined) continue;
        const rest = word.slice(0, word.length - length);
        const rule = found.find((one) => allows(one, rest));
        if (rule === undefined) continue;
        const stem = harden(rest + rule.put);
        if (rules.keep[stem]) return { stem: stem, next: rule.next };
        if (best === null) best = { stem: stem, next: rule.next };
      }
      return best;
    }

    function stem(word) {
      let left = word;
      let entered = false;
      for (let at = 0; at < rules.layers.length; at++) {
        if (rules.keep[left]) return left;
        const layer = rules.layers[at];
        if (layer.inner && !entered) continue;
        entered = false;
        const taken = cut(left, layer);
        if (taken === null) continue;
        left = taken.stem;
        if (taken.next !== undefined) {
          at = rules.names[taken.next] - 1;
          entered = true;
        }
      }
      if (rules.keep[left]) return left;
      left = harden(left);
      return rules.roots[left] || left;
    }

    lunr.kk = function () {
      this.pipeline.reset();
      this.pipeline.add(lunr.kk.trimmer, lunr.kk.stopWordFilter, lunr.kk.stemmer);
      if (this.searchPipeline) {
        this.searchPipeline.reset();
        this.searchPipeline.add(lunr.kk.stemmer);
      }
    };

    lunr.kk.read = read;
    lunr.kk.stem = stem;
    lunr.kk.isStopWord = (word) => rules.stop[word] === true;

    /* The Cyrillic letters, those of Kazakh and of its neighbours included. */
    lunr.kk.wordCharacters = "\u0400-\u0481\u048A-\u052F";
    const notAtEnds = new RegExp("^[^" + lunr.kk.wordCharacters + "]+|[^" + lunr.kk.wordCharacters + "]+$", "g");
    lunr.kk.trimmer = (token) => token.update((text) => text.replace(notAtEnds, ""));
    lunr.kk.stopWordFilter = (token) => (lunr.kk.isStopWord(token.toString()) ? undefined : token);
    lunr.kk.stemmer = (token) => token.update(stem);

    lunr.Pipeline.registerFunction(lunr.kk.trimmer, "trimmer-kk");
    lunr.Pipeline.registerFunction(lunr.kk.stopWordFilter, "stopWordFilter-kk");
    lunr.Pipeline.registerFunction(lunr.kk.stemmer, "stemmer-kk");
  };
});
