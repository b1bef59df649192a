// query_oxigraph.js FILE.nt <QUERY: the answers as CSV.
const fs = require("fs");
const oxigraph = require("oxigraph");

const store = new oxigraph.Store();
store.load(fs.readFileSync(process.argv[2], "utf8"), { format: "application/n-triples" });
const rows = store.query(fs.readFileSync(0, "utf8"));
const quoted = (term) => '"' + (term ? term.value : "").replace(/"/g, '""') + '"';
const columns = rows.length ? [...rows[0].keys()] : [];
console.log(columns.join(","));
for (const row of rows) console.log(columns.map((column) => quoted(row.get(column))).join(","));
