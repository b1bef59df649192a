// What stands in the head of the page, and how all parts follow the state.
const byId = (id) => document.getElementById(id);

function choose(actor) {
  state.actor = actor ? actor.id : "";
  byId("query").value = actor ? actor.label : "";
  update();
  if (actor) map.show(actor);
}

function writeAddress() {
  const words = new URLSearchParams();
  for (const name of ["actor", "since", "until"]) if (state[name]) words.set(name, state[name]);
  if (state.colours !== "kind") words.set("colours", state.colours);
  if (state.least > 1) words.set("least", state.least);
  for (const [name, all] of Object.entries({ quads, statuses, polarities })) {
    if (state[name].size < Object.keys(all).length) words.set(name, [...state[name]].join(","));
  }
  history.replaceState(null, "", "#" + words);
}

function readAddress() {
  const words = new URLSearchParams(location.hash.slice(1));
  state.actor = actorById.has(words.get("actor")) ? words.get("actor") : "";
  state.since = words.get("since") || "";
  state.until = words.get("until") || "";
  state.colours = words.get("colours") === "community" ? "community" : "kind";
  state.least = Number(words.get("least")) || 1;
  for (const [name, all] of Object.entries({ quads, statuses, polarities })) {
    state[name] = new Set(words.has(name) ? words.get(name).split(",").filter((word) => word in all) : Object.keys(all));
  }
  for (const box of document.querySelectorAll("#filters input[type=checkbox]")) box.checked = state[box.name].has(box.value);
  for (const name of ["since", "until", "least", "colours"]) byId(name).value = state[name];
}

function showLegend() {
  const present = (kind) => graph.actors.some((actor) => actor.kind === kind);
  const items = Object.entries(kindColours).filter(([kind]) => state.colours === "kind" && present(kind))
    .map(([kind, colour]) => make("div", {}, make("i", { style: "background:" + colour }), kind === "igo" ? "international organisation" : kind.replace("-", " ")));
  if (state.colours === "community") {
    for (let number = 0; number < communityColours.length; ++number) {
      const first = actorsByRank.find((actor) => actor.community === number);
      if (first) items.push(make("div", {}, make("i", { style: "background:" + communityColours[number] }), "around " + first.label));
    }
  }
  for (const side of ["cooperation", "conflict"]) items.push(make("div", {}, make("i", { class: "link", style: "background:var(--" + side + ")" }), "more " + side));
  byId("legend").replaceChildren(...items);
}

/** How many mentions by month, or by year if there are many; the few oldest and latest are left out. */
const periods = (() => {
  const dates = graph.edges.flatMap((edge) => edge.evidence.map((item) => item.date || articles.get(item.article).date || ""))
    .filter(Boolean).sort();
  const few = Math.floor(dates.length / 50);
  const shown = dates.slice(few, dates.length - few);
  if (!shown.length) return [];
  const first = Number(shown[0].slice(0, 4)), last = Number(shown[shown.length - 1].slice(0, 4));
  const length = last - first > 12 ? 4 : 7;
  const counts = new Map();
  for (let year = first; year <= last && last - first < 400; ++year) {
    if (length === 4) counts.set(String(year), 0);
    else for (let month = 1; month <= 12; ++month) counts.set(year + "-" + String(month).padStart(2, "0"), 0);
  }
  for (const date of shown) {
    const name = date.slice(0, length);
    if (counts.has(name)) counts.set(name, counts.get(name) + 1);
  }
  const all = [...counts.entries()].map(([name, count]) => ({ name, count }));
  while (all.length && !all[0].count) all.shift();
  while (all.length && !all[all.length - 1].count) all.pop();
  return all;
})();

/** A bar for each; a click narrows the time to one, another opens it again. */
function showMonths() {
  const most = Math.max(1, ...periods.map((period) => period.count));
  const every = Math.ceil(periods.length / 12);
  byId("months").replaceChildren(...(periods.length < 2 ? [] : periods).map((period, index) => {
    const inside = (!state.since || endOf(period.name) >= state.since) && (!state.until || period.name <= endOf(state.until));
    const only = state.since === period.name && state.until === period.name;
    return make("button", { type: "button", class: inside ? "in" : "", title: period.name + ": " + counted(period.count, "mention", "mentions"),
      onclick: () => { state.since = state.until = only ? "" : period.name; update(); } },
      make("i", { style: "height:" + Math.round(60 * Math.sqrt(period.count / most)) + "%" }), index % every === 0 ? make("span", {}, period.name) : "");
  }));
}

function update() {
  map.update();
  showPanel();
  showLegend();
  showMonths();
  byId("since").value = state.since;
  byId("until").value = state.until;
  const shown = graph.edges.filter((edge) => edge.shown);
  const actors = new Set(shown.flatMap((edge) => [edge.source, edge.target]));
  byId("count").textContent = counted(actors.size, "actor", "actors") + ", " + counted(shown.length, "relation", "relations") +
    (shown.length < graph.edges.length ? " of " + graph.edges.length.toLocaleString("en") : "");
  writeAddress();
}

function start() {
  document.title = graph.title;
  byId("title").textContent = graph.title;
  for (const [name, all] of Object.entries({ quads, statuses, polarities })) {
    for (const [value, words] of Object.entries(all)) {
      const box = make("input", { type: "checkbox", name, value, onchange: () => {
        if (box.checked) state[name].add(value); else state[name].delete(value);
        update();
      } });
      byId(name).append(make("label", {}, box, " " + words));
    }
  }
  byId("names").append(...actorsByRank.slice(0, 2000).map((actor) => make("option", { value: actor.label })));
  byId("find").addEventListener("submit", (event) => { event.preventDefault(); choose(findActor(byId("query").value)); });
  byId("query").addEventListener("change", () => { if (byId("query").value) choose(findActor(byId("query").value)); });
  for (const name of ["since", "until"]) byId(name).addEventListener("change", () => {
    if (byId(name).validity.valid) { state[name] = byId(name).value; update(); }
  });
  byId("least").addEventListener("change", () => { state.least = Number(byId("least").value) || 1; update(); });
  byId("colours").addEventListener("change", () => { state.colours = byId("colours").value; update(); });
  byId("reset").addEventListener("click", () => { history.replaceState(null, "", "#"); follow(); });
  window.addEventListener("hashchange", follow);
  follow();
  map.fit();
}

function follow() {
  readAddress();
  choose(actorById.get(state.actor) || null);
}

start();
