/*
 * Runs before the page is painted, so that nothing jumps or flashes afterwards:
 * - <html data-scripts> says that scripts run: the style sheet shows what needs them (.for-scripts) only then;
 *   <html data-can-share> that the device can pass an address on (.for-sharing);
 *   <html data-asked> that the address brings words or choices to search for, so that the search page keeps room for what it finds;
 * - <html data-theme="light"> or "dark" says which colours the reader chose; without it they follow the device.
 *
 * What stands after "#", a filter, words to search for or a place, goes along when the reader takes the page in another language:
 * it is the same in every language. Without this script the links lead to the page as it is.
 *
 * The choice is the one thing that this site keeps in a browser, under one key, and only once a reader has chosen;
 * choosing "as the device" takes it away again. A browser that refuses storage keeps the choice for the page.
 */
(function () {
  "use strict";

  var KEY = "heed-theme";
  var root = document.documentElement;
  var theme = kept();

  function kept() {
    try {
      return localStorage.getItem(KEY);
    } catch (refused) {
      return null;
    }
  }

  function keep() {
    try {
      if (theme) {
        localStorage.setItem(KEY, theme);
      } else {
        localStorage.removeItem(KEY);
      }
    } catch (refused) {
      // The page has the colours all the same.
    }
  }

  function show() {
    if (theme !== "light" && theme !== "dark") {
      theme = "";
    }

    if (theme) {
      root.setAttribute("data-theme", theme);
    } else {
      root.removeAttribute("data-theme");
    }

    Array.prototype.forEach.call(document.querySelectorAll("[data-theme-choice] input"), function (input) {
      input.checked = input.value === theme;
    });
  }

  root.setAttribute("data-scripts", "");
  if (navigator.share) {
    root.setAttribute("data-can-share", "");
  }

  if (/^#[a-z]+=./.test(location.hash)) {
    root.setAttribute("data-asked", "");
  }

  show();

  // The choice stands at the end of the page. A page that comes back from the browser's memory may have old colours.
  document.addEventListener("DOMContentLoaded", show);
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      theme = kept();
      show();
    }
  });
  window.addEventListener("storage", function (event) {
    if (event.key === KEY || event.key === null) {
      theme = kept();
      show();
    }
  });
  // Right before a link is followed, copied or opened in a tab of its own; until then the words after "#" may change.
  ["pointerdown", "mousedown", "touchstart", "keydown", "click", "contextmenu"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var link = event.target.closest ? event.target.closest("a[hreflang]") : null;
      if (link && link.closest("[data-languages]")) {
        link.hash = location.hash;
      }
    }, true);
  });
  document.addEventListener("change", function (event) {
    if (event.target.closest("[data-theme-choice]")) {
      theme = event.target.value;
      keep();
      show();
    }
  });
})();
