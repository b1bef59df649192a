// read_graphology.js FILE.graphml|FILE.gexf FILE.csv: what Gephi Lite reads has the nodes, edges and values of the table.
const assert = require("assert");
const fs = require("fs");
const { DOMParser } = require("@xmldom/xmldom");
const graphology = require("graphology");

const [path, csv] = process.argv.slice(2);
global.DOMParser = DOMParser;
const format = path.endsWith(".gexf") ? require("graphology-gexf") : require("graphology-graphml");
const parse = format.parse || require("graphology-graphml/browser").parse;
const graph = parse(graphology.MultiDirectedGraph, fs.readFileSync(path, "utf8"));
const records = fs.readFileSync(csv, "utf8").split(/\n(?=[^\n]*,[^\n]*,e\d+,)/).slice(1);
assert.strictEqual(graph.size, records.length);
for (const record of records) {
  const id = record.match(/,(e\d+),/)[1];
  assert(graph.hasEdge(id), id);
  const data = graph.getEdgeAttributes(id);
  assert.strictEqual(typeof data.symmetric, "boolean", id);
  assert.strictEqual(typeof data.weight, "number", id);
  assert(record.includes("," + data.polarity + "," + data.status + "," + data.symmetric + "," + data.weight + ","), id);
}
graph.forEachNode((id, data) => {
  assert(Number.isFinite(data.x) && Number.isFinite(data.y) && Number.isFinite(data.size), id);
  assert(data.label !== undefined, id);
});
console.log(`${graph.order} nodes, ${graph.size} edges`);
