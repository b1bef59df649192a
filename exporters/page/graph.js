// The graph, what of it is shown, and the words for it.
const graph = JSON.parse(document.getElementById("data").textContent);
const quads = { "verbal cooperation": "Words of cooperation", "material cooperation": "Deeds of cooperation",
  "verbal conflict": "Words of conflict", "material conflict": "Deeds of conflict", neutral: "Neither" };
const statuses = { actual: "stated as a fact", reported: "only said by somebody", possible: "planned, hoped, feared" };
const polarities = { affirmative: "it did", negative: "it is denied" };
const kindColours = { state: "#0072b2", igo: "#56b4e9", person: "#e69f00", organisation: "#009e73", group: "#f0e442",
  medium: "#cc79a7", company: "#966e46", "armed-group": "#d55e00", unknown: "#999999" };
const communityColours = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#966e46"];

const actions = new Map(graph.actions.map((action) => [action.id, action]));
const articles = new Map(graph.articles.map((article) => [article.id, article]));
for (const actor of graph.actors) actor.edges = [];
for (const edge of graph.edges) {
  edge.quad = actions.get(edge.action).quad;
  graph.actors[edge.source].edges.push(edge);
  if (edge.target !== edge.source) graph.actors[edge.target].edges.push(edge);
}
const actorsByRank = [...graph.actors].sort((a, b) => b.rank - a.rank);
const actorById = new Map(graph.actors.map((actor) => [actor.id, actor]));

/** What of the graph is shown; it stands behind the # of the address, so that it can be kept and sent. */
const state = { actor: "", colours: "kind", since: "", until: "", least: 1, quads: new Set(Object.keys(quads)),
  statuses: new Set(Object.keys(statuses)), polarities: new Set(Object.keys(polarities)) };

/** A month or a year as its last possible day, as far as comparing goes. */
const endOf = (date) => date && (date + "-99-99").slice(0, 10);

function shows(edge) {
  return state.quads.has(edge.quad) && state.statuses.has(edge.status) && state.polarities.has(edge.polarity) &&
    edge.weight >= state.least && (!state.since || endOf(edge.last || "") >= state.since) &&
    (!state.until || (edge.first !== "" && edge.first <= endOf(state.until)));
}

/** All that is shown between two actors is one line on the map. */
function visibleLinks() {
  const links = new Map();
  for (const edge of graph.edges) {
    edge.shown = shows(edge);
    if (!edge.shown || edge.source === edge.target) continue;
    const a = Math.min(edge.source, edge.target), b = Math.max(edge.source, edge.target);
    const key = a + " " + b;
    const link = links.get(key) || { a, b, weight: 0, balance: 0, certain: false };
    link.weight += edge.weight;
    if (edge.polarity === "affirmative") {
      link.balance += edge.weight * (edge.quad.endsWith("cooperation") ? 1 : edge.quad.endsWith("conflict") ? -1 : 0);
      link.certain = link.certain || edge.status !== "possible";
    }
    links.set(key, link);
  }
  return [...links.values()].sort((x, y) => x.weight - y.weight);
}

const sideOf = (quad) => quad.endsWith("cooperation") ? "cooperation" : quad.endsWith("conflict") ? "conflict" : "";

function qualifiers(edge) {
  const words = [];
  if (edge.polarity === "negative") words.push("denied");
  if (edge.status !== "actual") words.push(edge.status);
  return words.length ? " (" + words.join(", ") + ")" : "";
}

const counted = (number, one, many) => number.toLocaleString("en") + " " + (number === 1 ? one : many);
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The actor of that name: the label, an id, another name, else the most central one that contains it. */
function findActor(text) {
  const wanted = folded(text.trim());
  if (!wanted) return null;
  return actorsByRank.find((actor) => folded(actor.label) === wanted) || actorById.get(text.trim()) ||
    actorsByRank.find((actor) => actor.aliases.some((name) => folded(name) === wanted)) ||
    actorsByRank.find((actor) => folded(actor.label).includes(wanted)) ||
    actorsByRank.find((actor) => actor.aliases.some((name) => folded(name).includes(wanted))) || null;
}

function colourOf(actor) {
  return state.colours === "kind" ? kindColours[actor.kind] : communityColours[actor.community % communityColours.length];
}
