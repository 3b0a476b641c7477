"use strict";
// Looks a commune up in index/XX.js, where XX are the first two letters of what is typed. No server, no request elsewhere.
(function () {
  const MOST = 60;
  const field = document.getElementById("q"), list = document.getElementById("trouve"), state = document.getElementById("etat");
  const shards = new Map();

  // The same as `plain` in reports/observatory/search.py.
  function plain(text) {
    return text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/[^a-z0-9]+/g, " ").trim();
  }

  function bare(text) { return text.replace(/^(?:saint|sainte|le|la|les|l)\b\s*/, ""); }

  window.arobase = function (shard, entries) { shards.set(shard, entries); show(); };

  function load(shard) {
    if (shards.has(shard)) return;
    shards.set(shard, null);
    const script = document.createElement("script");
    script.src = "index/" + shard + ".js";
    script.onerror = function () { shards.set(shard, []); show(); };
    document.head.append(script);
  }

  function department(insee) { return insee.startsWith("97") || insee.startsWith("98") ? insee.slice(0, 3) : insee.slice(0, 2); }

  function show() {
    const asked = plain(field.value), shard = asked.replace(/ /g, "").slice(0, 2);
    list.replaceChildren();
    state.textContent = "";
    if (shard.length < 2) return;
    load(shard);
    const entries = shards.get(shard);
    if (!entries) { state.textContent = "Recherche…"; return; }
    const found = entries.filter(function (entry) {
      const name = plain(entry[0]);
      return name.startsWith(asked) || bare(name).startsWith(asked) || entry[1].toLowerCase().startsWith(asked);
    });
    found.slice(0, MOST).forEach(function (entry) {
      const item = document.createElement("li"), link = document.createElement("a");
      link.href = "communes/" + department(entry[1]) + "/" + entry[1] + ".html";
      link.textContent = entry[0] + " (" + entry[1] + ")";
      item.append(link);
      list.append(item);
    });
    const many = found.length > 1 ? "s" : "";
    state.textContent = found.length ? found.length + " commune" + many + " trouvée" + many + (found.length > MOST ? ", les " + MOST + " premières sont montrées" : "") + "." : "Aucune commune lue ne porte ce nom.";
  }

  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", show);
  field.form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
  show();
})();
