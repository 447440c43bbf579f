// Looks for every word typed, as it stands, in every section: Chinese needs no cutting into words for that.
// The index is a script, loaded when the box is first used, so it works from a folder without a server.
(function () {
  "use strict";
  var MOST = 30, AROUND = 36;
  var base = document.body.dataset.base || ".";
  var box = document.getElementById("search"), found = document.getElementById("found");
  var index = null;

  function fold(text) {
    return text.replace(/[\uff01-\uff5e]/g, function (sign) {
      return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
    }).replace(/\u3000/g, " ").toLowerCase();
  }

  function load() {
    if (document.getElementById("search-index")) return;
    var script = document.createElement("script");
    script.id = "search-index";
    script.src = base + "/js/search-index.js";
    script.onload = function () {
      index = window.SEARCH_INDEX.map(function (row) {
        return { title: row[0], url: row[1], text: row[2], head: fold(row[0]), body: fold(row[2]) };
      });
      show();
    };
    document.head.appendChild(script);
  }

  function search(words) {
    var hits = [];
    index.forEach(function (row, place) {
      var weight = 0;
      for (var i = 0; i < words.length; i += 1) {
        if (row.head.indexOf(words[i]) >= 0) weight += 10;
        else if (row.body.indexOf(words[i]) >= 0) weight += 1;
        else return;
      }
      hits.push({ row: row, weight: weight, place: place });
    });
    return hits.sort(function (a, b) { return b.weight - a.weight || a.place - b.place; });
  }

  function add(parent, name, text) {
    var node = document.createElement(name);
    node.textContent = text;
    parent.appendChild(node);
    return node;
  }

  function excerpt(parent, row, word) {
    var at = row.body.indexOf(word), from = Math.max(0, at - AROUND);
    var line = add(parent, "span", at < 0 ? row.text.slice(0, 2 * AROUND) : (from ? "…" : "") + row.text.slice(from, at));
    if (at >= 0) {
      add(line, "mark", row.text.slice(at, at + word.length));
      line.appendChild(document.createTextNode(row.text.slice(at + word.length, at + word.length + AROUND)));
    }
  }

  function show() {
    var words = fold(box.value).split(/\s+/).filter(Boolean);
    found.textContent = "";
    found.hidden = !words.length || !index;
    if (found.hidden) return;
    var hits = search(words);
    var said = !hits.length ? box.dataset.none : hits.length > MOST ? box.dataset.many : box.dataset.some;
    add(found, "p", said.replace("{n}", hits.length).replace("{k}", MOST));
    hits.slice(0, MOST).forEach(function (hit) {
      var link = add(found, "a", "");
      link.href = base + "/" + hit.row.url;
      add(link, "b", hit.row.title);
      excerpt(link, hit.row, words[0]);
    });
  }

  box.form.addEventListener("submit", function (event) { event.preventDefault(); });
  box.addEventListener("focus", load);
  box.addEventListener("input", show);
  box.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { box.value = ""; show(); }
    if (event.key === "Enter" && found.querySelector("a")) found.querySelector("a").click();
  });
  document.addEventListener("click", function (event) {
    found.hidden = found.hidden || !event.target.closest(".search") || event.target.closest("#found a") !== null;
  });
})();
