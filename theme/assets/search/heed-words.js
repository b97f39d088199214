/*
 * How text becomes words, and words are made comparable: for search, where heed-analysis.js stems them, and for every other box that
 * one types into. It needs heed-characters.js and its table before it.
 *
 * The same file runs in the reader's browser and in Jint. src/Heed/Search/WordScanner.cs and Analyser.cs say the same in C#,
 * as the build has no time to run this over every page; tests hold the two equal. Change both or neither.
 */
(function (root) {
  "use strict";

  const characters = root.heedCharacters;

  /* Letters and digits, as UTF-16 units. Everything else parts words; so do the halves of a surrogate pair. */
  const LETTERS = characters.classOf("letters");
  const UNSEEN = characters.classOf("invisible");
  const WORD = "[" + LETTERS + "][" + LETTERS + characters.classOf("marks") + UNSEEN + "]*";
  const RUN = new RegExp(WORD + "(?:[./'-][" + UNSEEN + "]*" + WORD + ")*", "g");
  const LETTER = new RegExp("[" + LETTERS + "]");
  const ANY_LATIN_MARK = /[\u0300-\u036F]/g;
  /* Of more words than these nobody makes one: state-of-the-art. */
  const LONGEST_COMPOUND = 3;

  const hasDigit = (text) => /[0-9]/.test(text);

  /* Where each piece between separators begins and ends. */
  function pieces(text, separator) {
    const found = [];
    let from = 0;
    for (let at = 0; at <= text.length; at++) {
      if (at === text.length || separator.test(text.charAt(at))) {
        found.push({ at: from, text: text.slice(from, at) });
        from = at + 1;
      }
    }
    return found;
  }

  /* Each stretch of letters alone or of digits alone: covid19 is covid and 19, as COVID-19 is. */
  function stretches(text) {
    if (!hasDigit(text)) return [{ at: 0, text: text }];
    const found = [];
    let from = 0;
    let before = null;
    for (let at = 0; at < text.length; at++) {
      if (!LETTER.test(text.charAt(at))) continue;
      const isDigit = hasDigit(text.charAt(at));
      if (before !== null && isDigit !== before) {
        found.push({ at: from, text: text.slice(from, at) });
        from = at;
      }
      before = isDigit;
    }
    found.push({ at: from, text: text.slice(from) });
    return found;
  }

  /*
   * Each word of a text: where it stands, its letters as written, and whether it is a part of another: of a citation kept whole, or,
   * the other way round, what hyphens and apostrophes join (co-operation), beside its own parts; `joins` tells how many they are.
   */
  function words(text) {
    const even = characters.plain(text);
    const found = [];
    const add = (at, length, part, joins) => found.push({ start: at, end: at + length, raw: text.slice(at, at + length), part: part, joins: joins || 0 });

    function addStretches(at, piece, isCitation) {
      for (const one of stretches(piece)) {
        /* The lone letters of a citation mean nothing alone. */
        if (!isCitation || characters.withoutUnseen(one.text).length > 1 || hasDigit(one.text)) add(at + one.at, one.text.length, isCitation);
      }
    }

    /* A/HRC/43/10 is one word; so are its parts, and 43/10, as people cite it. */
    function slashed(at, piece) {
      const isCitation = hasDigit(piece);
      if (isCitation) {
        add(at, piece.length, false);
        const segments = pieces(piece, /\//);
        for (let first = 0; first < segments.length; first++) {
          let last = first;
          while (last < segments.length && /^[0-9]+$/.test(characters.withoutUnseen(segments[last].text))) last++;
          const count = last - first;
          if (count > 1 && count < segments.length) {
            const end = segments[last - 1].at + segments[last - 1].text.length;
            add(at + segments[first].at, end - segments[first].at, true);
          }
          if (count > 0) first = last;
        }
      }
      for (const part of pieces(piece, /[./-]/)) addStretches(at + part.at, part.text, isCitation);
    }

    /* 139.114 is one word and two parts; U.S. is one word; "end.Then" is two words. */
    function dotted(at, piece) {
      const parts = pieces(piece, /\./);
      const isAcronym = parts.length > 1 && parts.every((part) => characters.withoutUnseen(part.text).length === 1 && !hasDigit(part.text));
      const isNumber = parts.length > 1 && parts.every((part) => hasDigit(part.text));
      if (isAcronym || isNumber) add(at, piece.length, false);
      if (isAcronym) return;
      for (const part of parts) {
        for (const one of stretches(part.text)) add(at + part.at + one.at, one.text.length, isNumber);
      }
    }

    function joined(at, run) {
      const words = pieces(run, /'/);
      const isGenitive = (order) => order > 0 && /^[sS]$/.test(characters.withoutUnseen(words[order].text));
      words.forEach(function (piece, order) {
        if (isGenitive(order)) return;
        if (piece.text.includes("/")) {
          slashed(at + piece.at, piece.text);
          return;
        }
        for (const part of pieces(piece.text, /-/)) dotted(at + piece.at + part.at, part.text);
      });

      const whole = isGenitive(words.length - 1) ? run.slice(0, words[words.length - 1].at - 1) : run;
      const count = pieces(whole, /['-]/).length;
      if (count > 1 && count <= LONGEST_COMPOUND && !/[0-9./]/.test(whole)) add(at, whole.length, true, count);
    }

    RUN.lastIndex = 0;
    for (let match = RUN.exec(even); match !== null; match = RUN.exec(even)) {
      if (/[./'-]/.test(match[0])) joined(match.index, match[0]);
      else addStretches(match.index, match[0], false);
    }
    return found;
  }

  const cites = (even) => even.includes("/") || (even.includes(".") && hasDigit(even));
  const isCitation = (raw) => cites(characters.plain(raw));

  /*
   * A word as it is compared: small letters of one script, no invisible and no stress marks, no Latin accents, ё as е; й stays й. Dots and
   * hyphens tell something in numbers alone: 139.114, CO/3-4.
   */
  function normalise(raw) {
    let word = characters.withoutUnseen(characters.plain(raw));
    const isCited = cites(word);
    const isBetweenDigits = (at) => hasDigit(word.charAt(at - 1)) && hasDigit(word.charAt(at + 1));
    word = isCited ? word.replace(/\./g, (dot, at) => (isBetweenDigits(at) ? dot : "")) : word.replace(/[.'-]/g, "");
    if (/[^\u0000-\u007F]/.test(word)) word = characters.inOneScript(word.normalize("NFKC"), isCited);
    word = word.replace(/\u0130/g, "i").toLowerCase().replace(/ς/g, "σ");
    if (/^[a-z0-9]*$/.test(word)) return word;
    if (/[\u0400-\u052F]/.test(word)) return word.replace(ANY_LATIN_MARK, "").replace(/ё/g, "е");
    if (/^[\u0000-\u036F\u1E00-\u1EFF]*$/.test(word)) return word.normalize("NFD").replace(ANY_LATIN_MARK, "");
    return word;
  }

  root.heedWords = { words: words, normalise: normalise, isCitation: isCitation };
})(globalThis);
