/*
 * Ways to take the page of an entry along, in [data-take-along], whose value is the permanent address: [data-print],
 * [data-copy] and [data-share] are buttons, which the style sheet shows only where scripts run, and [data-said] tells what
 * came of it. The button [data-cite] copies the citation in [data-cited]. Nobody else is asked: print, clipboard and share are the browser's own.
 */
(function () {
  "use strict";

  var part = document.querySelector("[data-take-along]");
  if (part === null) {
    return;
  }

  var address = part.getAttribute("data-take-along");
  var said = part.querySelector("[data-said]");

  function on(name, act) {
    var button = document.querySelector("[data-" + name + "]");
    if (button !== null) {
      button.addEventListener("click", function () {
        act(button);
      });
    }
  }

  function tell(words) {
    // The same words twice are announced once; emptied first, they are announced again.
    said.textContent = "";
    setTimeout(function () {
      said.textContent = words;
    }, 50);
  }

  // Without the clipboard of secure pages: what stands on the page is selected, and copied if the browser still can.
  function copySelected(written) {
    if (written === null) {
      return false;
    }

    getSelection().selectAllChildren(written);
    try {
      return document.execCommand("copy");
    } catch (refused) {
      return false;
    }
  }

  on("print", function () {
    window.print();
  });

  function copy(button, words, written) {
    function done() {
      tell(button.getAttribute("data-copied"));
    }

    function otherwise() {
      tell(button.getAttribute(copySelected(written) ? "data-copied" : "data-refused"));
    }

    if (navigator.clipboard) {
      navigator.clipboard.writeText(words).then(done, otherwise);
    } else {
      otherwise();
    }
  }

  on("copy", function (button) {
    copy(button, address, document.querySelector(".permalink__address"));
  });

  on("cite", function (button) {
    var cited = document.querySelector("[data-cited]");
    copy(button, cited.textContent, cited);
  });

  on("share", function () {
    // A reader who thinks better of it closes the sheet, which is no fault.
    navigator.share({ title: document.title, url: address }).catch(function () {});
  });
})();

/*
 * The link of a paragraph or statement to itself, .anchor, also copies its whole address. The browser goes there anyway, so that
 * the address can be copied by hand where the clipboard is refused.
 */
(function () {
  "use strict";

  var canonical = document.querySelector("link[rel=canonical]");
  if (canonical === null || !navigator.clipboard) {
    return;
  }

  document.addEventListener("click", function (event) {
    var anchor = event.target.closest === undefined ? null : event.target.closest("a.anchor");
    if (anchor === null) {
      return;
    }

    navigator.clipboard.writeText(canonical.href + anchor.hash).then(
      function () {
        anchor.setAttribute("data-done", "");
        setTimeout(function () {
          anchor.removeAttribute("data-done");
        }, 2000);
      },
      function () {}
    );
  });
})();
