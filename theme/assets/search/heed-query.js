/*
 * What a reader's words find. No document, no network: the browser and Jint run this same file.
 *
 *   heedSearch.register(language, json)    called by search/<language>-<hash>.js
 *   heedSearch.languages(manifest, language)   the indexes that a reader of the language is answered from, best first
 *   heedSearch.search(languages, words, from, count)
 *     gives { total, mode: "all" | "any" | "none", near: [{ word, shown }], hits: [hit] }, a hit being
 *     { address, title, titleParts, kind, number, language, excerpt }; the last and titleParts are [{ text, hit }].
 *
 * All words are wanted; when no page has them all, pages with some of them are shown, most words first. The last word
 * may be the beginning of one. A word that no page has is replaced by near spellings. Words in quotes must stand side
 * by side. No input throws, and an empty one finds nothing.
 */
(function (root) {
  "use strict";

  const lunr = root.lunr;
  const analysis = root.heedAnalysis;

  const LONGEST_INPUT = 400;
  const MOST_WORDS = 16;
  const EXCERPT_LENGTH = 240;
  const EXACT = 10;

  const registered = new Map();
  const opened = new Map();

  function register(language, json) {
    registered.set(language, json);
    opened.delete(language);
  }

  /* Read when first asked: a page may register an index that nobody then searches. */
  function open(language) {
    if (!opened.has(language) && registered.has(language)) {
      const data = JSON.parse(registered.get(language));
      opened.set(language, {
        language: language,
        index: lunr.Index.load(data.index),
        documents: data.documents,
        cut: new Map(),
      });
      registered.delete(language);
    }
    return opened.get(language);
  }

  function languages(manifest, language) {
    const wanted = [language, "en"].filter((name, at, all) => all.indexOf(name) === at);
    const present = wanted.filter((name) => Object.prototype.hasOwnProperty.call(manifest.languages, name));
    return present.length > 0 ? present : Object.keys(manifest.languages);
  }

  /* ---- what was asked ---- */

  /* A wish is a word, a citation or a phrase; each is looked for by itself, and what is found is put together after. */
  function wishes(input) {
    const text = String(input === null || input === undefined ? "" : input).slice(0, LONGEST_INPUT);
    const found = [];
    text.split(/["“”„«»]/).forEach(function (piece, order) {
      const words = analysis.words(piece).filter((word) => !word.part).map((word) => word.raw);
      if (order % 2 === 1 && words.length > 1) {
        found.push({ raw: words.join(" "), words: words, phrase: true });
      } else {
        for (const word of words) found.push({ raw: word, words: [word], phrase: false });
      }
    });

    const kept = found.slice(0, MOST_WORDS);
    const last = kept[kept.length - 1];
    if (last && !last.phrase && !/[\s"“”„«»]$/.test(text) && !/[0-9]/.test(last.raw)) last.mayGoOn = true;
    return kept;
  }

  /* ---- what one index holds of one wish: page number to { score, terms } ---- */

  function look(source, clauses) {
    const found = new Map();
    if (clauses.length === 0) return found;
    const results = source.index.query(function (query) {
      for (const clause of clauses) query.clause(Object.assign({ usePipeline: false }, clause));
    });
    for (const result of results) {
      found.set(Number(result.ref), { score: result.score, terms: Object.keys(result.matchData.metadata) });
    }
    return found;
  }

  const exactly = (term) => ({ term: term, boost: EXACT });
  const beginning = (text) => ({ term: text + "*", boost: 1 });

  function lookForWord(source, wish, term) {
    const clauses = [exactly(term)];
    if (wish.mayGoOn) {
      const written = analysis.normalise(wish.raw);
      if (written.length > 1) clauses.push(beginning(written));
      if (term !== written && term.length > 2) clauses.push(beginning(term));
    }
    return look(source, clauses);
  }

  function lookForPhrase(source, wish) {
    const both = intersection(
      wish.words.map((word) => analysis.term(word, source.language)).filter((term) => term !== "")
        .map((term) => look(source, [exactly(term)])));
    const wanted = wish.words.map(analysis.normalise);
    for (const page of Array.from(both.keys())) {
      if (!stands(source, page, wanted)) both.delete(page);
    }
    return both;
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

  /* When no page has the word: a citation's beginning or its parts, or a near spelling. */
  function lookNear(source, wish) {
    const written = analysis.normalise(wish.raw);
    if (/[0-9]/.test(written)) {
      const begun = look(source, [beginning(written)]);
      if (begun.size > 0 || !analysis.isCitation(wish.raw)) return begun;
      const parts = analysis.words(wish.raw).filter((word) => word.part && !analysis.isCitation(word.raw));
      return intersection(parts.map((part) => look(source, [exactly(analysis.term(part.raw, source.language))])));
    }
    if (written.length < 4) return new Map();
    const term = analysis.term(wish.raw, source.language);
    const clauses = [term, written].filter((text, at, all) => text.length > 2 && all.indexOf(text) === at)
      .map((text) => ({ term: text, boost: 1, editDistance: 1 }));
    return look(source, clauses);
  }

  /* ---- putting it together ---- */

  function collect(sources, asked) {
    const answers = sources.map(() => asked.map(() => null));

    asked.forEach(function (wish, order) {
      sources.forEach(function (source, at) {
        if (wish.phrase) {
          answers[at][order] = lookForPhrase(source, wish);
          return;
        }
        const term = analysis.term(wish.raw, source.language);
        if (term !== "") answers[at][order] = lookForWord(source, wish, term);
      });
    });

    /* Words that mean nothing beside others are all that there is: "us", typed small, is then somebody. */
    sources.forEach(function (source, at) {
      if (answers[at].some((found) => found !== null)) return;
      asked.forEach(function (wish, order) {
        answers[at][order] = look(source, [exactly(analysis.normalise(wish.raw))]);
      });
    });
    return answers;
  }

  function search(names, input, from, count) {
    const sources = names.map(open).filter((source) => source !== undefined);
    let asked = wishes(input);
    const nothing = { total: 0, mode: "none", near: [], hits: [] };
    if (asked.length === 0 || sources.length === 0) return nothing;

    let answers = collect(sources, asked);
    const isFound = (order) => answers.some((ofSource) => ofSource[order] !== null && ofSource[order].size > 0);

    /* A phrase that stands nowhere is asked again as its words. */
    let isRelaxed = false;
    if (asked.some((wish, order) => wish.phrase && !isFound(order))) {
      isRelaxed = true;
      asked = [].concat(...asked.map((wish, order) => wish.phrase && !isFound(order)
        ? wish.words.map((word) => ({ raw: word, words: [word], phrase: false }))
        : [wish]));
      answers = collect(sources, asked);
    }

    const replaced = [];
    asked.forEach(function (wish, order) {
      if (wish.phrase || isFound(order) || answers.every((ofSource) => ofSource[order] === null)) return;
      sources.forEach(function (source, at) {
        if (answers[at][order] !== null) answers[at][order] = lookNear(source, wish);
      });
      if (isFound(order)) replaced.push(order);
    });

    const pages = rank(sources, answers);
    if (pages.length === 0) return nothing;
    const hasAll = pages[0].missing === 0;
    const shown = hasAll ? pages.filter((page) => page.missing === 0) : pages;
    return {
      total: shown.length,
      mode: hasAll && !isRelaxed ? "all" : "any",
      near: replaced.map((order) => nearSpelling(sources, answers, shown, order, asked[order])).filter(Boolean),
      hits: shown.slice(from, from + count).map(present),
    };
  }

  function rank(sources, answers) {
    const byEntry = new Map();
    sources.forEach(function (source, at) {
      /* A word is rarer in a bigger index, so its scores are higher: they are made alike, then one's own language leads. */
      const weight = (at === 0 ? 1.5 : 1) / Math.log(2 + source.documents.length);
      const wanted = answers[at].filter((found) => found !== null);
      const pages = new Map();
      for (const found of wanted) {
        found.forEach(function (one, number) {
          let page = pages.get(number);
          if (page === undefined) {
            page = { source: source, number: number, score: 0, having: 0, terms: new Set() };
            pages.set(number, page);
          }
          page.score += one.score * weight;
          page.having += 1;
          for (const term of one.terms) page.terms.add(term);
        });
      }
      pages.forEach(function (page) {
        page.missing = wanted.length - page.having;
        const address = source.documents[page.number].address;
        const prefix = source.language + "/";
        const entry = address.startsWith(prefix) ? address.slice(prefix.length) : address;
        /* Of a page and its translation the one in the reader's own language is shown. */
        const known = byEntry.get(entry);
        if (known === undefined || known.source === source || known.missing > page.missing) byEntry.set(entry, page);
      });
    });

    return Array.from(byEntry.values()).sort((left, right) =>
      left.missing - right.missing
      || right.score - left.score
      || sources.indexOf(left.source) - sources.indexOf(right.source)
      || left.number - right.number);
  }

  /* The stem that was taken instead is no word; the best page that has it shows how it is written. */
  function nearSpelling(sources, answers, pages, order, wish) {
    for (const page of pages) {
      const found = answers[sources.indexOf(page.source)][order];
      const match = found === null ? undefined : found.get(page.number);
      if (match === undefined) continue;
      const wanted = new Set(match.terms);
      const cut = cutPage(page.source, page.number);
      const word = cut.title.concat(cut.text).find((one) => wanted.has(one.term));
      if (word !== undefined) return { word: wish.raw, shown: word.raw };
      return { word: wish.raw, shown: match.terms[0] };
    }
    return null;
  }

  /* ---- what is shown of a page ---- */

  function cutText(text, language) {
    return analysis.words(text).map((word) => Object.assign(word, { term: analysis.term(word.raw, language) }));
  }

  function cutPage(source, number) {
    let cut = source.cut.get(number);
    if (cut === undefined) {
      const page = source.documents[number];
      cut = { title: cutText(page.title, source.language), text: cutText(page.text, source.language) };
      source.cut.set(number, cut);
    }
    return cut;
  }

  function stands(source, number, wanted) {
    const cut = cutPage(source, number);
    return [cut.title, cut.text].some(function (all) {
      const words = all.filter((word) => !word.part);
      for (let first = 0; first + wanted.length <= words.length; first++) {
        if (wanted.every((word, at) => analysis.normalise(words[first + at].raw) === word)) return true;
      }
      return false;
    });
  }

  function present(page) {
    const shown = page.source.documents[page.number];
    const cut = cutPage(page.source, page.number);
    const isHit = (word) => word.term !== "" && page.terms.has(word.term);
    return {
      address: shown.address,
      title: shown.title,
      titleParts: segments(shown.title, cut.title.filter(isHit), 0, shown.title.length),
      kind: shown.kind,
      number: shown.number === undefined ? null : shown.number,
      language: page.source.language,
      excerpt: excerpt(shown.text, cut.text.filter(isHit)),
    };
  }

  /* The stretch with the most different hits, begun a little before the first of them. */
  function excerpt(text, hits) {
    if (text === "") return [];
    let best = 0;
    let most = 0;
    for (let first = 0; first < hits.length; first++) {
      const terms = new Set();
      let next = first;
      while (next < hits.length && hits[next].end <= hits[first].start + EXCERPT_LENGTH - 60) terms.add(hits[next++].term);
      const worth = terms.size + (next - first) / 100;
      if (worth > most) {
        most = worth;
        best = hits[first].start;
      }
    }

    let from = best > 60 ? text.indexOf(" ", best - 60) + 1 : 0;
    if (from > best) from = best;
    let to = from + EXCERPT_LENGTH;
    if (to >= text.length) {
      to = text.length;
    } else {
      const space = text.lastIndexOf(" ", to);
      if (space > best) to = space;
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

  root.heedSearch = { register: register, languages: languages, search: search };
})(globalThis);
