/*
 * What a reader's words find. No document, no network: the browser and Jint run this same file.
 *
 *   heedSearch.ask({ language, words, chosen: [{ name, key }], from, count, lazy, excerpts, facets, offers })
 *
 * gives { need: [path] } when files are missing: whoever asks loads search/<path>.js and asks again, until it gives
 *
 *   { total, full, help, mode: "all" | "any" | "none", near: [{ word, shown }], filters: [{ name, key, label, not }], unknown: [{ name, value, isChosen }], language,
 *     offers: [{ name, facet, key, label, rest }],
 *     facets: [{ name, label, values: [{ key, label, count, isChosen }] }], hits: [hit] }, a hit being
 *   { address, title, titleParts, kind, number, facts: [{ name, label }], language, anchor, section, excerpt }
 *
 * An excerpt and titleParts are [{ text, hit }]. When lazy, hits whose page is worth no waiting are null: asked for once
 * more with their own from and count, they come. `language` names the language that was asked when the reader's had nothing.
 *
 * All words are wanted; `full` pages have them and come first. Where these are few, pages with some of the words stand below them, most
 * words first, and where there are none, pages with some are all that is shown ("any"). Last stand the `help` pages, which explain the
 * site and whose examples have many words; one whose title has all the words is a page like others. Words that only ask ("what did",
 * "сколько") are passed over beside others. The name of a level or a position that has more than one word, "not implemented", is
 * wanted as a whole: pages that have that value come first. Names of values that stand among the words are given as offers to a question with offers, as their names are more files: choosing
 * the value instead of its words, `rest` being the words that are left. The last word
 * may be the beginning of one, and so may a word with * behind it. A word that no page has is replaced by a near spelling.
 * Words in quotes stand side by side, in any of their forms. A word or phrase with - before it is unwanted. name:value
 * narrows by a facet. No input throws, and an empty one finds nothing.
 */
(function (root) {
  "use strict";

  const analysis = root.heedAnalysis;
  const characters = root.heedCharacters;
  const files = root.heedIndex;

  const LONGEST_INPUT = 400;
  const MOST_WORDS = 16;
  const EXCERPT_LENGTH = 240;
  const EXACT = 10;
  /* When fewer pages than this have all the words, those that have some of them are shown too. */
  const FEW = 10;
  /* Plural, possessive and case together: бостандык-тарымызга. */
  const LONGEST_ENDING = 9;
  const MOST_BEGUN = 8;
  const FEW_AS_WRITTEN = 2;
  const MOST_OFFERS = 6;
  const NAMED = 5;

  /* Words that ask and say nothing of what is asked; beside others they are passed over. */
  const ASKING = new Set((
    "what which who whom whose how many much why when where did does do is are was were has have " +
    "что какой какая какое какие каких каким какую кто кого кому сколько почему зачем где когда " +
    "қандай қай қанша кім кімдер не неге қашан қайда туралы жөнінде"
  ).split(" "));
  /* What everybody does here; in a question it says nothing either. */
  const ASKED = new Set((
    "recommend recommends recommended recommending ask asks asked asking say says said tell told give gave given make made happen happened become became " +
    "рекомендует рекомендуют рекомендовал рекомендовала рекомендовало рекомендовали говорит говорят сказал сказала сказали стало случилось " +
    "ұсынды ұсынған ұсынады айтты айтады деді берді болды"
  ).split(" "));
  const QUOTES = /["“”„«»]/;

  /* ---- what was asked ---- */

  const plain = (text) => characters.plain(text).split(/[\s_-]+/).map(analysis.normalise).join(" ").trim();

  /* name:value and -name:value, where the name is one of a facet; whatever else has a colon is words. */
  function takeFilters(text, facets) {
    const filters = [];
    const rest = text.replace(/(^|\s)(-?)([^\s:"“”„«»]+):(?:["“„«]([^"“”»]*)["”»]?|([^\s"“”„«»]+))/g, function (whole, before, not, name, quoted, bare) {
      const wanted = plain(name);
      const facet = facets.find((one) => one.name === wanted || plain(one.label) === wanted);
      if (facet === undefined) return whole;
      filters.push({ name: facet.name, not: not === "-", values: quoted === undefined ? bare.split(",").filter(Boolean) : [quoted] });
      return before;
    });
    return { rest: rest, filters: filters };
  }

  /* A wish is a word, a citation or a phrase; each is looked for by itself, and what is found is put together after. */
  function wishesOf(text) {
    const found = [];
    const pieces = text.split(QUOTES);
    pieces.forEach(function (piece, order) {
      const all = analysis.words(piece);
      const words = all.filter((word) => !word.part);
      const runs = runsOf(words, piece);
      const compoundAt = (start) => all.find((word) => word.joins > 0 && word.start === start);
      const isUnwantedQuote = order % 2 === 1 && /(^|\s)-$/.test(pieces[order - 1]);
      if (order % 2 === 1 && words.length > 1 && !(runs.length === 1 && compoundAt(words[0].start))) {
        found.push(phraseOf(words, piece, isUnwantedQuote));
        return;
      }
      const isUnwanted = (at) => isUnwantedQuote || piece.charAt(at - 1) === "-" && (at < 2 || /\s/.test(piece.charAt(at - 2)));
      for (const run of runs) {
        const last = run[run.length - 1];
        const end = { not: isUnwanted(run[0].start), mayGoOn: piece.charAt(last.end) === "*" };
        const whole = compoundAt(run[0].start);
        const wishes = run.map((word) => wishFor(word, word === last ? { mayGoOn: end.mayGoOn, not: end.not && run.length === 1 } : {}));
        if (whole !== undefined) found.push(Object.assign(wishFor(whole, end), { words: run.concat(whole).map((word) => word.raw), parts: wishes }));
        else if (end.not && run.length > 1) found.push(phraseOf(run, piece, true));
        else found.push(...wishes);
      }
    });

    const kept = found.slice(0, MOST_WORDS);
    const last = kept[kept.length - 1];
    if (last && !last.phrase && !last.not && !/[\s"“”„«»]$/.test(text) && !hasDigit(last.raw)) goOn(last);
    return kept;
  }

  const hasDigit = (raw) => /[0-9]/.test(characters.plain(raw));

  const wishFor = (word, end) => ({ raw: word.raw, words: [word.raw], phrase: false, not: end.not === true, mayGoOn: end.mayGoOn === true });

  const phraseOf = (words, text, not) => ({
    raw: text.slice(words[0].start, words[words.length - 1].end),
    words: words.map((word) => word.raw),
    phrase: true,
    not: not,
  });

  function goOn(wish) {
    wish.mayGoOn = true;
    if (wish.parts) wish.parts[wish.parts.length - 1].mayGoOn = true;
  }

  /* Words with no blank between them: COVID-19, co-operation. */
  function runsOf(words, text) {
    const runs = [];
    words.forEach(function (word, order) {
      const gap = order === 0 ? " " : characters.withoutUnseen(text.slice(words[order - 1].end, word.start));
      if (gap.length > 1 || /\s/.test(gap)) runs.push([word]);
      else runs[runs.length - 1].push(word);
    });
    return runs;
  }

  /* ---- names of values among the words ---- */

  const isPlain = (wish) => !wish.phrase && !wish.not && wish.named === undefined;

  /* By stems; a word that means nothing beside others stays as it is, or "not implemented" would be "implemented". */
  const keyOf = (raw, language) => analysis.term(raw, language) || analysis.normalise(raw);
  const keysOf = (text, language) => analysis.words(text).filter((word) => !word.part).map((word) => keyOf(word.raw, language));

  function namesOf(source, words, wanted) {
    const names = source.index.names(words, wanted);
    if (names === null) return null;
    return [].concat(...names.map((value) => value.names.map((name) => ({ value: value, keys: keysOf(name, source.index.language) })))).filter((one) => one.keys.length > 0);
  }

  /*
   * Which names stand among the words, the longest first and none within another: { from, to, values, isWhole }. Where none does,
   * names that begin with the words. tokens: [{ key, isNoise } or null where a run of words ends].
   */
  function namedRuns(tokens, names) {
    const runs = [];
    const isFree = (from, to) => runs.every((run) => to <= run.from || from >= run.to);
    const longest = Math.max(0, ...names.map((name) => name.keys.length));
    for (const isWhole of [true, false]) {
      for (let length = Math.min(tokens.length, longest); length > 0; length--) {
        for (let from = 0; from + length <= tokens.length; from++) {
          const part = tokens.slice(from, from + length);
          if (part.includes(null) || part.every((token) => token.isNoise) || !isFree(from, from + length)) continue;
          const meant = names.filter((name) => (isWhole ? name.keys.length === length : name.keys.length > length) && part.every((token, at) => token.key === name.keys[at]));
          const values = Array.from(new Set(meant.map((name) => name.value)));
          if (values.length > 0) runs.push({ from: from, to: from + length, values: values, isWhole: isWhole });
        }
      }
    }
    return runs;
  }

  function tokenOf(raw, language) {
    const isAsking = [ASKING, ASKED].some((words) => words.has(analysis.normalise(raw)));
    return { key: keyOf(raw, language), isNoise: isAsking || analysis.term(raw, language) === "" };
  }

  /* Each name of a level or position of several words becomes a wish of its own, beside its words; where a page has the value, its words are granted. */
  function withNamed(source, wishes, wanted) {
    const names = namesOf(source, [], wanted).filter((name) => name.keys.length > 1);
    const tokens = [];
    wishes.forEach(function (wish) {
      if (isPlain(wish)) for (const part of wish.parts || [wish]) tokens.push(Object.assign(tokenOf(part.raw, source.index.language), { wish: wish }));
      else tokens.push(null);
    });
    const found = [].concat(wishes);
    for (const run of namedRuns(tokens, names).filter((one) => one.isWhole)) {
      const value = run.values[0];
      const pages = source.index.facet(value.facet, wanted);
      if (pages === null || !pages.some((one) => one.key === value.key)) continue;
      found.push({ raw: value.label, words: [], phrase: false, not: false, mayGoOn: false, named: value, granted: tokens.slice(run.from, run.to).map((token) => token.wish) });
    }
    return found;
  }

  function lookForNamed(source, wish, wanted) {
    const values = source.index.facet(wish.named.facet, wanted);
    const value = values === null ? undefined : values.find((one) => one.key === wish.named.key);
    const found = new Map();
    if (value !== undefined) for (const page of value.pages) if (source.only === null || source.only.has(page)) found.set(page, { score: NAMED, terms: [] });
    return found;
  }

  /* Words that only ask are passed over, unless nothing else is left. */
  function withoutAsking(source, wishes) {
    const isAsking = (wish, words) => isPlain(wish) && !wish.parts && words.has(analysis.normalise(wish.raw)) && !/^[A-Z]{2,}$/.test(wish.raw);
    const isQuestion = wishes.some((wish) => isAsking(wish, ASKING));
    const kept = wishes.filter((wish) => !isAsking(wish, ASKING) && !(isQuestion && isAsking(wish, ASKED)));
    return kept.some((wish) => !wish.not && (!isPlain(wish) || wish.parts || analysis.term(wish.raw, source.index.language) !== "")) ? kept : wishes;
  }

  /* What a reader may choose instead of the words that were typed. Words in quotes, unwanted ones and filters are left alone. */
  function offersIn(source, text, filters, wanted) {
    const plainText = text
      .replace(/(^|\s)-?[^\s:"“”„«»]+:(?:["“„«][^"“”»]*["”»]?|[^\s"“”„«»]+)/g, (typed) => typed.replace(/\S/g, "|"))
      .replace(/["“„«][^"“”„«»]*["”»]?/g, (quoted) => quoted.replace(/\S/g, "|"))
      .replace(/(^|\s)-\S+/g, (unwanted) => unwanted.replace(/\S/g, "|"));
    const words = analysis.words(plainText).filter((word) => !word.part);
    const telling = words.slice(0, MOST_WORDS).filter((word) => analysis.term(word.raw, source.index.language) !== "");
    const names = namesOf(source, telling.map((word) => analysis.normalise(word.raw)), wanted);
    if (names === null) return [];
    const tokens = [];
    words.forEach(function (word, at) {
      if (at > 0 && plainText.slice(words[at - 1].end, word.start).includes("|")) tokens.push(null);
      tokens.push(Object.assign(tokenOf(word.raw, source.index.language), { start: word.start, end: word.end }));
    });
    const labels = new Map(source.index.facetNames().map((facet) => [facet.name, facet.label]));
    const offers = [];
    for (const run of namedRuns(tokens, names)) {
      const rest = (text.slice(0, tokens[run.from].start) + " " + text.slice(tokens[run.to - 1].end)).replace(/\s+/g, " ").trim();
      for (const value of run.values) {
        if (!labels.has(value.facet) || filters.some((filter) => filter.name === value.facet && filter.key === value.key)) continue;
        offers.push({ name: value.facet, facet: labels.get(value.facet), key: value.key, label: value.label, rest: rest, isWhole: run.isWhole });
      }
    }
    return offers.slice(0, MOST_OFFERS);
  }

  /* ---- what one index holds of one wish: page number to { score, terms }; null when a file is wanted ---- */

  const exactly = (term) => ({ term: term, boost: EXACT });
  const beginning = (text, reach) => ({ term: text + "*", boost: 1, reach: reach || "near" });

  function look(source, clauses, wanted) {
    const texts = new Set();
    for (const clause of clauses) {
      if (clause.term.endsWith("*")) {
        for (const text of source.index.beginning(clause.term.slice(0, -1), clause.reach, wanted)) texts.add(text);
      } else {
        texts.add(clause.term);
      }
    }
    const terms = Array.from(texts, (text) => source.index.term(text, wanted));
    if (wanted.size > 0) return null;

    const found = new Map();
    if (terms.every((term) => term.having === 0)) return found;
    const results = source.index.lunr(terms).query(function (query) {
      for (const clause of clauses) query.clause(Object.assign({ usePipeline: false }, clause));
    });
    for (const result of results) {
      const number = Number(result.ref);
      if (source.only === null || source.only.has(number)) {
        found.set(number, { score: result.score, terms: Object.keys(result.matchData.metadata) });
      }
    }
    return found;
  }

  /*
   * Russian puts in a vowel where an ending falls away (пытки, пыток; тюрьмы, тюрем), which its stemmer does not take out. The
   * other stem is asked for too; where no page has it nothing comes of it. Both stand side by side in the index.
   */
  function kindred(term) {
    if (!/^[а-я]{4,}$/.test(term)) return [];
    const found = [];
    if (/[^аеиоуыэюя]к$/.test(term)) found.push(term.slice(0, -1) + "ок", term.slice(0, -1) + "ек");
    if (/[^аеиоуыэюя][ое]к$/.test(term)) found.push(term.slice(0, -2) + "к");
    if (/ь[мнбг]$/.test(term)) found.push(term.slice(0, -2) + "е" + term.slice(-1));
    if (/[рсдн]е[мнбг]$/.test(term)) found.push(term.slice(0, -2) + "ь" + term.slice(-1));
    return found;
  }

  function lookForWord(source, wish, term, wanted) {
    const clauses = [exactly(term)].concat(kindred(term).map(exactly));
    const reach = wish.mayGoOn ? reachOf(source, term, wanted) : "none";
    if (reach === null) return null;
    if (reach !== "none") {
      const written = analysis.normalise(wish.raw);
      if (written.length > 1) clauses.push(beginning(written, reach));
      if (term !== written && term.length > 2) clauses.push(beginning(term, reach));
    }
    return look(source, clauses, wanted);
  }

  function lookForWish(source, wish, wanted) {
    if (wish.phrase) return lookForPhrase(source, wish, wanted);
    if (wish.parts) return lookForCompound(source, wish, wanted);
    const term = analysis.term(wish.raw, source.index.language);
    return term === "" ? null : lookForWord(source, wish, term, wanted);
  }

  /* Co-operation stands on pages as cooperation and as co operation, too; null when it is noise, as don't is. */
  function lookForCompound(source, wish, wanted) {
    const term = analysis.term(wish.raw, source.index.language);
    const parts = wish.parts.map((part) => ({ wish: part, term: analysis.term(part.raw, source.index.language) })).filter((part) => part.term !== "");
    const founds = parts.map((part) => lookForWord(source, part.wish, part.term, wanted));
    const found = term === "" ? new Map() : lookForWord(source, wish, term, wanted);
    if (wanted.size > 0 || (term === "" && parts.length === 0)) return null;
    intersection(founds).forEach(function (one, page) {
      const joined = found.get(page) || { score: 0, terms: [] };
      found.set(page, { score: Math.max(one.score / founds.length, joined.score), terms: one.terms.concat(joined.terms) });
    });
    return found;
  }

  /*
   * How far to look for what the word may become. Where all is in one piece, everywhere. Else a common word is taken for
   * finished; a rarer one is also looked for as a beginning where that costs nothing, in its own piece; and only one that no
   * page has as it stands is worth the pieces of common words too.
   */
  function reachOf(source, text, wanted) {
    if (source.index.isWhole) return "near";
    if (source.index.common.has(text)) return "none";
    const term = source.index.term(text, wanted);
    if (term === null) return null;
    return term.having > 0 ? "piece" : "near";
  }

  function lookForPhrase(source, wish, wanted) {
    const words = wish.words.map((word, at) => ({ at: at, term: analysis.term(word, source.index.language) })).filter((word) => word.term !== "");
    const founds = words.map((word) => look(source, [exactly(word.term)], wanted));
    if (wanted.size > 0) return null;
    const both = intersection(founds);
    if (both.size === 0 || words.length < 2) return both;

    const places = words.map((word) => source.index.places(source.index.term(word.term, wanted), wanted));
    if (wanted.size > 0) return null;
    for (const page of Array.from(both.keys())) {
      if (!places[0].some((field, at) => standSideBySide(words, places.map((fields) => fields[at].get(page))))) both.delete(page);
    }
    return both;
  }

  function standSideBySide(words, places) {
    if (places.some((one) => one === undefined)) return false;
    const sets = places.map((one) => new Set(one));
    return places[0].some((first) => words.every((word, order) => sets[order].has(first + word.at - words[0].at)));
  }

  function intersection(founds) {
    const both = new Map();
    if (founds.length === 0) return both;
    founds[0].forEach(function (first, page) {
      const all = founds.map((found) => found.get(page));
      if (all.some((one) => one === undefined)) return;
      both.set(page, {
        score: all.reduce((sum, one) => sum + one.score, 0),
        terms: [].concat(...all.map((one) => one.terms)),
      });
    });
    return both;
  }

  /* ---- when no page has the word ---- */

  /* A citation may be unfinished, or its parts may stand in another one. */
  function lookForCitation(source, wish, wanted) {
    const begun = look(source, [beginning(analysis.normalise(wish.raw))], wanted);
    if (begun === null || begun.size > 0 || !analysis.isCitation(wish.raw)) return begun;
    const parts = analysis.words(wish.raw).filter((word) => word.part && !analysis.isCitation(word.raw));
    const founds = parts.map((part) => look(source, [exactly(analysis.term(part.raw, source.index.language))], wanted));
    return wanted.size > 0 ? null : intersection(founds);
  }

  /* Kazakh letters as those write them who have no Kazakh keyboard; і is typed as и or ы, ә as а or э. */
  const FOLDED = { "ә": "а", "э": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и", "ы": "и" };
  const fold = (text) => text.replace(/[әэғқңөұүһіы]/g, (letter) => FOLDED[letter]);

  /* The letters that a word so written may begin with. */
  function beginningsOf(written) {
    const first = fold(written.charAt(0));
    return Object.keys(FOLDED).filter((letter) => FOLDED[letter] === first).concat(first);
  }

  /*
   * A Kazakh word without its letters may stand on a page or two, as somebody wrote so; those that have the letters are wanted
   * too. A word that more pages have is taken as it is, so that no list of words is loaded for it.
   */
  function addFolded(source, wish, found, wanted) {
    const written = analysis.normalise(wish.raw);
    if (source.index.language !== "kk" || found === null || found.size === 0 || found.size > FEW_AS_WRITTEN || !/^[а-я]{4,}$/.test(written)) return;
    const alike = source.index.words(beginningsOf(written), wanted).filter((word) => word.text !== written && fold(word.text) === fold(written));
    if (wanted.size > 0 || alike.length === 0) return;
    const others = look(source, alike.map((word) => exactly(analysis.term(word.text, "kk"))).filter((clause) => clause.term !== ""), wanted);
    if (others !== null) others.forEach((one, page) => found.has(page) || found.set(page, one));
  }

  /* The word that differs least in writing; of equals, the one that begins alike, then the one of most pages. */
  function nearest(source, written, wanted) {
    const most = written.length < 4 ? 0 : written.length < 6 ? 1 : 2;
    const isCyrillic = /[\u0400-\u052F]/.test(written);
    const folded = isCyrillic ? fold(written) : written;

    for (const which of [beginningsOf(written), null]) {
      const words = source.index.words(which, wanted);
      if (wanted.size > 0) return null;
      let best = null;
      for (const word of words) {
        const distance = isCyrillic && fold(word.text) === folded ? 0 : distanceWithin(written, word.text, most);
        if (distance > most) continue;
        const rank = [distance, word.text.charAt(0) === written.charAt(0) ? 0 : 1, -word.count, Math.abs(word.text.length - written.length)];
        if (best === null || precedes(rank, best.rank)) best = { text: word.text, rank: rank };
      }
      if (best !== null) return best;
      const related = source.index.language === "kk" && isCyrillic ? stemmedAlike(words, folded) : null;
      if (related !== null) return related;
    }
    return undefined;
  }

  /* Another form of the word, when the Kazakh letters are wanting and the form as typed stands nowhere: the longest stem that it begins with. */
  function stemmedAlike(words, folded) {
    let best = null;
    for (const word of words) {
      if (!fold(word.text).startsWith(folded.slice(0, 3))) continue;
      const stem = fold(analysis.term(word.text, "kk"));
      const rest = folded.length - stem.length;
      if (stem.length < 4 || rest < 0 || rest > LONGEST_ENDING || !folded.startsWith(stem)) continue;
      const rank = [3, rest, -word.count, 0];
      if (best === null || precedes(rank, best.rank)) best = { text: word.text, rank: rank };
    }
    return best;
  }

  function precedes(left, right) {
    for (let at = 0; at < left.length; at++) {
      if (left[at] !== right[at]) return left[at] < right[at];
    }
    return false;
  }

  /* How many letters are wrong, missing, too many or exchanged with their neighbour; more than `most` is told as most + 1. */
  function distanceWithin(left, right, most) {
    if (Math.abs(left.length - right.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: right.length + 1 }, (none, at) => at);
    for (let row = 1; row <= left.length; row++) {
      const next = [row];
      let least = row;
      for (let at = 1; at <= right.length; at++) {
        const isSame = left.charCodeAt(row - 1) === right.charCodeAt(at - 1);
        let value = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + (isSame ? 0 : 1));
        if (row > 1 && at > 1 && left.charCodeAt(row - 1) === right.charCodeAt(at - 2) && left.charCodeAt(row - 2) === right.charCodeAt(at - 1)) {
          value = Math.min(value, before[at - 2] + 1);
        }
        next.push(value);
        if (value < least) least = value;
      }
      if (least > most) return most + 1;
      before = last;
      last = next;
    }
    return last[right.length];
  }

  /* ---- putting it together ---- */

  function collect(sources, asked, wanted) {
    const answers = sources.map(() => asked.map(() => null));
    asked.forEach(function (wish, order) {
      sources.forEach(function (source, at) {
        if (wish.named) {
          answers[at][order] = lookForNamed(source, wish, wanted);
          return;
        }
        answers[at][order] = lookForWish(source, wish, wanted);
        if (!wish.phrase && !wish.parts) addFolded(source, wish, answers[at][order], wanted);
      });
    });
    if (wanted.size > 0) return null;
    asked.forEach(function (wish, order) {
      for (const granted of wish.granted || []) grant(answers, order, asked.indexOf(granted));
    });

    /* Words that mean nothing beside others are all that there is: "us", typed small, is then somebody. */
    sources.forEach(function (source, at) {
      if (answers[at].some((found) => found !== null)) return;
      asked.forEach(function (wish, order) {
        answers[at][order] = look(source, [exactly(analysis.normalise(wish.raw))], wanted);
      });
    });
    return wanted.size > 0 ? null : answers;
  }

  function grant(answers, named, word) {
    for (const ofSource of answers) {
      if (word < 0 || ofSource[word] === null) continue;
      for (const page of ofSource[named].keys()) if (!ofSource[word].has(page)) ofSource[word].set(page, { score: 0, terms: [] });
    }
  }

  /* What the words find in these indexes, before filters; null when a file is wanted. */
  function find(sources, wishes, wanted) {
    let asked = wishes.filter((wish) => !wish.not);
    let answers = collect(sources, asked, wanted);
    if (answers === null) return null;
    const isFound = (order) => answers.some((ofSource) => ofSource[order] !== null && ofSource[order].size > 0);

    /* A phrase that stands nowhere is asked again as its words, and so is what hyphens join. */
    let isRelaxed = false;
    const isTooMuch = (wish, order) => (wish.phrase || wish.parts !== undefined) && !isFound(order);
    if (asked.some(isTooMuch)) {
      isRelaxed = asked.some((wish, order) => wish.phrase && isTooMuch(wish, order));
      asked = [].concat(...asked.map((wish, order) => isTooMuch(wish, order) ? wish.parts || wishesOf(wish.raw.replace(/(^|\s)-/g, "$1") + " ") : [wish]));
      answers = collect(sources, asked, wanted);
      if (answers === null) return null;
    }

    const near = [];
    asked.forEach(function (wish, order) {
      if (wish.phrase || wish.named || isFound(order) || answers.every((ofSource) => ofSource[order] === null)) return;
      const shown = lookNear(sources, wish, order, answers, wanted);
      if (shown !== null && isFound(order)) near.push({ word: wish.raw, shown: shown });
    });
    if (wanted.size > 0) return null;

    const unwanted = collectUnwanted(sources, wishes.filter((wish) => wish.not), wanted);
    if (unwanted === null) return null;
    const pages = rank(sources, answers).filter((page) => !unwanted[page.at].has(page.number));
    return { pages: enough(pages, asked.length), isRelaxed: isRelaxed, near: near };
  }

  /* Pages with all words; where they are few, pages that have at least half of the words; and, when there are others, pages that explain the site. */
  function enough(pages, wished) {
    const others = pages.filter((page) => !page.isHelp);
    const full = others.filter((page) => page.missing === 0);
    if (full.length === 0) {
      const isFull = pages.some((page) => page.missing === 0);
      if (isFull || others.length === 0) return pages.map((page) => Object.assign(page, { isHelp: false })).filter((page) => !isFull || page.missing <= wished / 2);
      return others.concat(pages.filter((page) => page.isHelp));
    }
    const some = full.length >= FEW ? [] : others.filter((page) => page.missing > 0 && page.missing <= wished / 2);
    return full.concat(some, pages.filter((page) => page.isHelp && page.missing === 0));
  }

  /* A page that explains the site, and whose title has not all the words. */
  function explains(page, wished) {
    return page.source.index.help.has(page.number) && page.inTitle < wished;
  }

  function lookNear(sources, wish, order, answers, wanted) {
    if (hasDigit(wish.raw)) {
      sources.forEach(function (source, at) {
        answers[at][order] = lookForCitation(source, wish, wanted) || answers[at][order];
      });
      return null;
    }
    const written = analysis.normalise(wish.raw);
    if (wish.mayGoOn) {
      const isBegun = sources.map((source, at) => lookForBegun(source, written, answers[at], order, wanted)).includes(true);
      if (isBegun || wanted.size > 0) return null;
    }
    const bests = sources.map((source) => nearest(source, written, wanted)).filter((best) => best);
    if (wanted.size > 0 || bests.length === 0) return null;
    const best = bests.reduce((left, right) => (precedes(right.rank, left.rank) ? right : left));
    sources.forEach(function (source, at) {
      const term = analysis.term(best.text, source.index.language);
      if (answers[at][order] !== null && term !== "") answers[at][order] = look(source, [exactly(term)], wanted) || answers[at][order];
    });
    return best.text;
  }

  /* An unfinished word may be longer than the stem of the word that it will be: educat, of educ. Then words as written tell. */
  function lookForBegun(source, written, answers, order, wanted) {
    if (answers[order] === null || written.length < 3) return false;
    const words = source.index.words([written.charAt(0)], wanted).filter((word) => word.text.startsWith(written));
    if (wanted.size > 0 || words.length === 0) return false;
    words.sort((left, right) => right.count - left.count || left.text.length - right.text.length || (left.text < right.text ? -1 : 1));
    const terms = new Set(words.slice(0, MOST_BEGUN).map((word) => analysis.term(word.text, source.index.language)));
    const found = look(source, Array.from(terms).filter(Boolean).map(exactly), wanted);
    if (found === null || found.size === 0) return false;
    answers[order] = found;
    return true;
  }

  function collectUnwanted(sources, wishes, wanted) {
    const unwanted = sources.map(() => new Set());
    for (const wish of wishes) {
      sources.forEach(function (source, at) {
        const isNoise = !wish.phrase && !wish.parts && analysis.term(wish.raw, source.index.language) === "";
        const found = isNoise ? lookForWord(source, wish, analysis.normalise(wish.raw), wanted) : lookForWish(source, wish, wanted);
        if (found !== null) for (const page of found.keys()) unwanted[at].add(page);
      });
    }
    return wanted.size > 0 ? null : unwanted;
  }

  function rank(sources, answers) {
    const pages = [];
    sources.forEach(function (source, at) {
      /* A word is rarer in a bigger index, so its scores are higher: they are made alike, then one's own language leads. */
      const weight = (at === 0 ? 1.5 : 1) / Math.log(2 + source.index.documents);
      const asked = answers[at].filter((found) => found !== null);
      const ofSource = new Map();
      for (const found of asked) {
        found.forEach(function (one, number) {
          let page = ofSource.get(number);
          if (page === undefined) {
            page = { source: source, at: at, number: number, score: 0, missing: asked.length, inTitle: 0, terms: new Set() };
            ofSource.set(number, page);
            pages.push(page);
          }
          page.score += one.score * weight;
          page.missing -= 1;
          if (source.index.help.has(number) && one.terms.some((text) => isInTitle(source, text, number))) page.inTitle += 1;
          for (const term of one.terms) page.terms.add(term);
        });
      }
    });
    for (const page of pages) page.isHelp = explains(page, answers[page.at].filter((found) => found !== null).length);
    return pages.sort((left, right) =>
      left.missing - right.missing || right.score - left.score || left.at - right.at || left.number - right.number);
  }

  function isInTitle(source, text, number) {
    const term = source.index.term(text, new Set());
    return term !== null && term.fields[0].documents.includes(number);
  }

  /* ---- narrowing ---- */

  /* Which values a filter means: the one so named, else those that begin so, else those that have a word that begins so. */
  function valuesNamed(sources, name, text, wanted) {
    const asked = plain(text);
    const namesOf = (value) => [value.key, value.label].concat(value.names).map(plain);
    const values = [].concat(...sources.map((source) => source.index.facet(name, wanted) || []));
    if (wanted.size > 0 || asked === "") return [];
    for (const isMeant of [(one) => one === asked, (one) => one.startsWith(asked), (one) => one.includes(" " + asked)]) {
      const meant = values.filter((value) => namesOf(value).some(isMeant));
      if (meant.length > 0) return meant.map((value) => ({ key: value.key, label: value.label }));
    }
    return [];
  }

  /* The filters that were typed and those that were chosen, each with its keys; what names no value is a word again. */
  function filtersOf(sources, typed, chosen, wanted) {
    const filters = [];
    const words = [];
    const unknown = [];
    for (const filter of typed) {
      for (const text of filter.values) {
        const values = valuesNamed(sources, filter.name, text, wanted);
        if (values.length === 0) {
          words.push((filter.not ? "-" : "") + text);
          unknown.push({ name: filter.name, value: text, isChosen: false });
        }
        for (const value of values) filters.push({ name: filter.name, key: value.key, label: value.label, not: filter.not });
      }
    }
    for (const one of chosen || []) {
      const value = valuesNamed(sources, one.name, one.key, wanted).find((found) => found.key === one.key);
      if (value !== undefined) filters.push({ name: one.name, key: one.key, label: value.label, not: false });
      else if (wanted.size === 0) unknown.push({ name: one.name, value: one.key, isChosen: true });
    }
    const distinct = filters.filter((filter, at) => filters.findIndex((other) => other.name === filter.name && other.key === filter.key && other.not === filter.not) === at);
    return { filters: distinct, words: words.join(" "), unknown: unknown };
  }

  /* Values of one facet widen, facets narrow. */
  function passes(page, filters, exceptFor) {
    const names = new Set(filters.map((filter) => filter.name));
    const has = (filter) => (page.source.index.facet(filter.name, new Set()) || []).some((value) => value.key === filter.key && value.pages.has(page.number));
    for (const name of names) {
      const ofName = filters.filter((filter) => filter.name === name);
      const meant = ofName.filter((filter) => !filter.not);
      if (ofName.some((filter) => filter.not && has(filter))) return false;
      if (name !== exceptFor && meant.length > 0 && !meant.some(has)) return false;
    }
    return true;
  }

  function everyPage(sources, filters) {
    return [].concat(...sources.map(function (source, at) {
      const numbers = source.only === null ? Array.from({ length: source.index.documents }, (none, number) => number) : Array.from(source.only);
      return numbers.map((number) => ({ source: source, at: at, number: number, score: 0, missing: 0, terms: new Set() }));
    })).filter((page) => passes(page, filters, null));
  }

  /* Of each facet its values with the number of pages that choosing it would show. */
  function count(sources, pages, filters, wanted) {
    const facets = sources.length === 0 ? [] : sources[0].index.facetNames();
    return facets.map(function (facet) {
      const values = new Map();
      const open = pages.filter((page) => passes(page, filters, facet.name));
      sources.forEach(function (source, at) {
        const numbers = open.filter((page) => page.at === at).map((page) => page.number);
        for (const value of source.index.facet(facet.name, wanted) || []) {
          const known = values.get(value.key) || { key: value.key, label: value.label, count: 0 };
          known.count += numbers.reduce((sum, number) => sum + (value.pages.has(number) ? 1 : 0), 0);
          known.isChosen = filters.some((filter) => filter.name === facet.name && filter.key === value.key && !filter.not);
          values.set(value.key, known);
        }
      });
      return { name: facet.name, label: facet.label, values: Array.from(values.values()).filter((value) => value.count > 0 || value.isChosen) };
    });
  }

  /* ---- the answer ---- */

  let remembered = { key: "", result: null };

  const NOTHING = { total: 0, full: 0, help: 0, mode: "none", near: [], filters: [], unknown: [], language: null, offers: [], facets: [], hits: [] };

  function ask(question) {
    const wanted = new Set();
    const answer = answerTo(question, wanted);
    return wanted.size > 0 ? { need: Array.from(wanted) } : answer;
  }

  function answerTo(question, wanted) {
    const manifest = files.manifest(question.language, wanted);
    if (manifest === null) return null;
    const text = characters.plain(String(question.words === null || question.words === undefined ? "" : question.words).slice(0, LONGEST_INPUT));
    const key = JSON.stringify([question.language, text, question.chosen || []]);
    if (remembered.key !== key) {
      const result = resultOf(manifest, text, question.chosen, wanted);
      if (wanted.size > 0) return null;
      remembered = { key: key, result: result };
    }
    return show(remembered.result, question, manifest.eager, wanted);
  }

  function sourcesOf(manifest) {
    return manifest.indexes.map((head) => ({ index: files.of(head), only: head.only === undefined ? null : new Set(head.only) }));
  }

  function resultOf(manifest, text, chosen, wanted) {
    const sources = sourcesOf(manifest);
    const result = resultIn(sources, manifest, text, chosen, wanted);
    if (result === null || result.pages.length > 0 || !result.isQuestion) return result;

    /* What one's own language has not may stand in another: quotations, names, a word typed in the other language. */
    for (const language of manifest.others) {
      const other = files.manifest(language, wanted);
      if (other === null) return null;
      const head = other.indexes.find((one) => one.language === language);
      const found = resultIn([{ index: files.of(head), only: null }], manifest, text, chosen, wanted);
      if (found === null) return null;
      if (found.pages.length > 0) return Object.assign(found, { language: language });
    }
    return result;
  }

  function resultIn(sources, manifest, text, chosen, wanted) {
    const taken = takeFilters(text, sources.length === 0 ? [] : sources[0].index.facetNames());
    const narrowing = filtersOf(sources, taken.filters, chosen, wanted);
    const filters = narrowing.filters;
    const typed = wishesOf(narrowing.words === "" ? taken.rest : taken.rest + " " + narrowing.words);
    for (const filter of filters) for (const source of sources) source.index.facet(filter.name, wanted);
    for (const stemmer of stemmersFor(sources, typed)) if (manifest.stemmers[stemmer] !== undefined) wanted.add(manifest.stemmers[stemmer].replace(/\.js$/, ""));
    if (wanted.size > 0) return null;

    const wishes = sources.length === 0 ? typed : withoutAsking(sources[0], withNamed(sources[0], typed, wanted));
    if (wanted.size > 0) return null;

    const hasWords = wishes.some((wish) => !wish.not);
    const isQuestion = hasWords || filters.some((filter) => !filter.not);
    if (!isQuestion) return { pages: [], open: [], isQuestion: false, full: 0, help: 0, text: text, isRelaxed: false, near: [], filters: filters, unknown: narrowing.unknown, sources: sources, language: null };

    const found = hasWords ? find(sources, wishes, wanted) : { pages: everyPage(sources, []), isRelaxed: false, near: [] };
    if (found === null) return null;
    const pages = found.pages.filter((page) => passes(page, filters, null));
    return {
      pages: pages,
      open: found.pages,
      isQuestion: true,
      full: pages.filter((page) => page.missing === 0 && !page.isHelp).length,
      help: pages.filter((page) => page.isHelp).length,
      text: text,
      isRelaxed: found.isRelaxed,
      near: found.near,
      filters: filters,
      unknown: narrowing.unknown,
      sources: sources,
      language: null,
    };
  }

  function stemmersFor(sources, wishes) {
    const missing = new Set();
    for (const source of sources) {
      for (const wish of wishes) for (const word of wish.words) {
        const name = analysis.missingStemmer(word, source.index.language);
        if (name !== null) missing.add(name);
      }
    }
    return missing;
  }

  function show(result, question, eager, wanted) {
    if (!result.isQuestion) return Object.assign({}, NOTHING, { unknown: result.unknown });
    const offers = result.sources.length === 0 || !question.offers ? [] : offersIn(result.sources[0], result.text, result.filters, wanted);
    const facets = question.facets ? count(result.sources, result.open, result.filters, wanted) : [];
    const from = question.from || 0;
    const shown = result.pages.slice(from, from + (question.count === undefined ? 20 : question.count));
    return {
      total: result.pages.length,
      full: result.full,
      help: result.help,
      mode: result.pages.length === 0 ? "none" : result.pages.some((page) => page.missing === 0) && !result.isRelaxed ? "all" : "any",
      near: result.near,
      filters: result.filters,
      unknown: result.unknown,
      language: result.language,
      offers: offers,
      facets: facets,
      hits: hitsOf(shown, question, eager, wanted),
    };
  }

  /* As many files are wanted as a first answer may weigh; what is there already is shown however much it is. */
  function hitsOf(shown, question, eager, wanted) {
    let allowed = question.lazy ? eager : Infinity;
    const counted = new Set();
    return shown.map(function (page) {
      const path = page.source.index.pagePath(page.number);
      if (!counted.has(path)) {
        if (allowed <= 0 && !files.isLoaded(path)) return null;
        counted.add(path);
        allowed -= page.source.index.pageBytes(page.number);
      }
      const read = page.source.index.page(page.number, wanted);
      return read === null ? null : present(page, read, question.excerpts !== false);
    });
  }

  function cutText(text, language) {
    return analysis.words(text).map((word) => Object.assign(word, { term: analysis.term(word.raw, language) }));
  }

  function present(page, read, withExcerpt) {
    const language = page.source.index.language;
    const hitsIn = (text) => cutText(text, language).filter((word) => word.term !== "" && page.terms.has(word.term));
    const passage = withExcerpt ? bestPassage(read.passages, hitsIn) : { anchor: "", section: "", excerpt: [] };
    const facts = [];
    for (let at = 0; at < read.facts.length; at += 2) facts.push({ name: read.facts[at], label: read.facts[at + 1] });
    return {
      address: read.address,
      title: read.title,
      titleParts: withExcerpt ? segments(read.title, hitsIn(read.title), 0, read.title.length) : [{ text: read.title, hit: false }],
      kind: read.kind,
      number: read.number === "" ? null : read.number,
      facts: facts,
      language: language,
      anchor: passage.anchor === "" ? null : passage.anchor,
      section: passage.section === "" ? null : passage.section,
      excerpt: passage.excerpt,
    };
  }

  /* The passage with the most different hits; the page's beginning when there is none. */
  function bestPassage(passages, hitsIn) {
    let best = null;
    for (let at = 0; at < passages.length; at += 3) {
      const text = passages[at + 2];
      const hits = hitsIn(text);
      const inHeading = hitsIn(passages[at + 1]).length;
      const stretch = bestStretch(hits);
      /* What a page says goes before the names of its sources and the like, whose sections are the same on every page. */
      const worth = (stretch.worth + inHeading / 10) * (passages[at].startsWith("part-") ? 0.6 : 1);
      if (best === null || worth > best.worth) best = { at: at, worth: worth, hits: hits, start: stretch.start };
    }
    if (best === null) return { anchor: "", section: "", excerpt: [] };
    return {
      anchor: passages[best.at],
      section: passages[best.at + 1],
      excerpt: excerpt(passages[best.at + 2], best.hits, best.start),
    };
  }

  function bestStretch(hits) {
    let best = { worth: 0, start: 0 };
    for (let first = 0; first < hits.length; first++) {
      const terms = new Set();
      let next = first;
      while (next < hits.length && hits[next].end <= hits[first].start + EXCERPT_LENGTH - 60) terms.add(hits[next++].term);
      const worth = terms.size + (next - first) / 100;
      if (worth > best.worth) best = { worth: worth, start: hits[first].start };
    }
    return best;
  }

  /* A stretch of the text, begun a little before its first hit, at a word. */
  function excerpt(text, hits, start) {
    if (text === "") return [];
    let from = start > 60 ? text.indexOf(" ", start - 60) + 1 : 0;
    if (from > start) from = start;
    let to = from + EXCERPT_LENGTH;
    if (to >= text.length) {
      to = text.length;
    } else {
      const space = text.lastIndexOf(" ", to);
      if (space > start) to = space;
    }
    const parts = segments(text, hits, from, to);
    if (from > 0) parts.unshift({ text: "… ", hit: false });
    if (to < text.length) parts.push({ text: " …", hit: false });
    return parts;
  }

  /* A citation and its parts overlap: what is marked is their union. */
  function segments(text, hits, from, to) {
    const parts = [];
    let at = from;
    const add = (end, hit) => {
      if (end > at) parts.push({ text: text.slice(at, end), hit: hit });
      at = Math.max(at, end);
    };
    for (const hit of hits.slice().sort((left, right) => left.start - right.start || right.end - left.end)) {
      if (hit.start >= to || hit.end <= at) continue;
      add(Math.max(hit.start, at), false);
      add(Math.min(hit.end, to), true);
    }
    add(to, false);
    return parts;
  }

  root.heedSearch.ask = ask;
})(globalThis);
