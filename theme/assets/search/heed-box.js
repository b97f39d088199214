/*
 * The search box in the header of every page: <form action="…search.html" role="search"> with an input that has no
 * name. What is typed goes after #, which a browser tells nobody. Without this script the form just leads there.
 * The key / goes to the box.
 */
(function () {
  "use strict";

  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (event.defaultPrevented || form.getAttribute("role") !== "search") return;
    const input = form.querySelector("input");
    if (input === null) return;
    event.preventDefault();
    const words = input.value.trim();
    location.href = form.action.split(/[?#]/)[0] + (words === "" ? "" : "#" + new URLSearchParams({ q: words }));
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") !== null) return;
    const input = document.querySelector("[data-heed-search] input") || document.querySelector("form[role=search] input");
    if (input === null) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
})();
