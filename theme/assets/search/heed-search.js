/*
 * The search page. It fills the one element that has data-heed-search, and loads nothing before the reader goes to the
 * box or arrives with words in the address (#q=…): then search/manifest.js, and after it the engine and the indexes.
 *
 * The words that a reader sees are attributes of that element, so that the template says them in its own language:
 *
 *   data-language        the language of the page: en, ru, kk
 *   data-root            the way to the site's root: "" or "../"
 *   data-label           the name of the box: "Search"
 *   data-placeholder     (may be missing) what stands in the empty box
 *   data-button          the button: "Search"
 *   data-loading         while the index is on its way
 *   data-failed          when it did not arrive
 *   data-none            nothing found; {query} is what was typed
 *   data-count-one, data-count-few, data-count-many, data-count-other
 *                        how many pages; {n} is the number, the form is the one that the language asks for; -other must be there
 *   data-any             no page has all the words, these have some
 *   data-near            {word} is not found, {shown} is shown instead
 *   data-more            the button for twenty more
 *   data-kind-<key>      the label of each kind of page: data-kind-recommendation="Recommendation"
 *   data-in-<code>       (may be missing) the label of a result in another language: data-in-en="in English"
 *
 * The classes for the style sheet: search-form, search-label, search-input, search-button, search-status, search-notes,
 * search-note, search-results (an ol), search-result (li), search-title (the link), search-meta, search-kind,
 * search-number, search-language, search-excerpt, search-hit (mark), search-more.
 */
(function () {
  "use strict";

  const box = document.querySelector("[data-heed-search]");
  if (box === null) return;

  const PORTION = 20;
  const SCRIPT = /^(?:\.\.\/)*search\/(?:manifest|(?:engine|[a-z]{2,3})-[0-9a-f]{8})\.js$/;
  const language = said("language") || "en";
  const root = said("root");

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

  /* ---- loading ---- */

  /* The one policy of the site: only a script of the search folder may be added to a page. */
  function judge(address) {
    if (!SCRIPT.test(address)) throw new TypeError("Not a search script: " + address);
    return address;
  }

  const policy = window.trustedTypes
    ? window.trustedTypes.createPolicy("heed", { createScriptURL: judge })
    : { createScriptURL: judge };

  function load(name) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = policy.createScriptURL(root + "search/" + name);
      /* Added scripts run in any order unless told; the engine must be first. */
      script.async = false;
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new Error(name)));
      document.head.appendChild(script);
    });
  }

  let ready = null;

  /* Gives the names of the indexes. The engine is not there to choose them yet, so they are chosen by its rule here. */
  function prepare() {
    if (ready === null) {
      ready = load("manifest.js").then(function () {
        const manifest = window.heedManifest;
        const present = Object.keys(manifest.languages);
        const wanted = present.filter((name) => name === language || name === "en");
        const files = (wanted.length > 0 ? wanted : present).map((name) => manifest.languages[name].file);
        return Promise.all([manifest.engine].concat(files).map(load))
          .then(() => window.heedSearch.languages(manifest, language));
      });
      /* A reader whose network was cut tries again by asking again. */
      ready.catch(function () { ready = null; });
    }
    return ready;
  }

  /* ---- the page ---- */

  const form = make("form", "search-form");
  form.setAttribute("role", "search");
  /* The header has a search form, too: two landmarks of one kind want names that tell them apart. */
  form.setAttribute("aria-label", said("label"));
  const label = make("label", "search-label", said("label"));
  label.htmlFor = "heed-search-input";
  const input = make("input", "search-input");
  input.id = "heed-search-input";
  input.type = "search";
  input.autocomplete = "off";
  input.spellcheck = false;
  input.maxLength = 400;
  input.placeholder = said("placeholder");
  const button = make("button", "search-button", said("button"));
  button.type = "submit";
  form.append(label, input, button);

  const status = make("p", "search-status");
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  const notes = make("div", "search-notes");
  const results = make("ol", "search-results");
  const more = make("button", "search-more", said("more"));
  more.type = "button";
  more.hidden = true;
  box.append(form, status, notes, results, more);
  box.hidden = false;

  function asked() {
    const found = /^#q=(.*)$/.exec(location.hash);
    if (found === null) return "";
    try {
      return decodeURIComponent(found[1]);
    } catch {
      return found[1];
    }
  }

  function counted(n) {
    const plural = new Intl.PluralRules(language).select(n);
    return said("count-" + plural, { n: n }) || said("count-other", { n: n });
  }

  function marked(element, parts) {
    for (const part of parts) element.append(part.hit ? make("mark", "search-hit", part.text) : part.text);
    return element;
  }

  function item(hit) {
    const entry = make("li", "search-result");
    if (hit.language !== language) entry.lang = hit.language;

    const link = marked(make("a", "search-title"), hit.titleParts);
    link.href = root + hit.address;
    const meta = make("p", "search-meta");
    const add = (className, text) => {
      if (meta.childNodes.length > 0) meta.append(" · ");
      const element = make("span", className, text);
      element.lang = language;
      meta.append(element);
    };
    add("search-kind", said("kind-" + hit.kind) || hit.kind);
    if (hit.number !== null && !hit.title.includes(hit.number)) add("search-number", hit.number);
    if (hit.language !== language && said("in-" + hit.language)) add("search-language", said("in-" + hit.language));

    entry.append(link, meta);
    if (hit.excerpt.length > 0) entry.append(marked(make("p", "search-excerpt"), hit.excerpt));
    return entry;
  }

  let turn = 0;

  function run() {
    const words = asked();
    const mine = ++turn;
    if (document.activeElement !== input || input.value.trim() !== words) input.value = words;
    notes.replaceChildren();
    results.replaceChildren();
    more.hidden = true;
    if (words.trim() === "") {
      status.textContent = "";
      return;
    }

    status.textContent = said("loading");
    prepare().then(function (names) {
      if (mine !== turn) return;
      const answer = window.heedSearch.search(names, words, 0, PORTION);
      status.textContent = answer.total === 0 ? said("none", { query: words }) : counted(answer.total);
      for (const near of answer.near) notes.append(make("p", "search-note", said("near", near)));
      if (answer.mode === "any") notes.append(make("p", "search-note", said("any")));
      show(answer);
    }).catch(function () {
      if (mine === turn) status.textContent = said("failed");
    });
  }

  function show(answer) {
    results.append(...answer.hits.map(item));
    more.hidden = results.children.length >= answer.total;
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    const hash = "#q=" + encodeURIComponent(input.value.trim());
    if (location.hash === hash) run();
    else location.hash = hash;
  });

  more.addEventListener("click", function () {
    const before = results.children.length;
    prepare().then(function (names) {
      show(window.heedSearch.search(names, asked(), before, PORTION));
      /* The reader goes on at the first of the new ones, also by keyboard. */
      const next = results.children[before];
      if (next !== undefined) next.querySelector("a").focus();
    });
  });

  input.addEventListener("focus", function () {
    prepare().catch(function () { /* Said when the reader asks for something. */ });
  });
  window.addEventListener("hashchange", run);
  run();
})();
