/*
 * How text becomes terms: the tokenizer, the normaliser and the choice of a stemmer, on top of lunr 2.3.9.
 *
 * The same file runs in the reader's browser and in Jint. src/Heed/Search/WordScanner.cs and Analyser.cs say the same
 * in C#, as the build has no time to run this over every page; tests hold the two equal. Change both or neither.
 *
 * Stock lunr keeps a whole line of a citation as one token, erases Cyrillic when it trims, and lunr.ru erases Latin.
 * Here a word is a run of letters and digits of any script that we know, a citation is kept whole and also cut into
 * its parts, and each word goes to the stemmer of its own alphabet.
 */
(function (root) {
  "use strict";

  const lunr = root.lunr;

  /* Letters and digits, as UTF-16 units. Everything else parts words; so do the halves of a surrogate pair. */
  const LETTERS =
    "0-9A-Za-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02AF\\u0370-\\u0377\\u037B-\\u037D\\u0386" +
    "\\u0388-\\u0481\\u048A-\\u052F\\u0531-\\u0556\\u0561-\\u0587\\u05D0-\\u05EA\\u0620-\\u0669\\u066E-\\u06D3\\u0900-\\u0963" +
    "\\u0966-\\u0DFF\\u0E01-\\u0E3A\\u0E40-\\u0E4E\\u10A0-\\u10FA\\u10FC-\\u11FF\\u1E00-\\u1FFF\\u3041-\\u3096\\u30A1-\\u30FA" +
    "\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uA640-\\uA66E\\uA680-\\uA69D\\uA722-\\uA7BF\\uAC00-\\uD7A3\\uF900-\\uFAFF";

  /* Stress marks and other combining marks, and what is invisible: they may stand inside a word, never begin one. */
  const MARKS = "\\u0300-\\u036F\\u0483-\\u0489";
  const INVISIBLE = "\\u00AD\\u200B-\\u200D\\u2060\\uFEFF";
  const APOSTROPHES = "'\\u2019\\u02BC";
  const HYPHENS = "\\-\\u2010\\u2011";

  const WORD = "[" + LETTERS + "][" + LETTERS + MARKS + INVISIBLE + "]*";
  const RUN = new RegExp(WORD + "(?:[./" + APOSTROPHES + HYPHENS + "]" + WORD + ")*", "g");
  const JOINER = new RegExp("[./" + APOSTROPHES + HYPHENS + "]");
  const APOSTROPHE = new RegExp("[" + APOSTROPHES + "]");
  const HYPHEN = new RegExp("[" + HYPHENS + "]");
  const ANY_HYPHEN = new RegExp("[" + HYPHENS + "]", "g");
  const PART = new RegExp("[./" + HYPHENS + "]");
  const ANY_INVISIBLE = new RegExp("[" + INVISIBLE + "]", "g");
  const ANY_LATIN_MARK = /[\u0300-\u036F]/g;

  /* Words that lunr-languages takes for noise and that this field is about. */
  const KEPT = new Set(["человек", "люди", "жизнь", "мира"]);
  /* Words that its list lacks: one is there with a stray mark before it, the others only with ё. */
  const ADDED = new Set(["а", "мое", "твое"]);

  /* The languages that lunr-languages has a stemmer for, beside Russian: those that are written in Latin letters, and the others. */
  const LATIN = new Set("da de es fi fr hu it nl no pl pt ro sv tr vi".split(" "));
  const OTHER = new Set("ar el he hy ko".split(" "));

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

  /* Each word of a text: where it stands, its letters as written, and whether it is only a part of a citation kept whole. */
  function words(text) {
    const found = [];
    const add = (at, raw, part) => found.push({ start: at, end: at + raw.length, raw: raw, part: part });

    /* A/HRC/43/10 is one word; so are its parts, and 43/10, as people cite it; the lone letters mean nothing alone. */
    function slashed(at, piece) {
      const isCitation = hasDigit(piece);
      if (isCitation) {
        add(at, piece, false);
        const segments = pieces(piece, /\//);
        for (let first = 0; first < segments.length; first++) {
          let last = first;
          while (last < segments.length && /^[0-9]+$/.test(segments[last].text)) last++;
          const count = last - first;
          if (count > 1 && count < segments.length) {
            const end = segments[last - 1].at + segments[last - 1].text.length;
            add(at + segments[first].at, piece.slice(segments[first].at, end), true);
          }
          if (count > 0) first = last;
        }
      }
      for (const part of pieces(piece, PART)) {
        if (!isCitation || part.text.length > 1 || hasDigit(part.text)) add(at + part.at, part.text, isCitation);
      }
    }

    /* 139.114 is one word and two parts; U.S. is one word; "end.Then" is two words. */
    function dotted(at, piece) {
      const parts = pieces(piece, /\./);
      const isAcronym = parts.length > 1 && parts.every((part) => part.text.length === 1 && !hasDigit(part.text));
      const isNumber = parts.length > 1 && parts.every((part) => hasDigit(part.text));
      if (isAcronym || isNumber) add(at, piece, false);
      if (isAcronym) return;
      for (const part of parts) add(at + part.at, part.text, isNumber);
    }

    RUN.lastIndex = 0;
    for (let match = RUN.exec(text); match !== null; match = RUN.exec(text)) {
      if (!JOINER.test(match[0])) {
        add(match.index, match[0], false);
        continue;
      }
      pieces(match[0], APOSTROPHE).forEach(function (piece, order) {
        const at = match.index + piece.at;
        if (order > 0 && (piece.text === "s" || piece.text === "S")) return;
        if (piece.text.includes("/")) {
          slashed(at, piece.text);
          return;
        }
        for (const part of pieces(piece.text, HYPHEN)) dotted(at + part.at, part.text);
      });
    }
    return found;
  }

  const isCitation = (raw) => raw.includes("/") || (raw.includes(".") && hasDigit(raw));

  /* A word as it is compared: small letters, no invisible marks, no stress marks, no Latin accents, ё as е; й stays й. */
  function normalise(raw) {
    let word = raw.replace(ANY_INVISIBLE, "").replace(ANY_HYPHEN, "-");
    if (!isCitation(raw)) word = word.replace(/\./g, "");
    word = word.replace(/\u0130/g, "i").toLowerCase().replace(/ς/g, "σ");
    if (/^[a-z0-9]*$/.test(word)) return word;
    if (/[\u0400-\u052F]/.test(word)) {
      word = word.normalize("NFC").replace(ANY_LATIN_MARK, "").replace(/ё/g, "е");
      /* Older Kazakh texts, those of laws too, are typed with the Latin i, which looks the same. */
      return /^[\u0400-\u052Fi]*$/.test(word) ? word.replace(/i/g, "і") : word;
    }
    if (/^[\u0000-\u036F\u1E00-\u1EFF]*$/.test(word)) return word.normalize("NFD").replace(ANY_LATIN_MARK, "");
    return word.normalize("NFC");
  }

  function isEnglishNoise(word, raw) {
    /* US, WHO and IT are somebody or something; us, who and it are not. */
    if (/^[A-Z]{2,}$/.test(raw.replace(/\./g, ""))) return false;
    return lunr.stopWordFilter(new lunr.Token(word)) === undefined;
  }

  function isRussianNoise(word) {
    if (KEPT.has(word)) return false;
    return ADDED.has(word) || lunr.ru.stopWordFilter(new lunr.Token(word)) === undefined;
  }

  /* The і is a letter of Ukrainian and Belarusian too. */
  function isKazakh(word, language) {
    if (!/^[\u0430-\u052F]+$/.test(word)) return false;
    return language === "kk" || (language === "uk" || language === "be" ? /[әғқңөұүһ]/ : /[әғқңөұүһі]/).test(word);
  }

  /* Whose a word is: the name of its stemmer, "" when it is left as it is. */
  function stemmerOf(word, language) {
    if (word === "" || /[0-9/.-]/.test(word)) return "";
    if (/^[a-z]+$/.test(word)) return LATIN.has(language) ? language : "en";
    /* On a Kazakh page no word is Russian, and elsewhere none that has a letter of Kazakh or another that Russian lacks. */
    if (/[\u0400-\u052F]/.test(word)) return isKazakh(word, language) ? "kk" : /^[а-я]+$/.test(word) ? "ru" : "";
    return LATIN.has(language) || OTHER.has(language) ? language : "";
  }

  const isLoaded = (name) => name === "" || name === "en" || (lunr[name] !== undefined && typeof lunr[name].stemmer === "function");

  function analyse(raw, language) {
    const word = normalise(raw);
    const name = stemmerOf(word, language);
    if (name === "" || !isLoaded(name)) return word;
    if (name === "en") return isEnglishNoise(word, raw) ? "" : lunr.stemmer(new lunr.Token(word)).toString();
    if (name === "kk") return lunr.kk.isStopWord(word) ? "" : lunr.kk.stem(word);
    if (name === "ru") return isRussianNoise(word) ? "" : lunr.ru.stemmer(new lunr.Token(word)).toString();
    return lunr[name].stopWordFilter(new lunr.Token(word)) === undefined ? "" : lunr[name].stemmer(new lunr.Token(word)).toString();
  }

  /* The name of the stemmer that the word wants and that is not loaded, or null. */
  function missingStemmer(raw, language) {
    const name = stemmerOf(normalise(raw), language);
    return isLoaded(name) ? null : name;
  }

  const known = new Map();

  /* The term that stands for a word in the index of a language; empty for a word that is not indexed. */
  function term(raw, language) {
    if (!known.has(language)) known.set(language, new Map());
    const terms = known.get(language);
    let answer = terms.get(raw);
    if (answer === undefined) {
      answer = analyse(raw, language);
      if (missingStemmer(raw, language) === null) terms.set(raw, answer);
    }
    return answer;
  }

  /* lunr's two doors to the above: a tokenizer, and for each language one pipeline function. */
  function tokenizer(field, metadata) {
    if (field === null || field === undefined) return [];
    return words(String(field)).map(function (word) {
      return new lunr.Token(word.raw, lunr.utils.clone(metadata) || {});
    });
  }

  const pipelines = new Map();

  function pipelineFunction(language) {
    if (!pipelines.has(language)) {
      const stem = function (token) {
        const answer = term(token.toString(), language);
        return answer === "" ? undefined : token.update(() => answer);
      };
      lunr.Pipeline.registerFunction(stem, "heed-" + language);
      pipelines.set(language, stem);
    }
    return pipelines.get(language);
  }

  root.heedAnalysis = {
    words: words,
    normalise: normalise,
    term: term,
    isCitation: isCitation,
    missingStemmer: missingStemmer,
    tokenizer: tokenizer,
    pipelineFunction: pipelineFunction,
  };
})(globalThis);
