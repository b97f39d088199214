/*
 * How words become terms: the choice of a stemmer and of what is passed over, on top of lunr 2.3.9 and of heed-words.js.
 *
 * The same file runs in the reader's browser and in Jint. src/Heed/Search/Analyser.cs says the same
 * in C#, as the build has no time to run this over every page; tests hold the two equal. Change both or neither.
 *
 * Stock lunr keeps a whole line of a citation as one token, erases Cyrillic when it trims, and lunr.ru erases Latin.
 * Here a word is a run of letters and digits of any script that we know, a citation is kept whole and also cut into
 * its parts, and each word goes to the stemmer of its own alphabet.
 */
(function (root) {
  "use strict";

  const lunr = root.lunr;
  const characters = root.heedCharacters;
  const { words, normalise, isCitation } = root.heedWords;

  /* Words that lunr-languages takes for noise and that this field is about. */
  const KEPT = new Set(["человек", "люди", "жизнь", "мира"]);
  /* Words that its list lacks: one is there with a stray mark before it, the others only with ё. */
  const ADDED = new Set(["а", "мое", "твое"]);

  /* The languages that lunr-languages has a stemmer for, beside Russian: those that are written in Latin letters, and the others. */
  const LATIN = new Set("da de es fi fr hu it nl no pl pt ro sv tr vi".split(" "));
  const OTHER = new Set("ar el he hy ko".split(" "));

  function isEnglishNoise(word, raw) {
    /* US, WHO and IT are somebody or something; us, who and it are not. */
    if (/^[A-Z]{2,}$/.test(characters.withoutUnseen(characters.plain(raw)).replace(/\./g, ""))) return false;
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
