// Prints the N-Quads that jsonld.js makes of a JSON-LD file; nothing may be fetched.
const fs = require('fs');
const jsonld = require('jsonld');

const documentLoader = (url) => Promise.reject(new Error(`the export must not refer to ${url}`));
jsonld
  .toRDF(JSON.parse(fs.readFileSync(process.argv[2], 'utf8')), {format: 'application/n-quads', documentLoader})
  .then((quads) => process.stdout.write(quads))
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
