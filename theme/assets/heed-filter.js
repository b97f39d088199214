// The filters of the table of recommendations. The table is complete without this script; with it, facets above narrow
// and columns sort. What a reader chose stays after "#" and so never leaves the machine. Nodes only, no markup as text.
//
// The page gives: form[data-filter-form] (shown only where scripts run) with one [data-facet="<name>"] for each facet, in
// it a checkbox for each choice and [data-chosen], where the number of choices made is told; [data-filter-text] for words,
// [data-filter-chips] for what is chosen; table[data-filter-table] whose rows carry data-<name> with their keys, parted by
// spaces; and [data-filter-count] with the words of the count in data-words, {recommendations}, {groups},
// {all-recommendations} and {all-groups} standing for numbers.
//
// [data-filter-on] is shown, and printed, while something is chosen: [data-filter-said] tells what, [data-filter-missing] what the
// address asks for and the table does not have (its words in data-missing-words, {choices} standing for them), and
// [data-filter-copy] copies the address. Who arrives with a choice in the address arrives there.
//
// Choices of one facet widen (France or Spain), facets narrow (France and torture). The number beside a choice tells how
// many rows it would show together with what is chosen in the other facets.
(function () {
  "use strict";

  var form = document.querySelector("form[data-filter-form]");
  var table = document.querySelector("table[data-filter-table]");
  var count = document.querySelector("[data-filter-count]");
  var on = document.querySelector("[data-filter-on]");
  if (!form || !table || !count || !on) {
    return;
  }

  var language = document.documentElement.lang || "en";
  var text = form.querySelector("[data-filter-text]");
  var chips = form.querySelector("[data-filter-chips]");
  var body = table.tBodies[0];
  var headings = Array.prototype.slice.call(table.tHead.rows[0].cells);
  var sorted = { column: "", down: false };
  var said = on.querySelector("[data-filter-said]");
  var missing = on.querySelector("[data-filter-missing]");
  var notFound = [];

  // Of what an address asks for in vain so many letters are told.
  var LONGEST_TOLD = 60;

  var facets = Array.prototype.map.call(form.querySelectorAll("[data-facet]"), function (node) {
    return {
      name: node.getAttribute("data-facet"),
      node: node,
      chosen: node.querySelector("[data-chosen]"),
      choices: Array.prototype.map.call(node.querySelectorAll("input[type=checkbox]"), function (box) {
        var label = box.parentNode;
        return { box: box, key: box.value, label: label, words: label.querySelector(".facet__words").textContent, count: label.querySelector(".facet__count") };
      })
    };
  });

  var rows = Array.prototype.map.call(body.rows, function (row, index) {
    var keys = {};
    facets.forEach(function (facet) {
      keys[facet.name] = (row.getAttribute("data-" + facet.name) || "").split(" ").filter(Boolean);
    });
    return { node: row, index: index, keys: keys, text: null, isGroup: row.hasAttribute("data-described-together") };
  });

  function chosenOf(facet) {
    return facet.choices.filter(function (choice) {
      return choice.box.checked;
    });
  }

  // A row's words and what was typed are compared as search compares them: women's, women’s, WOMENʼS. Done once, when first asked for.
  function textOf(row) {
    if (row.text === null) {
      var written = Array.prototype.map.call(row.node.cells, function (cell) {
        return cell.textContent;
      });
      row.text = window.heedWords.words(written.join(" ")).map(comparable).join(" ");
    }

    return row.text;
  }

  function comparable(word) {
    var known = "$" + word.raw;
    return comparable[known] || (comparable[known] = window.heedWords.normalise(word.raw));
  }

  // Each word that is wanted, in the forms in which it may stand: co-operation is cooperation, too.
  function wishesOf(typed) {
    var words = window.heedWords.words(typed);
    return words.filter(function (word) {
      return !word.part;
    }).map(function (word) {
      return words.filter(function (other) {
        return other === word || (other.joins > 0 && other.start <= word.start && other.end >= word.end);
      }).map(comparable);
    });
  }

  // Which facets a row fails; null when it lacks a word that is wanted.
  function failures(row, wishes, wanted) {
    var lacks = wishes.some(function (forms) {
      return !forms.some(function (form) {
        return textOf(row).indexOf(form) >= 0;
      });
    });
    return lacks ? null : facets.filter(function (facet) {
      var keys = wanted[facet.name];
      return keys.length > 0 && !row.keys[facet.name].some(function (key) {
        return keys.indexOf(key) >= 0;
      });
    });
  }

  function tally(list) {
    var groups = list.filter(function (row) {
      return row.isGroup;
    }).length;
    return { recommendations: list.length - groups, groups: groups };
  }

  function show() {
    var wishes = wishesOf(text.value);
    var wanted = {};
    var within = {};
    facets.forEach(function (facet) {
      wanted[facet.name] = chosenOf(facet).map(function (choice) {
        return choice.key;
      });
      within[facet.name] = [];
    });

    var shown = [];
    rows.forEach(function (row) {
      var failed = failures(row, wishes, wanted);
      row.node.hidden = !failed || failed.length > 0;
      if (!failed) {
        return;
      }

      if (failed.length === 0) {
        shown.push(row);
      }

      facets.forEach(function (facet) {
        if (failed.length === 0 || (failed.length === 1 && failed[0] === facet)) {
          within[facet.name].push(row);
        }
      });
    });

    facets.forEach(function (facet) {
      tellChoices(facet, within[facet.name]);
    });
    tellChips();
    tellState();
    var some = tally(shown);
    var all = tally(rows);
    count.textContent = (count.getAttribute("data-words") || "")
      .replace("{recommendations}", some.recommendations)
      .replace("{groups}", some.groups)
      .replace("{all-recommendations}", all.recommendations)
      .replace("{all-groups}", all.groups);
  }

  function tellChoices(facet, list) {
    var byKey = {};
    list.forEach(function (row) {
      row.keys[facet.name].forEach(function (key) {
        (byKey["$" + key] = byKey["$" + key] || []).push(row);
      });
    });
    facet.choices.forEach(function (choice) {
      var sum = tally(byKey["$" + choice.key] || []);
      choice.count.textContent = sum.recommendations + (sum.groups ? " + " + sum.groups : "");
      choice.label.classList.toggle("facet__choice--none", sum.recommendations + sum.groups === 0);
    });
    var number = chosenOf(facet).length;
    facet.chosen.textContent = number ? String(number) : "";
  }

  function tellChips() {
    while (chips.firstChild) {
      chips.removeChild(chips.firstChild);
    }

    facets.forEach(function (facet) {
      chosenOf(facet).forEach(function (choice) {
        var item = document.createElement("li");
        var button = document.createElement("button");
        button.type = "button";
        button.className = "chip";
        button.textContent = choice.words;
        button.setAttribute("aria-label", (form.getAttribute("data-remove-words") || "{choice}").replace("{choice}", choice.words));
        button.addEventListener("click", function () {
          choice.box.checked = false;
          show();
          remember();

          // The button is gone; who walks by keyboard goes on where the choice is made.
          (chips.querySelector("button") || facet.node.querySelector("summary")).focus();
        });
        item.appendChild(button);
        chips.appendChild(item);
      });
    });
    chips.hidden = !chips.firstChild;
  }

  // What is chosen, facet by facet, in words that stand beside the table and on paper.
  function tellState() {
    var parts = facets.filter(function (facet) {
      return chosenOf(facet).length > 0;
    }).map(function (facet) {
      return facet.node.querySelector(".facet__name").textContent + ": " + chosenOf(facet).map(function (choice) {
        return choice.words;
      }).join(", ");
    });
    if (text.value.trim()) {
      parts.push(form.querySelector("label[for=" + text.id + "]").textContent + ": " + text.value.trim());
    }

    said.textContent = parts.join("; ");
    said.hidden = parts.length === 0;
    missing.textContent = (on.getAttribute("data-missing-words") || "{choices}").replace("{choices}", function () {
      return notFound.join(", ");
    });
    missing.hidden = notFound.length === 0;
    on.hidden = parts.length === 0 && notFound.length === 0;
    count.classList.toggle("is-printed", !on.hidden);
  }

  function sort() {
    var place = headings.findIndex(function (heading) {
      return heading.getAttribute("data-sort") === sorted.column;
    });
    var collator = new Intl.Collator(language, { numeric: true });
    var value = function (row) {
      var cell = row.node.cells[place];
      return cell.getAttribute("data-value") || cell.textContent.trim();
    };
    var order = rows.slice();
    if (place >= 0) {
      order.sort(function (left, right) {
        var by = collator.compare(value(left), value(right));
        return (sorted.down ? -by : by) || left.index - right.index;
      });
    }

    headings.forEach(function (heading, index) {
      if (index === place) {
        heading.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      } else {
        heading.removeAttribute("aria-sort");
      }
    });
    order.forEach(function (row) {
      body.appendChild(row.node);
    });
  }

  function remember() {
    var chosen = new URLSearchParams();
    facets.forEach(function (facet) {
      chosenOf(facet).forEach(function (choice) {
        chosen.append(facet.name, choice.key);
      });
    });
    if (text.value.trim()) {
      chosen.set("text", text.value.trim());
    }

    if (sorted.column) {
      chosen.set("sort", (sorted.down ? "-" : "") + sorted.column);
    }

    notFound = [];
    missing.hidden = true;

    // "#" alone would keep the address a place of its own and not move the page to its top, as no words would.
    history.replaceState(null, "", "#" + chosen.toString());
  }

  function recall() {
    var written = location.hash.slice(1);
    if (written && written.indexOf("=") < 0) {
      return;
    }

    var chosen = new URLSearchParams(written);
    facets.forEach(function (facet) {
      var keys = chosen.getAll(facet.name);
      facet.choices.forEach(function (choice) {
        choice.box.checked = keys.indexOf(choice.key) >= 0;
      });
    });
    text.value = chosen.get("text") || "";
    var by = chosen.get("sort") || "";
    sorted = { column: by.replace(/^-/, ""), down: by.charAt(0) === "-" };
    notFound = [];
    chosen.forEach(function (value, name) {
      if (!isKnown(name, value)) {
        notFound.push((name + "=" + value).slice(0, LONGEST_TOLD));
      }
    });
    sort();
    show();
  }

  function isKnown(name, value) {
    if (name === "text" || value === "") {
      return true;
    }

    if (name === "sort") {
      return headings.some(function (heading) {
        return heading.getAttribute("data-sort") === sorted.column;
      });
    }

    return facets.some(function (facet) {
      return facet.name === name && facet.choices.some(function (choice) {
        return choice.key === value;
      });
    });
  }

  // Who comes by an address with a choice sees what is chosen and the rows, not the top of the page.
  function arrive() {
    if (on.hidden) {
      return;
    }

    on.scrollIntoView();
    on.focus({ preventScroll: true });
  }

  headings.forEach(function (heading) {
    var column = heading.getAttribute("data-sort");
    if (!column) {
      return;
    }

    var button = document.createElement("button");
    button.type = "button";
    button.className = "sort-button";
    // A head with a button in it is not repeated on the next sheet: on paper the words stand without it.
    var words = document.createElement("span");
    words.className = "sort-words";
    while (heading.firstChild) {
      words.appendChild(heading.firstChild.cloneNode(true));
      button.appendChild(heading.firstChild);
    }

    heading.appendChild(words);
    heading.appendChild(button);
    button.addEventListener("click", function () {
      sorted = { column: column, down: sorted.column === column && !sorted.down };
      sort();
      remember();
    });
  });

  form.addEventListener("input", function () {
    show();
    remember();
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  form.addEventListener("reset", function () {
    // The fields are empty only after the event.
    setTimeout(function () {
      sorted = { column: "", down: false };
      sort();
      show();
      remember();
    }, 0);
  });
  window.addEventListener("hashchange", function () {
    recall();
    arrive();
  });

  on.querySelector("[data-filter-copy]").addEventListener("click", function (event) {
    var button = event.currentTarget;
    var told = on.querySelector("[data-filter-copied]");
    var tell = function (name) {
      // The same words twice are announced once; emptied first, they are announced again.
      told.textContent = "";
      setTimeout(function () {
        told.textContent = button.getAttribute(name);
      }, 50);
    };
    var canonical = document.querySelector("link[rel=canonical]");
    if (!navigator.clipboard) {
      tell("data-refused");
      return;
    }

    navigator.clipboard.writeText((canonical ? canonical.href : location.href.split("#")[0]) + location.hash).then(function () {
      tell("data-copied");
    }, function () {
      tell("data-refused");
    });
  });

  // Which link was followed, so that who comes back goes on there. It is kept with the place in the browser's history, as the address is.
  table.addEventListener("click", function (event) {
    var at = Array.prototype.indexOf.call(table.querySelectorAll("tbody a"), event.target.closest("a"));
    if (at >= 0) {
      history.replaceState({ at: at }, "");
    }
  });

  // The browser itself goes back to where a page was; only who arrives anew is taken to the table.
  recall();
  var way = performance.getEntriesByType("navigation")[0];
  if (!way || way.type === "navigate") {
    arrive();
  } else if (history.state && history.state.at >= 0) {
    var followed = table.querySelectorAll("tbody a")[history.state.at];
    if (followed) {
      followed.focus({ preventScroll: true });
    }
  }
})();
