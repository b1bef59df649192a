// The list beside the map: an actor with its relations and their sentences, or the whole in short. Texts of the articles
// become text nodes only, never markup.
const at_once = 100;

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

const actorButton = (actor) =>
  make("button", { class: "name", type: "button", onclick: () => choose(actor) }, make("bdi", {}, actor.label));

/** A list of which at first only the beginning is made. */
function rows(items, makeRow) {
  const list = make("ul", { class: "rows" });
  let made = 0;
  const more = make("button", { type: "button", onclick: () => add() });
  const add = () => {
    for (const item of items.slice(made, made + at_once)) list.append(make("li", {}, makeRow(item)));
    made = Math.min(items.length, made + at_once);
    more.textContent = counted(items.length - made, "more", "more");
    more.hidden = made === items.length;
  };
  add();
  return make("div", {}, list, more);
}

/** The sentence with the words of source, action and target marked; places count characters, not code units. */
function marked(evidence) {
  const characters = Array.from(evidence.sentence);
  const spans = ["source", "action", "target"].filter((role) => evidence[role])
    .map((role) => ({ role, begin: evidence[role][0], end: evidence[role][1] })).sort((a, b) => a.begin - b.begin);
  const parts = [];
  let done = 0;
  for (const { role, begin, end } of spans) {
    if (begin < done || end > characters.length) continue;
    parts.push(characters.slice(done, begin).join(""), make("mark", { class: role, title: role }, characters.slice(begin, end).join("")));
    done = end;
  }
  return [...parts, characters.slice(done).join("")];
}

function quotation(evidence) {
  const article = articles.get(evidence.article);
  const isLink = /^https?:\/\//i.test(article.url || "");
  const where = isLink ? make("a", { href: article.url, rel: "noreferrer noopener", target: "_blank" }, evidence.article) : evidence.article;
  const words = [article.date, evidence.place && "in " + evidence.place, evidence.date && "happened " + evidence.date,
    evidence.by && "according to " + evidence.by].filter(Boolean).join(" · ");
  return make("blockquote", { lang: article.language || "", dir: "auto" }, ...marked(evidence),
    make("footer", { lang: "en", dir: "ltr" }, where, words ? " · " + words : "", evidence.rule ? make("span", { title: "the rule that found it" }, " · " + evidence.rule) : ""));
}

/** One relation; its sentences are made when it is opened. */
function relation(edge, seenFrom) {
  const action = actions.get(edge.action);
  const name = (index) => graph.actors[index] === seenFrom ? make("bdi", {}, graph.actors[index].label) : actorButton(graph.actors[index]);
  const body = make("div");
  const details = make("details", { ontoggle: () => {
    if (body.firstChild || !details.open) return;
    body.append(...edge.evidence.map(quotation));
    const more = edge.mentions - edge.evidence.length;
    if (more > 0) body.append(make("p", { class: "faint" }, "and " + counted(more, "further mention", "further mentions")));
  } }, make("summary", {}, make("span", {}, name(edge.source), " ", make("span", { class: sideOf(edge.quad) }, action.label), " ", name(edge.target), qualifiers(edge)),
    make("span", { class: "number", title: counted(edge.weight, "independent article", "independent articles") + ", " + counted(edge.mentions, "mention", "mentions") }, "×" + edge.weight)), body);
  return details;
}

const byWeight = (a, b) => b.weight - a.weight || b.mentions - a.mentions;

function fact(list, name, value) {
  if (value) list.append(make("dt", {}, name), make("dd", {}, value));
}

function portrait(actor) {
  const facts = make("dl", { class: "facts" });
  fact(facts, "is", actor.kind === "igo" ? "international organisation" : actor.kind.replace("-", " "));
  const behind = actorById.get(actor.principal);
  if (actor.principal !== actor.id) fact(facts, "acts for", behind ? actorButton(behind) : actor.principal);
  fact(facts, "country", actor.country);
  const few = 12;
  fact(facts, "also", actor.aliases.slice(0, few).join(", ") + (actor.aliases.length > few ? " …" : ""));
  fact(facts, "Wikidata", actor.wikidata);
  fact(facts, "appears", counted(actor.mentions, "time", "times") + " in " + counted(actor.articles, "article", "articles"));
  const index = graph.actors.indexOf(actor);
  const shown = actor.edges.filter((edge) => edge.shown).sort(byWeight);
  const part = (title, edges) => edges.length ? [make("h3", {}, title), rows(edges, (edge) => relation(edge, actor))] : [];
  return [make("p", {}, make("button", { type: "button", onclick: () => choose(null) }, "← Everybody")),
    make("h2", {}, make("bdi", {}, actor.label)), facts,
    ...part("Does", shown.filter((edge) => edge.source === index && !edge.symmetric)),
    ...part("Has done to it", shown.filter((edge) => edge.source !== index && !edge.symmetric)),
    ...part("Both do", shown.filter((edge) => edge.symmetric)),
    shown.length ? "" : make("p", { class: "faint" }, "No relation passes the filter.")];
}

function overview() {
  const shown = graph.edges.filter((edge) => edge.shown).sort(byWeight);
  if (!shown.length) return [make("p", { class: "faint" }, graph.edges.length ? "No relation passes the filter." : "The graph is empty.")];
  const actors = actorsByRank.filter((actor) => actor.edges.some((edge) => edge.shown));
  return [make("p", { class: "faint" }, "Click an actor, or open a relation to read the sentences behind it."),
    make("h3", {}, "Most often reported"), rows(shown, (edge) => relation(edge, null)),
    make("h3", {}, "Most central"), rows(actors, actorButton)];
}

function showPanel() {
  const panel = document.getElementById("panel");
  const actor = actorById.get(state.actor);
  panel.replaceChildren(...(actor ? portrait(actor) : overview()).filter((part) => part !== ""));
  panel.scrollTop = 0;
}
