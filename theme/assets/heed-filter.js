// The filters of the table of recommendations. The table is complete without this script; with it, fields above narrow
// and columns sort. What a reader chose stays after "#" and so never leaves the machine. Nodes only, no markup as text.
//
// The page gives: form[data-filter-form] (hidden until the script runs) with named fields, table[data-filter-table]
// whose rows carry data-<field> with the keys of the row, parted by spaces, and [data-filter-count] with the words of
// the count in data-words, {recommendations}, {groups}, {all-recommendations} and {all-groups} standing for numbers.
(function () {
  "use strict";

  var form = document.querySelector("form[data-filter-form]");
  var table = document.querySelector("table[data-filter-table]");
  var count = document.querySelector("[data-filter-count]");
  if (!form || !table || !count) {
    return;
  }

  var language = document.documentElement.lang || "en";
  var body = table.tBodies[0];
  var rows = Array.prototype.map.call(body.rows, function (row, index) {
    return { node: row, index: index, text: row.textContent.toLocaleLowerCase(language), isGroup: row.hasAttribute("data-described-together") };
  });
  var fields = Array.prototype.filter.call(form.elements, function (field) {
    return field.name;
  });
  var headings = Array.prototype.slice.call(table.tHead.rows[0].cells);
  var sorted = { column: "", down: false };

  function keysOf(row, name) {
    return (row.node.getAttribute("data-" + name) || "").split(" ");
  }

  function fits(row) {
    return fields.every(function (field) {
      var wanted = field.value.trim();
      if (!wanted) {
        return true;
      }

      if (field.name !== "text") {
        return keysOf(row, field.name).indexOf(wanted) >= 0;
      }

      return wanted.toLocaleLowerCase(language).split(/\s+/).every(function (word) {
        return row.text.indexOf(word) >= 0;
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
    var shown = rows.filter(function (row) {
      var wanted = fits(row);
      row.node.hidden = !wanted;
      return wanted;
    });
    var some = tally(shown);
    var all = tally(rows);
    count.textContent = (count.getAttribute("data-words") || "")
      .replace("{recommendations}", some.recommendations)
      .replace("{groups}", some.groups)
      .replace("{all-recommendations}", all.recommendations)
      .replace("{all-groups}", all.groups);
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
    fields.forEach(function (field) {
      if (field.value.trim()) {
        chosen.set(field.name, field.value.trim());
      }
    });
    if (sorted.column) {
      chosen.set("sort", (sorted.down ? "-" : "") + sorted.column);
    }

    // "#" alone would keep the address a place of its own and not move the page to its top, as no words would.
    history.replaceState(null, "", "#" + chosen.toString());
  }

  function recall() {
    var written = location.hash.slice(1);
    if (written && written.indexOf("=") < 0) {
      return;
    }

    var chosen = new URLSearchParams(written);
    fields.forEach(function (field) {
      field.value = chosen.get(field.name) || "";
      if (field.value !== (chosen.get(field.name) || "")) {
        field.value = "";
      }
    });
    var by = chosen.get("sort") || "";
    sorted = { column: by.replace(/^-/, ""), down: by.charAt(0) === "-" };
    sort();
    show();
  }

  headings.forEach(function (heading) {
    var column = heading.getAttribute("data-sort");
    if (!column) {
      return;
    }

    var button = document.createElement("button");
    button.type = "button";
    button.className = "sort-button";
    while (heading.firstChild) {
      button.appendChild(heading.firstChild);
    }

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
  window.addEventListener("hashchange", recall);

  form.hidden = false;
  count.hidden = false;
  recall();
})();
