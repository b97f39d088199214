/*
 * The pieces of an index, and lunr over just the terms that a question has. No document, no network: the browser and
 * Jint run this same file. src/Heed/Search/IndexCutter.cs writes what is read here and tells how it is laid out.
 *
 *   heedSearch.add(path, data)            called by search/<path>.js
 *   heedIndex.manifest(language, wanted)  what search/<language>.js tells
 *   heedIndex.of(head)                    the index that a manifest tells of
 *
 * Nothing is loaded here. What is not there yet is added to a set of wanted paths, and null is given: whoever asks loads
 * the files and asks again.
 *
 * lunr's score needs of a document only the weights of the terms asked for, and of a term all its postings. So an index of
 * few terms gives lunr's own scores, to the last digit, if two things are right: the weights are made as lunr's builder
 * makes them, and terms are numbered in lunr's order (as first seen), as sums of fractions depend on their order.
 */
(function (root) {
  "use strict";

  const lunr = root.lunr;
  const K1 = 1.2;
  const B = 0.75;
  const FIELDS = ["title", "number", "tags", "body"];
  const BOOSTS = [10, 10, 2, 1];
  const BODY = 3;
  const PAGES_IN_FOLDER = 64;
  const NAME_FILES = 64;
  const LETTERS_OF_NAME_FILE = 3;

  const files = new Map();
  const indexes = new Map();

  /* Numbers as CompactNumbers.cs writes them. */
  const BASE = 45;
  const VALUE = new Int8Array(128).fill(-1);
  for (let unit = 0x21, digit = 0; unit < 0x7f; unit++) {
    if (!"'\\,<".includes(String.fromCharCode(unit))) VALUE[unit] = digit++;
  }

  function numbers(text) {
    const found = [];
    let number = 0;
    let weight = 1;
    for (let at = 0; at < text.length; at++) {
      const digit = VALUE[text.charCodeAt(at)];
      if (digit < BASE) {
        found.push(number + digit * weight);
        number = 0;
        weight = 1;
      } else {
        number += (digit - BASE) * weight;
        weight *= BASE;
      }
    }
    return found;
  }

  function file(path, wanted) {
    const data = files.get(path);
    if (data === undefined) wanted.add(path);
    return data === undefined ? null : data;
  }

  /* Where in a list sorted by UTF-16 unit the last one stands that is not after the text; every so many entries one is looked at. */
  function lastNotAfter(list, text, step) {
    let low = 0;
    let high = list.length / step;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (list[middle * step] <= text) low = middle;
      else high = middle;
    }
    return low;
  }

  function Index(head) {
    this.language = head.language;
    this.documents = head.documents;
    this.head = head;
    this.isWhole = head.ranges.length <= 2 && head.common.length === 0;
    this.averages = head.totals.map((total) => total / head.documents);
    this.pieces = new Map();
    this.terms = new Map();
    this.vectors = new Map();

    /* Pages that explain the site itself. */
    this.help = new Set(head.help);

    /* Which piece of the common words has a term; the words themselves stand in the manifest. */
    this.common = new Map();
    head.common.forEach((terms, at) => terms.split(" ").forEach((term) => this.common.set(term, at)));
    this.commonTerms = Array.from(this.common.keys());
  }

  /* A piece, cut into lines: its terms in order, and for each what follows it. */
  Index.prototype.piece = function (hash, wanted) {
    let piece = this.pieces.get(hash);
    if (piece === undefined) {
      const text = file(this.language + "/" + hash, wanted);
      if (text === null) return null;
      piece = { terms: [], lines: new Map() };
      for (const line of text === "" ? [] : text.split("\t")) {
        const space = line.indexOf(" ");
        piece.terms.push(line.slice(0, space));
        piece.lines.set(line.slice(0, space), { text: line.slice(space + 1), order: piece.terms.length - 1 });
      }
      this.pieces.set(hash, piece);
    }
    return piece;
  };

  Index.prototype.rangeOf = function (term) {
    return lastNotAfter(this.head.ranges, term, 2);
  };

  /* The pieces that a term's postings stand in, one for each run of documents or one in all. */
  Index.prototype.piecesOf = function (term) {
    const at = this.common.get(term);
    if (at !== undefined) {
      return this.head.runs.map((folder, run) => ({ hash: folder + "/" + at, first: run * this.head.run }));
    }
    return this.head.ranges.length === 0 ? [] : [{ hash: this.head.ranges[this.rangeOf(term) * 2 + 1], first: 0 }];
  };

  /*
   * A term's postings: for each field the documents, how often, and how long the field is there; null when a piece is
   * missing, and without documents when no page has the term.
   */
  Index.prototype.term = function (text, wanted) {
    let term = this.terms.get(text);
    if (term !== undefined) return term;

    /* Wanted by whatever word, so they are asked for together with its pieces. */
    for (let at = 0; at < this.head.lengths.length; at++) this.lengths(at, wanted);
    const parts = this.piecesOf(text).map((one) => ({ first: one.first, hash: one.hash, piece: this.piece(one.hash, wanted) }));
    if (parts.some((part) => part.piece === null)) return null;

    term = { text: text, fields: FIELDS.map(() => ({ documents: [], frequencies: [], lengths: [] })), having: 0, seen: null, places: [] };
    for (const part of parts) {
      const line = part.piece.lines.get(text);
      if (line === undefined) continue;
      this.readLine(term, line.text, part.first);
      term.places.push({ hash: part.hash + "w", order: line.order });
    }
    if (!this.addLengths(term, wanted)) return null;
    term.having = term.fields.reduce((sum, field) => sum + field.documents.length, 0);
    this.terms.set(text, term);
    return term;
  };

  Index.prototype.readLine = function (term, line, first) {
    line.split(",").forEach(function (part, fromLast) {
      const at = BODY - fromLast;
      const field = term.fields[at];
      const read = numbers(part);
      let next = 0;
      const token = fromLast === 0 ? read[next++] : 0;
      if (fromLast === 0 && term.seen === null) term.seen = { token: token };
      let document = first - 1;
      while (next < read.length) {
        const gap = read[next++];
        document += (gap >> 1) + 1;
        field.documents.push(document);
        field.frequencies.push(gap & 1 ? read[next++] + 2 : 1);
        if (at !== BODY) field.lengths.push(read[next++]);
      }
    });
    if (term.seen.document !== undefined) return;
    term.fields.forEach(function (field, at) {
      if (field.documents.length === 0 || (term.seen.document !== undefined && term.seen.document <= field.documents[0])) return;
      term.seen.document = field.documents[0];
      term.seen.field = at;
    });
  };

  Index.prototype.addLengths = function (term, wanted) {
    const body = term.fields[BODY];
    const lengths = new Map();
    let isComplete = true;
    for (const document of body.documents) {
      const at = Math.floor(document / this.head.inLengths);
      if (!lengths.has(at)) {
        lengths.set(at, this.lengths(at, wanted));
        if (lengths.get(at) === null) isComplete = false;
      }
      if (isComplete) body.lengths.push(lengths.get(at)[document % this.head.inLengths]);
    }
    return isComplete;
  };

  Index.prototype.lengths = function (at, wanted) {
    const key = "lengths " + at;
    if (!this.pieces.has(key)) {
      const text = file(this.language + "/" + this.head.lengths[at], wanted);
      if (text === null) return null;
      this.pieces.set(key, numbers(text));
    }
    return this.pieces.get(key);
  };

  /*
   * The terms that begin with the text: "piece" those in the piece that would hold the text itself, "near" the common words
   * too, "all" without any gap: what else a word may become is not worth loading the next piece for.
   */
  Index.prototype.beginning = function (text, reach, wanted) {
    const ranges = this.head.ranges;
    const found = reach === "piece" ? [] : this.commonTerms.filter((term) => term.startsWith(text));
    if (ranges.length === 0) return found;
    const first = this.rangeOf(text);
    let last = first;
    while (reach === "all" && (last + 1) * 2 < ranges.length && ranges[(last + 1) * 2].slice(0, text.length) <= text) last++;
    for (let at = first; at <= last; at++) {
      const piece = this.piece(ranges[at * 2 + 1], wanted);
      if (piece === null) continue;
      for (const term of piece.terms) if (term.startsWith(text)) found.push(term);
    }
    return found;
  };

  /* lunr's weights of a term: for each field a map from document to weight. The order of operations is lunr's. */
  Index.prototype.weigh = function (term) {
    let weights = this.vectors.get(term.text);
    if (weights === undefined) {
      const odds = (this.documents - term.having + 0.5) / (term.having + 0.5);
      const rarity = Math.log(1 + Math.abs(odds));
      weights = term.fields.map((field, at) => field.documents.map((document, place) => {
        const frequency = field.frequencies[place];
        let score = rarity * ((K1 + 1) * frequency) / (K1 * (1 - B + B * (field.lengths[place] / this.averages[at])) + frequency);
        score *= BOOSTS[at];
        return Math.round(score * 1000) / 1000;
      }));
      this.vectors.set(term.text, weights);
    }
    return weights;
  };

  /* lunr's own index, of these terms alone. */
  Index.prototype.lunr = function (terms) {
    const known = terms.filter((term) => term.having > 0);
    const numbered = known.slice().sort((left, right) => left.seen.document - right.seen.document
      || left.seen.field - right.seen.field || left.seen.token - right.seen.token);
    const inverted = Object.create(null);
    const vectors = Object.create(null);
    const metadata = Object.freeze({});

    numbered.forEach((term, number) => {
      const posting = Object.create(null);
      posting._index = number;
      const weights = this.weigh(term);
      FIELDS.forEach(function (name, at) {
        const references = Object.create(null);
        term.fields[at].documents.forEach(function (document, place) {
          references[document] = metadata;
          const key = name + "/" + document;
          const vector = vectors[key] || (vectors[key] = new lunr.Vector());
          vector.elements.push(number, weights[at][place]);
        });
        posting[name] = references;
      });
      inverted[term.text] = posting;
    });

    const pipeline = new lunr.Pipeline();
    pipeline.add(root.heedAnalysis.pipelineFunction(this.language));
    return new lunr.Index({
      invertedIndex: inverted,
      fieldVectors: vectors,
      tokenSet: lunr.TokenSet.fromArray(known.map((term) => term.text).sort()),
      fields: FIELDS,
      pipeline: pipeline,
    });
  };

  /* At which words of which pages a term stands: field number to document to places. */
  Index.prototype.places = function (term, wanted) {
    if (term.read === undefined) {
      const texts = term.places.map((one) => file(this.language + "/" + one.hash, wanted));
      if (texts.includes(null)) return null;
      const fields = FIELDS.map(() => new Map());
      const next = FIELDS.map(() => 0);
      texts.forEach(function (text, run) {
        text.split("\t")[term.places[run].order].split(",").forEach(function (part, fromLast) {
          const at = BODY - fromLast;
          const field = term.fields[at];
          const read = numbers(part);
          for (let place = 0; place < read.length; next[at]++) {
            const stands = [];
            let word = 0;
            for (let count = 0; count < field.frequencies[next[at]]; count++) {
              word += read[place++];
              stands.push(word);
            }
            fields[at].set(field.documents[next[at]], stands);
          }
        });
      });
      term.read = fields;
    }
    return term.read;
  };

  /* What a result shows of a page. */
  Index.prototype.pagePath = function (number) {
    const folder = Math.floor(number / PAGES_IN_FOLDER);
    return this.language + "/" + this.head.pages[folder * 3] + "/" + Math.floor((number % PAGES_IN_FOLDER) / this.head.pages[folder * 3 + 1]);
  };

  /* What the file of a page weighs, roughly: the manifest tells how much its folder's files do on average. */
  Index.prototype.pageBytes = function (number) {
    return this.head.pages[Math.floor(number / PAGES_IN_FOLDER) * 3 + 2];
  };

  Index.prototype.page = function (number, wanted) {
    const path = this.pagePath(number);
    const pages = file(path, wanted);
    if (pages === null) return null;
    const folder = Math.floor(number / PAGES_IN_FOLDER);
    const page = pages[(number % PAGES_IN_FOLDER) % this.head.pages[folder * 3 + 1]];
    return { address: page[0], title: page[1], kind: page[2], number: page[3], facts: page[4], passages: page[5] };
  };

  /* Words as they are written, for near spellings: { text, count }; those of the ranges that may hold one of the beginnings, or all. */
  Index.prototype.words = function (beginnings, wanted) {
    const list = this.head.words;
    const found = [];
    for (let at = 0; at < list.length; at += 2) {
      const next = list[at + 2];
      const isAsked = beginnings === null
        || beginnings.some((first) => (next === undefined || next >= first) && (list[at] <= first || list[at].startsWith(first)));
      const words = isAsked ? this.wordsOf(list[at + 1], wanted) : [];
      if (words !== null) for (const word of words) found.push(word);
    }
    return found;
  };

  Index.prototype.wordsOf = function (hash, wanted) {
    const key = "words " + hash;
    if (!this.pieces.has(key)) {
      const text = file(this.language + "/" + hash, wanted);
      if (text === null) return null;
      this.pieces.set(key, text.split("\t").map((one) => ({ text: one.slice(0, -1), count: Number(one.slice(-1)) })));
    }
    return this.pieces.get(key);
  };

  /* The values of a facet: { key, label, names, pages }, the pages as a set of numbers. */
  Index.prototype.facet = function (name, wanted) {
    const key = "facet " + name;
    if (!this.pieces.has(key)) {
      const at = this.head.facets.indexOf(name);
      const values = at < 0 ? [] : file(this.language + "/" + this.head.facets[at + 2], wanted);
      if (values === null) return null;
      this.pieces.set(key, values.map(function (value) {
        let page = -1;
        return { key: value[0], label: value[1], names: value[2], pages: new Set(numbers(value[3]).map((gap) => (page += gap + 1))) };
      }));
    }
    return this.pieces.get(key);
  };

  /*
   * By what names readers know the values of facets: { facet, key, label, names }. Those of levels and positions stand in the manifest,
   * the others in files by the first letters of the name: those are read that may begin with one of the words.
   */
  Index.prototype.names = function (words, wanted) {
    const [own, folder] = this.head.names || [[], null];
    const numbers = new Set(folder === null ? [] : words.map(nameFileOf));
    const others = Array.from(numbers, (number) => file(this.language + "/" + folder + "/" + number, wanted));
    if (others.includes(null)) return null;
    return own.concat(...others).map((one) => ({ facet: one[0], key: one[1], label: one[2], names: one.slice(3) }));
  };

  /* The names of the facets: { name, label }. */
  Index.prototype.facetNames = function () {
    const found = [];
    for (let at = 0; at < this.head.facets.length; at += 3) found.push({ name: this.head.facets[at], label: this.head.facets[at + 1] });
    return found;
  };

  /* SearchIndexer.cs says the same. */
  function nameFileOf(word) {
    let number = 0;
    for (let at = 0; at < word.length && at < LETTERS_OF_NAME_FILE; at++) number = (number * 31 + word.charCodeAt(at)) % NAME_FILES;
    return number;
  }

  function indexOf(head) {
    if (!indexes.has(head.language)) indexes.set(head.language, new Index(head));
    return indexes.get(head.language);
  }

  const manifestOf = (language) => (root.heedManifests || {})[language];

  root.heedIndex = {
    /* The manifest of a language, or null when it is wanted. */
    manifest: function (language, wanted) {
      const manifest = manifestOf(language);
      if (manifest === undefined) wanted.add(language);
      return manifest === undefined ? null : manifest;
    },
    Index: Index,
    of: indexOf,
    isLoaded: (path) => files.has(path),
  };

  root.heedSearch = { add: (path, data) => { files.set(path, data); } };
})(globalThis);
