// Added to each page by `heed serve`, never to a published site: loads the page anew when another version is shown.
"use strict";
(function () {
  var mine = document.currentScript.src.split("?")[1];
  new EventSource("/_heed/events").onmessage = function (message) {
    if (message.data !== mine) {
      location.reload();
    }
  };
})();
