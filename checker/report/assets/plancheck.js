// The table of findings that filters, and the picture of the whole plan. Data comes as scripts, so that both work from
// a folder; everything from a plan is put in as text. Without scripts the pages stand as they are.
(function () {
  "use strict";

  function load(path, ready) {
    var script = document.createElement("script");
    script.src = path;
    script.onload = ready;
    document.head.appendChild(script);
  }

  function make(parent, name, text, kind) {
    var node = document.createElement(name);
    if (text !== undefined) node.textContent = text;
    if (kind) node.className = kind;
    parent.appendChild(node);
    return node;
  }

  function fold(text) {
    return text.replace(/[\uff01-\uff5e]/g, function (sign) {
      return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
    }).toLowerCase();
  }

  function count(values) {
    var counts = {}, order = [];
    values.forEach(function (value) {
      var key = "=" + value;
      if (!counts[key]) { counts[key] = 0; order.push(value); }
      counts[key] += 1;
    });
    return order.map(function (value) { return [value, counts["=" + value]]; });
  }

  function fill(select, counted, words) {
    counted.forEach(function (pair) {
      var option = make(select, "option", (words && words[pair[0]] || pair[0]) + "（" + pair[1] + "）");
      option.value = pair[0];
    });
  }

  // Findings

  var STEP = 200;
  var SIGNS = { error: "✕", warning: "!", info: "i", known: "…", waived: "○" };
  var SEV = 0, CODE = 1, TITLE = 2, SAID = 3, HELP = 4, PATH = 5, PLACE = 6, FILE = 7, PART = 8, ORDER = 9, CHAPTERS = 10,
    OWNERS = 11, GOALS = 12, DRAFTERS = 13;
  // What a row answers a filter with; one that names nothing answers with a dash.
  var ANSWERS = {
    sev: function (row) { return [row[SEV]]; },
    rule: function (row) { return [row[CODE]]; },
    doc: function (row) { return [row[FILE]]; },
    part: function (row) { return [row[PART]]; },
    chapter: function (row) { return row[CHAPTERS].length ? row[CHAPTERS] : ["—"]; },
    owner: function (row) { return row[OWNERS].length ? row[OWNERS] : ["—"]; },
    drafter: function (row) { return row[DRAFTERS].length ? row[DRAFTERS] : ["—"]; },
    goal: function (row) { return row[GOALS].length ? row[GOALS] : ["—"]; }
  };

  function findings(form) {
    var table = document.getElementById("pc-findings");
    var more = document.getElementById("pc-more"), pager = document.querySelector(".pc-pager");
    var words = JSON.parse(table.dataset.words), rows = window.PC_FINDINGS, shown = [], drawn = 0, f = form.elements;

    function names(name) {
      var all = [], known = {};
      rows.forEach(function (row) { all = all.concat(ANSWERS[name](row)); });
      if (name === "sev") return words;
      if (name === "rule") rows.forEach(function (row) { known[row[CODE]] = row[CODE] + " " + row[TITLE]; });
      if (name === "doc") all.forEach(function (path) { known[path] = path.slice(path.lastIndexOf("/") + 1); });
      if (name === "part") {
        all.forEach(function (part) { known[part] = part.replace(/^upper /, ""); });
        known.own = f.part.dataset.own;
      }
      return known;
    }

    Object.keys(ANSWERS).forEach(function (name) {
      var all = [];
      rows.forEach(function (row) { all = all.concat(ANSWERS[name](row)); });
      var counted = count(all);
      if (name === "rule") counted.sort();
      fill(f[name], counted, names(name));
      f[name].parentNode.hidden = counted.length < 2 && name !== "sev";
      var group = f.group.querySelector("option[value=" + name + "]");
      if (group) group.hidden = counted.length < 2;
    });

    function fits(row) {
      var text = fold(f.q.value.trim());
      return Object.keys(ANSWERS).every(function (name) {
        return !f[name].value || ANSWERS[name](row).indexOf(f[name].value) >= 0;
      }) && (!text || fold([row[CODE], row[TITLE], row[SAID], row[PLACE], row[FILE]].join(" ")).indexOf(text) >= 0);
    }

    var SORTS = {
      place: function (one, two) { return one[ORDER] - two[ORDER]; },
      rule: function (one, two) { return one[CODE] < two[CODE] ? -1 : one[CODE] > two[CODE] ? 1 : one[ORDER] - two[ORDER]; }
    };

    function line(body, row) {
      var tr = make(body, "tr", undefined, "pc-is-" + row[SEV]), cell;
      make(make(tr, "td"), "span", SIGNS[row[SEV]] + " " + words[row[SEV]], "pc-badge pc-" + row[SEV]);
      cell = make(tr, "td");
      make(cell, "a", row[SAID]).href = form.dataset.root + row[PATH];
      if (row[HELP]) make(cell, "span", table.dataset.help + row[HELP], "pc-said");
      make(cell, "span", [row[CODE] + " " + row[TITLE], row[CHAPTERS].join("、"), row[DRAFTERS].join("、"),
        row[OWNERS].join("、")].filter(Boolean).join(" · "), "pc-said pc-note");
      make(tr, "td", row[PLACE], "pc-note");
    }

    function draw() {
      var body = table.tBodies[0];
      shown.slice(drawn, drawn + STEP).forEach(function (row) { line(body, row); });
      drawn = Math.min(drawn + STEP, shown.length);
      more.hidden = drawn >= shown.length;
    }

    // Each group is a body of its own under a row that opens and closes it; its rows are made when it is opened.
    function drawGroups(name) {
      var known = names(name), order = [], members = {};
      shown.forEach(function (row) {
        ANSWERS[name](row).forEach(function (value) {
          if (!members["=" + value]) { members["=" + value] = []; order.push(value); }
          members["=" + value].push(row);
        });
      });
      order.forEach(function (value) {
        var some = members["=" + value], head = make(table, "tbody", undefined, "pc-group"), body = make(table, "tbody");
        var cell = make(make(head, "tr"), "th"), button;
        cell.colSpan = 3;
        button = make(cell, "button", (known[value] || value) + "（" + some.length + "）");
        button.type = "button";
        function turn(open) {
          button.setAttribute("aria-expanded", open ? "true" : "false");
          if (open && !body.rows.length) some.forEach(function (row) { line(body, row); });
          body.hidden = !open;
        }
        button.addEventListener("click", function () { turn(button.getAttribute("aria-expanded") !== "true"); });
        turn(order.length === 1);
      });
      more.hidden = true;
    }

    function filter() {
      shown = rows.filter(fits);
      if (f.sort.value) shown.sort(SORTS[f.sort.value]);
      drawn = 0;
      while (table.tBodies.length) table.removeChild(table.tBodies[0]);
      if (pager) pager.hidden = true;
      if (f.group.value) drawGroups(f.group.value);
      else { make(table, "tbody"); draw(); }
      var said = form.querySelector("output");
      said.textContent = said.dataset.said.replace("{shown}", shown.length).replace("{all}", rows.length);
    }

    function remember() {
      var query = [];
      Array.prototype.forEach.call(f, function (one) {
        if (one.name && one.value) query.push(one.name + "=" + encodeURIComponent(one.value));
      });
      try {
        history.replaceState(null, "", location.pathname + (query.length ? "?" + query.join("&") : ""));
      } catch (refused) { /* a folder opened as a file may not change its address */ }
    }

    // Only the form's own fields are set, whatever else an address may name; what no finding has is a choice of none.
    function recall(query) {
      var some = false;
      query.split("&").forEach(function (pair) {
        var at = pair.indexOf("="), name = at > 0 ? pair.slice(0, at).replace(/[^a-z]/g, "") : "", value;
        var one = name && form.querySelector("select[name=" + name + "], input[name=" + name + "]");
        if (!one) return;
        try { value = decodeURIComponent(pair.slice(at + 1).replace(/\+/g, " ")); } catch (broken) { return; }
        one.value = value;
        if (one.value !== value && ANSWERS[name]) {
          fill(one, [[value, 0]], names(name));
          one.value = value;
        } else if (one.selectedIndex === -1) one.value = "";
        if (value) one.parentNode.hidden = false;
        some = true;
      });
      return some;
    }

    // As WPS and Excel take it: a byte order mark, and no cell that begins like a formula.
    function csv() {
      var lines = [f.csv.dataset.heads.split("|")].concat(shown.map(function (row) {
        return [words[row[SEV]], row[CODE], row[TITLE], row[SAID], row[HELP], row[PLACE], row[CHAPTERS].join("、"),
          row[OWNERS].join("、"), row[GOALS].join("、"), row[DRAFTERS].join("、")];
      }));
      return "\ufeff" + lines.map(function (cells) {
        return cells.map(function (cell) {
          return "\"" + (/^[=+\-@\t\r]/.test(cell) ? "'" : "") + cell.replace(/"/g, "\"\"") + "\"";
        }).join(",");
      }).join("\r\n") + "\r\n";
    }

    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", function () { filter(); remember(); });
    form.addEventListener("reset", function () { setTimeout(function () { filter(); remember(); }, 0); });
    f.csv.addEventListener("click", function () {
      var link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
      link.download = f.csv.dataset.file;
      document.body.appendChild(link);
      link.click();
      document.body.removeChild(link);
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    });
    more.addEventListener("click", draw);
    // In one file the numbers of the first page filter the table below them.
    Array.prototype.forEach.call(document.querySelectorAll("a[data-filter]"), function (link) {
      link.addEventListener("click", function () {
        form.reset();
        recall(link.dataset.filter);
        filter();
      });
    });
    shown = rows;
    if (recall(location.search.slice(1))) filter();
  }

  var filters = document.getElementById("pc-filter");
  // One file for mail brings its data along.
  if (filters && window.PC_FINDINGS) findings(filters);
  else if (filters) load(filters.dataset.source, function () { findings(filters); });

  // The whole plan

  // Far away a box is told by its height as well as by its colour.
  var NEAR = 0.45, HIGH = { goal: 1, measure: 0.66, indicator: 0.33 };

  function explore(holder) {
    var data = window.PC_GRAPH, form = holder.querySelector("form"), canvas = holder.querySelector("canvas");
    var paper = canvas.getContext("2d"), chosen = -1, visible = [], scale = 1, left = 0, top = 0, asked = false;
    var wide = data.box[0], high = data.box[1], tied = data.nodes.map(function () { return []; });
    var said = form.querySelector("output"), about = holder.querySelector(".pc-chosen");
    data.ties.forEach(function (tie, number) { tied[tie[0]].push(number); tied[tie[1]].push(number); });

    function colour(name) { return getComputedStyle(holder).getPropertyValue("--" + name).trim(); }
    var paint = {};
    function colours() {
      ["goal", "measure", "indicator", "error", "warning", "info", "calm", "pc-text", "pc-soft", "pc-line", "pc-edge",
        "pc-page", "pc-ground", "info-ground"].forEach(function (name) { paint[name] = colour(name); });
    }

    data.areas.forEach(function (area, number) {
      make(form.elements.area, "option", area[4]).value = number;
    });
    Object.keys(data.kinds).forEach(function (kind) { make(form.elements.kind, "option", data.kinds[kind]).value = kind; });

    function filter() {
      var f = form.elements, text = fold(f.q.value.trim());
      visible = data.nodes.map(function (node) {
        return (!f.area.value || node[4] === +f.area.value) && (!f.kind.value || node[3] === f.kind.value) &&
          (!f.sev.value || node[5] === f.sev.value) && (!text || fold(node[2]).indexOf(text) >= 0);
      });
      said.textContent = said.dataset.said.replace("{shown}", visible.filter(Boolean).length)
        .replace("{all}", data.nodes.length);
    }

    function bounds() {
      var box = [Infinity, Infinity, -Infinity, -Infinity];
      data.nodes.forEach(function (node, number) {
        if (!visible[number]) return;
        box = [Math.min(box[0], node[0]), Math.min(box[1], node[1]), Math.max(box[2], node[0] + wide),
          Math.max(box[3], node[1] + high)];
      });
      return box;
    }

    function fit() {
      var box = bounds(), room = canvas.getBoundingClientRect();
      if (box[2] < box[0]) return;
      scale = Math.min(room.width / (box[2] - box[0] + 60), room.height / (box[3] - box[1] + 80), 1.5);
      left = (box[0] + box[2]) / 2 - room.width / scale / 2;
      top = (box[1] + box[3]) / 2 - room.height / scale / 2;
      later();
    }

    function later() {
      if (asked) return;
      asked = true;
      requestAnimationFrame(function () { asked = false; draw(); });
    }

    function line(tie) {
      var one = data.nodes[tie[0]], two = data.nodes[tie[1]];
      paper.beginPath();
      paper.setLineDash(tie[3] ? [6, 4] : []);
      paper.moveTo(one[0] + wide / 2, one[1] + high / 2);
      paper.lineTo(two[0] + wide / 2, two[1] + high / 2);
      paper.strokeStyle = tie[2] ? paint.error : paint["pc-edge"];
      paper.stroke();
      paper.setLineDash([]);
    }

    function label(text, x, y, room) {
      var end = text.length;
      while (end > 1 && paper.measureText(text.slice(0, end)).width > room) end -= 1;
      paper.fillText(end < text.length ? text.slice(0, Math.max(1, end - 1)) + "…" : text, x, y);
    }

    function draw() {
      var room = canvas.getBoundingClientRect(), ratio = window.devicePixelRatio || 1;
      if (canvas.width !== Math.round(room.width * ratio) || canvas.height !== Math.round(room.height * ratio)) {
        canvas.width = Math.round(room.width * ratio);
        canvas.height = Math.round(room.height * ratio);
      }
      colours();
      paper.setTransform(1, 0, 0, 1, 0, 0);
      paper.fillStyle = paint["pc-page"];
      paper.fillRect(0, 0, canvas.width, canvas.height);
      paper.setTransform(scale * ratio, 0, 0, scale * ratio, -left * scale * ratio, -top * scale * ratio);
      var right = left + room.width / scale, bottom = top + room.height / scale, near = scale >= NEAR;
      data.areas.forEach(function (area) {
        if (area[0] > right || area[1] > bottom || area[0] + area[2] < left || area[1] + area[3] < top) return;
        paper.fillStyle = paint["pc-ground"];
        paper.fillRect(area[0], area[1], area[2], area[3]);
        paper.strokeStyle = paint["pc-line"];
        paper.lineWidth = 1 / scale;
        paper.strokeRect(area[0], area[1], area[2], area[3]);
      });
      paper.lineWidth = 1.2 / scale;
      if (near && chosen < 0) {
        data.ties.forEach(function (tie) {
          var one = data.nodes[tie[0]], two = data.nodes[tie[1]];
          var passes = Math.min(one[0], two[0]) < right && Math.max(one[0], two[0]) + wide > left &&
            Math.min(one[1], two[1]) < bottom && Math.max(one[1], two[1]) + high > top;
          if (passes && visible[tie[0]] && visible[tie[1]]) line(tie);
        });
      }
      paper.font = "13px sans-serif";
      var kin = {};
      if (chosen >= 0) tied[chosen].forEach(function (number) { kin[data.ties[number][0]] = kin[data.ties[number][1]] = true; });
      data.nodes.forEach(function (node, number) {
        if (node[0] > right || node[1] > bottom || node[0] + wide < left || node[1] + high < top) return;
        paper.globalAlpha = visible[number] && (chosen < 0 || number === chosen || kin[number]) ? 1 : 0.18;
        paper.fillStyle = near ? (number === chosen ? paint["info-ground"] : paint["pc-page"]) : paint[node[3]];
        var tall = near ? high : high * HIGH[node[3]];
        paper.fillRect(node[0], node[1], wide, tall);
        paper.lineWidth = (number === chosen ? 3 : 1.5) / Math.max(scale, NEAR);
        paper.strokeStyle = paint[node[3]];
        paper.strokeRect(node[0], node[1], wide, tall);
        if (near) {
          paper.fillStyle = paint["pc-text"];
          label(node[2], node[0] + 8, node[1] + 25, wide - (node[5] ? 30 : 14));
        }
        if (node[5] && SIGNS[node[5]]) {
          paper.fillStyle = paint[node[5]] || paint.calm;
          if (near) paper.fillText(SIGNS[node[5]], node[0] + wide - 16, node[1] + 18);
          else paper.fillRect(node[0] + wide * 0.7, node[1], wide * 0.3, high);
        }
      });
      paper.globalAlpha = 1;
      if (chosen >= 0) {
        paper.lineWidth = 2 / scale;
        tied[chosen].forEach(function (number) { line(data.ties[number]); });
      }
      paper.font = "bold " + Math.max(13, 13 / scale) + "px sans-serif";
      paper.fillStyle = paint["pc-soft"];
      data.areas.forEach(function (area) {
        if (area[0] > right || area[1] > bottom || area[0] + area[2] < left || area[1] + area[3] < top) return;
        if (near) {
          label(area[4], area[0] + 6, area[1] + 18, area[2] - 12);
          return;
        }
        var tall = 18 / scale;
        paper.fillStyle = paint["pc-page"];
        paper.fillRect(area[0], area[1], Math.min(area[2], paper.measureText(area[4]).width + 8 / scale), tall);
        paper.fillStyle = paint["pc-text"];
        label(area[4], area[0] + 3 / scale, area[1] + tall * 0.75, area[2] - 6 / scale);
      });
    }

    function at(event) {
      var room = canvas.getBoundingClientRect();
      var x = (event.clientX - room.left) / scale + left, y = (event.clientY - room.top) / scale + top;
      for (var number = 0; number < data.nodes.length; number += 1) {
        var node = data.nodes[number];
        if (x >= node[0] && x <= node[0] + wide && y >= node[1] && y <= node[1] + high) return number;
      }
      return -1;
    }

    function zoom(times, x, y) {
      var room = canvas.getBoundingClientRect();
      x = x === undefined ? room.width / 2 : x;
      y = y === undefined ? room.height / 2 : y;
      var next = Math.min(4, Math.max(0.01, scale * times));
      left += x / scale - x / next;
      top += y / scale - y / next;
      scale = next;
      later();
    }

    function choose(number) {
      if (number >= 0 && number === chosen) {
        location.href = holder.dataset.root + data.nodes[number][6];
        return;
      }
      chosen = number;
      about.textContent = "";
      if (number >= 0) {
        make(about, "a", data.kinds[data.nodes[number][3]] + " " + data.nodes[number][2]).href =
          holder.dataset.root + data.nodes[number][6];
      }
      later();
    }

    // The pointers that are down, by their number; two of them pinch.
    var held = {}, moved = 0;
    function fingers() { return Object.keys(held).map(function (id) { return held[id]; }); }
    function spread(two) { return Math.sqrt(Math.pow(two[0][0] - two[1][0], 2) + Math.pow(two[0][1] - two[1][1], 2)); }
    function drop(event) { delete held[event.pointerId]; }
    canvas.addEventListener("pointerdown", function (event) {
      if (!fingers().length) moved = 0;
      held[event.pointerId] = [event.clientX, event.clientY];
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointermove", function (event) {
      var was = held[event.pointerId], before = fingers();
      if (!was) return;
      var dx = event.clientX - was[0], dy = event.clientY - was[1];
      moved += Math.abs(dx) + Math.abs(dy);
      held[event.pointerId] = [event.clientX, event.clientY];
      left -= dx / scale / before.length;
      top -= dy / scale / before.length;
      if (before.length === 2 && spread(before)) {
        var now = fingers(), room = canvas.getBoundingClientRect();
        zoom(spread(now) / spread(before), (now[0][0] + now[1][0]) / 2 - room.left, (now[0][1] + now[1][1]) / 2 - room.top);
      }
      later();
    });
    canvas.addEventListener("pointercancel", drop);
    canvas.addEventListener("pointerup", function (event) {
      drop(event);
      if (moved < 5 && !fingers().length) choose(at(event));
    });
    canvas.addEventListener("wheel", function (event) {
      event.preventDefault();
      var room = canvas.getBoundingClientRect();
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.clientX - room.left, event.clientY - room.top);
    }, { passive: false });
    canvas.addEventListener("keydown", function (event) {
      var step = 60 / scale;
      if (event.key === "ArrowLeft") left -= step;
      else if (event.key === "ArrowRight") left += step;
      else if (event.key === "ArrowUp") top -= step;
      else if (event.key === "ArrowDown") top += step;
      else if (event.key === "+" || event.key === "=") return zoom(1.25);
      else if (event.key === "-") return zoom(0.8);
      else if (event.key === "Enter" && chosen >= 0) return choose(chosen);
      else if (event.key === "Escape") return choose(-1);
      else return undefined;
      event.preventDefault();
      return later();
    });
    form.elements["in"].addEventListener("click", function () { zoom(1.25); });
    form.elements.out.addEventListener("click", function () { zoom(0.8); });
    form.elements.all.addEventListener("click", fit);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", function () {
      filter();
      var hits = visible.reduce(function (all, on, number) { if (on) all.push(number); return all; }, []);
      choose(form.elements.q.value && hits.length === 1 ? hits[0] : -1);
      fit();
    });
    window.addEventListener("resize", later);
    if (window.matchMedia) {
      var dark = window.matchMedia("(prefers-color-scheme: dark)");
      if (dark.addEventListener) dark.addEventListener("change", later);
    }
    holder.hidden = !data.nodes.length;
    filter();
    fit();
  }

  var explorer = document.getElementById("pc-explorer");
  if (explorer) load(explorer.dataset.source, function () { explore(explorer); });
})();
