/*
 * The search page. It fills the places of the element that has data-heed-search (theme/templates/search.sbn-html), and
 * loads nothing before the reader goes to a box or arrives with words in the address. Then the engine, the stemmers and
 * the manifest come in one step; the pieces of the index that the words need and the pages that are shown are two more.
 *
 * The words and the choices stand after #, never after ?: #q=prior+notice&theme=torture,assembly&state=FRA. What stands
 * there is what is shown: a choice or a search changes the address, and the address is read.
 *
 * Who comes back, or loads the page anew, finds as many results as were shown, the same place and the same focus: these stand
 * with the address in the browser's history, and nowhere else.
 *
 * Every word that a reader sees is an attribute of that element or comes with the answer (its contract: heed-query.js).
 * Nodes only, no markup as text.
 */
(function () {
  "use strict";

  const box = document.querySelector("[data-heed-search]");
  if (box === null) return;

  const PORTION = 20;
  const VALUES = 10;
  const MOST_ROUNDS = 30;
  const SCRIPTS_AT_ONCE = 64;
  const REST = 150;
  const REST_BEFORE_SAYING = 700;
  const MANY_HITS = 200;
  const MOST_KEPT = 2000;
  const SCRIPT = /^(?:\.\.\/)*search\/(?:[a-z0-9-]+\/){0,2}[a-z0-9-]+\.js$/;

  const language = said("language");
  const root = said("root");
  const stemmers = new Map(said("stemmers").split(" ").filter(Boolean).map((one) => one.split("=")));
  const collator = new Intl.Collator(language, { numeric: true });
  const place = (name) => box.querySelector("[data-" + name + "]");

  const form = box.querySelector("form");
  const input = form.querySelector("input");
  const results = place("results");
  const chips = place("chips");
  const more = place("more");
  const facets = Array.from(box.querySelectorAll("details[data-facet]"), (node) => ({
    name: node.getAttribute("data-facet"),
    node: node,
    values: node.querySelector("fieldset"),
    chosen: node.querySelector("[data-chosen]"),
    order: [],
    isWhole: false,
  }));

  function said(name, values) {
    const text = box.getAttribute("data-" + name) || "";
    return text.replace(/\{([a-z]+)\}/g, (whole, key) => (values && key in values ? String(values[key]) : whole));
  }

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function counted(n) {
    return said("count-" + new Intl.PluralRules(language).select(n), { n: n }) || said("count-other", { n: n });
  }

  /* ---- loading ---- */

  /* The one policy of the site: only a script of the search folder may be added to a page. */
  function judge(address) {
    if (!SCRIPT.test(address)) throw new TypeError("Not a search script: " + address);
    return address;
  }

  const policy = window.trustedTypes
    ? window.trustedTypes.createPolicy("heed", { createScriptURL: judge })
    : { createScriptURL: judge };

  class NotLoaded extends Error {}

  const loads = new Map();

  /* A script that failed is asked for once more by the next search. Those of one step run in the order in which they are named. */
  function load(path) {
    if (!loads.has(path)) {
      loads.set(path, new Promise(function (resolve, reject) {
        const script = document.createElement("script");
        script.src = policy.createScriptURL(root + "search/" + path + ".js");
        script.async = false;
        script.onload = function () {
          script.remove();
          resolve();
        };
        script.onerror = function () {
          script.remove();
          loads.delete(path);
          reject(new NotLoaded(path));
        };
        document.head.appendChild(script);
      }));
    }
    return loads.get(path);
  }

  async function loadAll(paths) {
    for (let at = 0; at < paths.length; at += SCRIPTS_AT_ONCE) await Promise.all(paths.slice(at, at + SCRIPTS_AT_ONCE).map(load));
  }

  const withoutEnding = (name) => name.replace(/\.js$/, "");

  function stemmersFor(words) {
    const isWanted = (name) => name === language
      || (name === "ru" && language !== "kk" && /[а-яё]/i.test(words))
      || (name === "kk" && /[әғқңөұүһі]/i.test(words));
    return Array.from(stemmers.keys()).filter(isWanted).map((name) => withoutEnding(stemmers.get(name)));
  }

  /* The first step. Without the engine the others have nothing to add themselves to. */
  function prepare(words) {
    const engine = withoutEnding(said("engine"));
    const isThere = loads.has(engine);
    return Promise.all([engine].concat(stemmersFor(words), language).map(load)).catch(function (error) {
      if (!isThere && !loads.has(engine)) loads.clear();
      throw error;
    });
  }

  /* Every file is small and few: then results follow the typing. Where an index is cut, Enter asks. */
  function isSmall() {
    const manifest = (window.heedManifests || {})[language];
    return window.heedSearch !== undefined && window.heedSearch.ask !== undefined && manifest !== undefined
      && manifest.indexes.every((index) => index.ranges.length <= 2);
  }

  /* Asks, loads what is needed and asks again, as long as the answer is wanted. */
  async function answered(question, isWanted) {
    if (window.heedSearch === undefined || window.heedSearch.ask === undefined) await prepare(question.words);
    const asked = new Set();
    for (let round = 0; round < MOST_ROUNDS && isWanted(); round++) {
      const answer = window.heedSearch.ask(question);
      if (answer.need === undefined) return answer;
      /* What came and brought nothing is not what the manifest tells of: an older release in the reader's cache. */
      const stale = answer.need.filter((path) => asked.has(path));
      if (stale.length > 0) {
        for (const path of stale) loads.delete(path);
        throw new NotLoaded(stale[0]);
      }
      for (const path of answer.need) asked.add(path);
      await loadAll(answer.need);
    }
    return null;
  }

  /* ---- the address ---- */

  function read() {
    const written = new URLSearchParams(location.hash.slice(1));
    const chosen = [];
    for (const facet of facets) {
      const keys = [].concat(...written.getAll(facet.name).map((value) => value.split(","))).filter(Boolean);
      for (const key of new Set(keys)) chosen.push({ name: facet.name, key: key });
    }
    return { words: (written.get("q") || "").trim(), chosen: chosen };
  }

  function write(asked) {
    const written = new URLSearchParams();
    if (asked.words !== "") written.set("q", asked.words);
    for (const facet of facets) {
      const keys = asked.chosen.filter((one) => one.name === facet.name).map((one) => one.key);
      if (keys.length > 0) written.set(facet.name, keys.join(","));
    }
    return "#" + written.toString().replace(/%2C/g, ",").replace(/%2F/g, "/");
  }

  /* While a reader types, the place in the browser's history stays one; it is a place of its own once something was asked. */
  let isSettled = true;

  function go(asked, isTyping) {
    const address = write(asked);
    const now = location.hash === "" ? "#" : location.hash;
    if (address !== now && address !== write(read())) {
      keepPlace();
      if (isTyping && !isSettled) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }
    isSettled = !isTyping;
    run(isTyping);
  }

  /* ---- the place where a reader was ---- */

  /* How many results are shown, which is the first in sight and where, which has the focus, and which choices are unfolded. */
  function keepPlace() {
    if (shown.answer === null || box.hasAttribute("aria-busy")) return;
    const entries = Array.from(results.children);
    const first = entries.findIndex((entry) => entry.getBoundingClientRect().bottom > 0);
    history.replaceState({
      shown: entries.length,
      y: scrollY,
      first: first,
      top: first < 0 ? 0 : entries[first].getBoundingClientRect().top,
      focus: entries.findIndex((entry) => entry.contains(document.activeElement)),
      open: facets.filter((facet) => facet.node.open).map((facet) => facet.name),
    }, "");
  }

  const keptPlace = () => (history.state !== null && history.state.shown > 0 ? history.state : null);

  function goBackTo(kept) {
    const entry = results.children[kept.first];
    const y = entry === undefined || kept.y === 0 ? kept.y : entry.getBoundingClientRect().top + scrollY - kept.top;
    scrollTo({ top: y, behavior: "instant" });
    const focused = results.children[kept.focus];
    if (focused !== undefined) focused.querySelector("a").focus({ preventScroll: true });
  }

  let resting = 0;

  window.addEventListener("scroll", function () {
    clearTimeout(resting);
    resting = setTimeout(keepPlace, REST);
  }, { passive: true });
  window.addEventListener("pagehide", keepPlace);
  results.addEventListener("click", keepPlace);

  /* ---- a search ---- */

  let turn = 0;
  let shown = { asked: { words: "", chosen: [] }, answer: null };

  function questionOf(asked, from, count) {
    return { language: language, words: asked.words, chosen: asked.chosen, from: from, count: count, lazy: true };
  }

  const isFacetOpen = () => facets.some((facet) => facet.node.open);

  function run(isTyping) {
    const asked = read();
    const mine = ++turn;
    if (!isTyping && input.value.trim() !== asked.words) input.value = asked.words;
    const kept = isTyping ? null : keptPlace();
    history.scrollRestoration = asked.words === "" && asked.chosen.length === 0 ? "auto" : "manual";
    if (kept !== null) for (const facet of facets) facet.node.open = Array.isArray(kept.open) && kept.open.includes(facet.name);
    if (asked.words === "" && asked.chosen.length === 0) {
      clear();
      return;
    }

    document.documentElement.setAttribute("data-asked", "");
    const question = Object.assign(questionOf(asked, 0, PORTION), { facets: isFacetOpen() });
    /* All places are filled, so that each is as high as it was. */
    if (kept !== null) Object.assign(question, { count: Math.min(Math.max(PORTION, kept.shown), MOST_KEPT), lazy: false });
    const isCurrent = () => mine === turn;
    const quick = isTyping && loads.size > 0 && window.heedSearch.ask(question);
    if (quick && quick.need === undefined) {
      show(asked, quick, isTyping);
      return;
    }

    if (!isTyping || shown.answer === null) tell(said("loading"));
    box.setAttribute("aria-busy", "true");
    prepare(asked.words)
      .then(() => answered(question, isCurrent))
      .then(function (answer) {
        if (answer === null || !isCurrent()) return;
        show(asked, answer, isTyping);
        if (kept !== null) goBackTo(kept);
      })
      .catch((error) => isCurrent() && fail(error));
  }

  function fail(error) {
    box.removeAttribute("aria-busy");
    tell(said("failed"));
    speak(said("failed"), 0);
    if (!(error instanceof NotLoaded)) throw error;
  }

  function clear() {
    shown = { asked: { words: "", chosen: [] }, answer: null };
    box.removeAttribute("aria-busy");
    document.documentElement.removeAttribute("data-asked");
    tell("");
    speak("", 0);
    place("notes").replaceChildren();
    results.replaceChildren();
    chips.hidden = true;
    place("offers").hidden = true;
    place("found").hidden = true;
  }

  function tell(words) {
    place("count").textContent = words;
  }

  /* Said aloud when the reader rests, so that typing is not talked over. */
  let speaking = 0;

  function speak(words, rest) {
    clearTimeout(speaking);
    speaking = setTimeout(() => (place("said").textContent = words), rest);
  }

  function show(asked, answer, isTyping) {
    const isSameWords = shown.answer !== null && shown.asked.words === asked.words;
    shown = { asked: asked, answer: answer };
    box.removeAttribute("aria-busy");

    const notes = answer.near.map((near) => said("near", near));
    if (answer.mode === "any") notes.push(said("any"));
    else if (answer.full > 0 && someOf(answer) > 0) notes.push(said("some", { n: someOf(answer) }));
    for (const filter of answer.unknown) notes.push(said(filter.isChosen ? "unknown-chosen" : "unknown", { value: filter.isChosen ? filter.name + "=" + filter.value : filter.value }));
    if (answer.language !== null) notes.push(said("elsewhere", { language: said("in-" + answer.language) || answer.language }));
    /* Pages with all the words are what was asked for; the others stand under headings of their own, and are counted there. */
    const count = answer.total > 0 ? counted(answer.full > 0 ? answer.full : answer.total) : asked.words === "" || answer.filters.length > 0 ? said("none-chosen") : said("none", { query: asked.words });
    tell(count);
    place("notes").replaceChildren(...notes.map((note) => make("p", "search-note", note)));
    speak([count].concat(notes).join(" "), isTyping ? REST_BEFORE_SAYING : 50);

    watcher.disconnect();
    results.replaceChildren(...answer.hits.map((hit, at) => item(hit, at)));
    more.hidden = answer.hits.length >= answer.total;
    const isNothing = answer.total === 0 && answer.filters.length === 0;
    place("found").hidden = isNothing;
    /* The lists below come up to where the results would be. */
    if (isNothing) document.documentElement.removeAttribute("data-asked");
    showTake(answer.total);
    showOffers(null);
    lookForOffers(asked, answer);
    showChips(answer.filters);
    showFacets(answer, isSameWords);
  }

  /* ---- results ---- */

  function marked(element, parts) {
    for (const part of parts) element.append(part.hit ? make("mark", "search-hit", part.text) : part.text);
    return element;
  }

  const someOf = (answer) => answer.total - answer.full - answer.help;

  /* The heading over the pages that begin here: with all the words, with some of them, those that explain the site. */
  function headingAt(at) {
    const { full, total, help } = shown.answer;
    if (full === total) return null;
    if (at === 0 && full > 0) return said("part-all", { n: full });
    if (at === full && full > 0 && full + help < total) return said("part-some", { n: total - full - help });
    return help > 0 && at === total - help && at > 0 ? said("part-help", { n: help }) : null;
  }

  function item(hit, at) {
    const entry = make("li", "search-result");
    const heading = headingAt(at);
    if (heading !== null) entry.append(make("h2", "search-part", heading));
    if (hit === null) {
      entry.classList.add("search-result--awaited");
      entry.setAttribute("aria-busy", "true");
      watcher.observe(entry);
    } else {
      fillItem(entry, hit);
    }
    return entry;
  }

  function fillItem(entry, hit) {
    entry.classList.remove("search-result--awaited");
    entry.removeAttribute("aria-busy");
    const isOther = hit.language !== language;
    if (isOther) entry.lang = hit.language;

    const link = marked(make("a", "search-title"), hit.titleParts);
    link.href = root + hit.address;
    const meta = make("ul", "search-meta");
    const add = function (className, text, lang) {
      const element = make("li", className, text);
      if (isOther && lang) element.lang = lang;
      meta.append(element);
    };
    add("search-kind", said("kind-" + hit.kind) || hit.kind, language);
    if (hit.number !== null && !hit.title.includes(hit.number)) add("search-number", hit.number);
    for (const fact of hit.facts) add("search-fact search-fact--" + fact.name, fact.label);
    if (isOther) add("search-language", said("in-" + hit.language) || hit.language);

    const heading = entry.querySelector(".search-part");
    if (heading !== null && isOther) heading.lang = language;
    entry.replaceChildren(...(heading === null ? [] : [heading]), link, meta);
    if (hit.excerpt.length > 0) entry.append(marked(make("p", "search-excerpt"), hit.excerpt));
    if (hit.section !== null && hit.anchor !== null) {
      const section = make("p", "search-section");
      const name = make("span", "", said("section"));
      if (isOther) name.lang = language;
      const there = make("a", "", hit.section);
      there.href = root + hit.address + "#" + hit.anchor;
      section.append(name, " ", there);
      entry.append(section);
    }
  }

  /* Places whose pages were not worth waiting for are filled when the reader comes near; those that come together, together. */
  const watcher = new IntersectionObserver(function (seen) {
    const near = seen.filter((one) => one.isIntersecting).map((one) => one.target);
    for (const entry of near) watcher.unobserve(entry);
    fill(near).catch(function (error) {
      for (const entry of near) if (entry.isConnected) watcher.observe(entry);
      fail(error);
    });
  }, { rootMargin: "100% 0px" });

  function fill(entries) {
    const { asked, answer } = shown;
    const isWanted = () => shown.answer === answer;
    return Promise.all(entries.map(async function (entry) {
      const at = Array.prototype.indexOf.call(results.children, entry);
      if (at < 0 || !entry.hasAttribute("aria-busy")) return;
      const found = await answered(Object.assign(questionOf(asked, at, 1), { lazy: false }), isWanted);
      if (found !== null && isWanted() && found.hits.length > 0) fillItem(entry, found.hits[0]);
    }));
  }

  more.addEventListener("click", function () {
    const { asked, answer } = shown;
    const before = results.children.length;
    answered(questionOf(asked, before, PORTION), () => shown.answer === answer).then(function (next) {
      if (next === null || shown.answer !== answer || results.children.length !== before) return;
      results.append(...next.hits.map((hit, order) => item(hit, before + order)));
      more.hidden = results.children.length >= answer.total;
      keepPlace();
      /* The reader goes on at the first of the new ones, also by keyboard. */
      focusResult(before);
    }).catch(fail);
  });

  /* ---- what is chosen ---- */

  const isSame = (left, right) => left.name === right.name && left.key === right.key;

  /* Names are files of their own; the results do not wait for them. */
  function lookForOffers(asked, answer) {
    if (asked.words === "") return;
    const isWanted = () => shown.answer === answer;
    answered(Object.assign(questionOf(asked, 0, 0), { offers: true }), isWanted).then(function (found) {
      if (found !== null && isWanted()) showOffers(found.offers);
    }, function () { /* Offers are a help and no answer: without them nothing is wanting. */ });
  }

  /* A name that was typed may have been meant as a choice: "Level: Not implemented". */
  function showOffers(found) {
    const offers = found || [];
    const list = place("offers");
    /* The line is kept from the first, so that nothing moves when the names have come. */
    list.hidden = shown.asked.words === "";
    list.classList.toggle("search-offers--none", offers.length === 0);
    list.querySelector("ul").replaceChildren(...offers.map(function (offer) {
      const entry = make("li");
      const button = make("button", "chip chip--offer", offer.facet + ": " + offer.label);
      button.type = "button";
      button.addEventListener("click", function () {
        input.value = offer.rest;
        go({ words: offer.rest, chosen: shown.asked.chosen.concat({ name: offer.name, key: offer.key }) });
        input.focus();
      });
      entry.append(button);
      return entry;
    }));
  }

  function choose(value) {
    go({ words: shown.asked.words, chosen: shown.asked.chosen.concat({ name: value.name, key: value.key }) });
  }

  /* A choice goes from the list; one that was typed (theme:torture) goes from the words. */
  function remove(value) {
    let chosen = shown.asked.chosen.filter((one) => !isSame(one, value));
    const words = shown.asked.words.replace(/-?[^\s:"“”„«»]+:(?:["“„«][^"“”»]*["”»]?|[^\s"“”„«»]+)/g, function (typed) {
      const isUnwanted = typed.startsWith("-");
      const meant = window.heedSearch.ask({ language: language, words: isUnwanted ? typed.slice(1) : typed, count: 0 }).filters || [];
      if (isUnwanted !== value.not || !meant.some((one) => isSame(one, value))) return typed;
      /* The others that the same words mean stay, as choices. */
      if (!isUnwanted) chosen = chosen.concat(meant.filter((one) => !isSame(one, value)).map((one) => ({ name: one.name, key: one.key })));
      return "";
    }).replace(/\s+/g, " ").trim();
    input.value = words;
    go({ words: words, chosen: chosen });
  }

  function showChips(filters) {
    const at = Array.prototype.findIndex.call(chips.children, (one) => one.contains(document.activeElement));
    chips.replaceChildren(...filters.map(function (filter) {
      const words = filter.not ? said("not", { choice: filter.label }) : filter.label;
      const entry = make("li");
      const button = make("button", "chip", words);
      button.type = "button";
      button.setAttribute("aria-label", said("remove", { choice: words }));
      button.addEventListener("click", () => remove(filter));
      entry.append(button);
      return entry;
    }));
    chips.hidden = filters.length === 0;
    /* The button is gone; who walks by keyboard goes on at its neighbour, or where words are typed. */
    if (at >= 0) (chips.querySelectorAll("button")[Math.min(at, filters.length - 1)] || input).focus();
  }

  function showFacets(answer, isSameWords) {
    const manifest = window.heedManifests[language];
    const named = new Set([].concat(...manifest.indexes.map((index) => index.facets.filter((text, at) => at % 3 === 0))));
    for (const facet of facets) {
      const number = answer.filters.filter((filter) => filter.name === facet.name).length;
      facet.node.hidden = !named.has(facet.name);
      facet.chosen.textContent = number === 0 ? "" : String(number);
      const counts = answer.facets.find((one) => one.name === facet.name);
      if (!isSameWords) facet.isWhole = false;
      if (counts !== undefined) showValues(facet, counts.values, isSameWords);
    }
  }

  /* By count, then by name, what is chosen first; the order stays while the words stay, so that nothing jumps under a hand. */
  function showValues(facet, values, isSameWords) {
    const known = new Map(values.map((value) => [value.key, value]));
    const kept = isSameWords ? facet.order.filter((key) => known.has(key)) : [];
    const added = values
      .filter((value) => !kept.includes(value.key))
      .sort((left, right) => right.isChosen - left.isChosen || right.count - left.count || collator.compare(left.label, right.label))
      .map((value) => value.key);
    facet.order = kept.concat(added);

    const labels = new Map(Array.from(facet.values.querySelectorAll("label"), (label) => [label.querySelector("input").value, label]));
    const nodes = facet.order.map(function (key, at) {
      const value = known.get(key);
      const label = labels.get(key) || choice(facet, value);
      label.hidden = !facet.isWhole && at >= VALUES && !value.isChosen;
      label.querySelector("input").checked = value.isChosen;
      label.querySelector(".facet__count").textContent = String(value.count);
      label.classList.toggle("facet__choice--none", value.count === 0);
      return label;
    });
    const wait = facet.values.querySelector("[data-wait]");
    if (wait !== null) wait.remove();
    for (const label of labels.values()) if (!nodes.includes(label)) label.remove();
    const whole = facet.values.querySelector("button");
    /* A node that stays where it is keeps the focus; one that is put in again loses it. */
    nodes.forEach(function (node, at) {
      const now = facet.values.querySelectorAll("label")[at];
      if (now !== node) facet.values.insertBefore(node, now || whole);
    });
    if (whole !== null) whole.remove();
    if (nodes.some((node) => node.hidden)) facet.values.append(wholeButton(facet, nodes));
  }

  function choice(facet, value) {
    const label = make("label", "facet__choice");
    const check = make("input");
    check.type = "checkbox";
    check.value = value.key;
    check.addEventListener("change", function () {
      if (check.checked) choose({ name: facet.name, key: value.key });
      else remove({ name: facet.name, key: value.key, not: false });
    });
    label.append(check, " ", make("span", "facet__words", value.label), " ", make("span", "facet__count"));
    return label;
  }

  function wholeButton(facet, nodes) {
    const button = make("button", "quiet-button facet__whole", said("all-values", { n: nodes.length }));
    button.type = "button";
    button.addEventListener("click", function () {
      facet.isWhole = true;
      const first = nodes.find((node) => node.hidden);
      for (const node of nodes) node.hidden = false;
      button.remove();
      first.querySelector("input").focus();
    });
    return button;
  }

  /* Numbers are loaded with the first that is opened, and not before. */
  for (const facet of facets) {
    facet.node.addEventListener("toggle", function () {
      if (facet.node.open && shown.answer !== null && shown.answer.facets.length === 0) countFacets();
    });
  }

  function countFacets() {
    const { asked, answer } = shown;
    const isWanted = () => shown.answer === answer;
    answered(Object.assign(questionOf(asked, 0, 0), { facets: true }), isWanted).then(function (found) {
      if (found === null || !isWanted()) return;
      answer.facets = found.facets;
      showFacets(answer, true);
    }).catch(fail);
  }

  /* ---- taking the hits along ---- */

  const take = box.querySelector("[data-csv-button]");
  const takeNote = box.querySelector("[data-csv-note]");

  function showTake(total) {
    place("take").hidden = total === 0;
    take.textContent = said("csv");
    takeNote.textContent = total > MANY_HITS ? said("csv-many", { n: total }) : "";
  }

  /* A cell that begins like a formula would be run by a program for tables. */
  function cell(value) {
    const text = (/^[=+\-@\t\r]/.test(value) ? "'" : "") + value;
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csvOf(hits) {
    const canonical = document.querySelector("link[rel=canonical]").href;
    const site = new URL(root || "./", canonical);
    const of = (hit, name) => hit.facts.filter((fact) => fact.name === name).map((fact) => fact.label).join("; ");
    const rows = hits.map((hit) => [
      hit.title, said("kind-" + hit.kind) || hit.kind, hit.number || "", of(hit, "state"), of(hit, "position"), of(hit, "level"),
      hit.language, new URL(hit.address, site).href,
    ]);
    const head = ["title", "kind", "number", "states", "position", "level", "language", "address"].map((name) => said("column-" + name));
    return "\uFEFF" + [head].concat(rows).map((row) => row.map(cell).join(",") + "\r\n").join("");
  }

  take.addEventListener("click", function () {
    const { asked, answer } = shown;
    takeNote.textContent = said("loading");
    const question = Object.assign(questionOf(asked, 0, answer.total), { lazy: false, excerpts: false });
    answered(question, () => shown.answer === answer).then(function (all) {
      if (all === null) return;
      const link = make("a");
      link.href = URL.createObjectURL(new Blob([csvOf(all.hits)], { type: "text/csv;charset=utf-8" }));
      link.download = "heed-search.csv";
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      takeNote.textContent = said("csv-done", { n: counted(all.hits.length) });
      speak(takeNote.textContent, 50);
    }).catch(function (error) {
      showTake(answer.total);
      fail(error);
    });
  });

  /* ---- keys ---- */

  function focusResult(at) {
    const entry = results.children[at];
    if (entry === undefined) return;
    const focus = function () {
      const link = entry.querySelector("a");
      if (link !== null) link.focus();
    };
    if (entry.hasAttribute("aria-busy")) fill([entry]).then(focus, fail);
    else focus();
  }

  results.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = Array.prototype.findIndex.call(results.children, (entry) => entry.contains(event.target));
    if (event.key === "ArrowDown" && at + 1 < results.children.length) focusResult(at + 1);
    else if (event.key === "ArrowDown" && !more.hidden) more.focus();
    else if (event.key === "ArrowUp" && at > 0) focusResult(at - 1);
    else if (event.key === "ArrowUp" && at === 0) input.focus();
    else return;
    event.preventDefault();
  });

  more.addEventListener("keydown", function (event) {
    if (event.key !== "ArrowUp") return;
    event.preventDefault();
    focusResult(results.children.length - 1);
  });

  place("found").addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  input.addEventListener("keydown", function (event) {
    if (event.isComposing) return;
    if (event.key === "Escape" && input.value !== "") {
      event.preventDefault();
      input.value = "";
      typed();
    } else if (event.key === "ArrowDown" && results.children.length > 0) {
      event.preventDefault();
      focusResult(0);
    }
  });

  /* ---- the box ---- */

  let typing = 0;

  function typed() {
    clearTimeout(typing);
    const words = input.value.trim();
    const ready = prepare(words);
    ready.catch(function () { /* Said when the reader asks for something. */ });
    if (isSmall()) follow(words);
    else ready.then(() => isSmall() && input.value.trim() === words && words !== "" && follow(words), () => {});
  }

  function follow(words) {
    const asked = { words: words, chosen: read().chosen };
    const isThere = window.heedSearch.ask(questionOf(asked, 0, PORTION)).need === undefined;
    typing = setTimeout(() => go(asked, true), isThere ? 0 : REST);
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(typing);
    go({ words: input.value.trim(), chosen: read().chosen });
  });
  input.addEventListener("input", (event) => event.isComposing || typed());

  /* The header has a box, too, which leads here. */
  document.addEventListener("focusin", function (event) {
    if (event.target.matches("form[role=search] input")) prepare(event.target.value).catch(function () { /* Said when asked. */ });
  });
  window.addEventListener("hashchange", function () {
    isSettled = true;
    run(false);
  });
  run(false);
  if (document.activeElement === input) prepare(input.value).catch(function () { /* Said when asked. */ });
})();
