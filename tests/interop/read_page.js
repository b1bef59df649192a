// Opens the page of `entente view` in Chromium without a network and reads it as a user would.
//
//   read_page.js FILE.html FILE.jsonl [PICTURE.png]
//
// FILE.jsonl has the relations that the page must hold. Nothing may be requested but the page, and nothing may go wrong.
const assert = require("assert");
const fs = require("fs");
const path = require("path");
const puppeteer = require("puppeteer-core");

const [page_path, relations_path, picture] = process.argv.slice(2);
const relations = fs.readFileSync(relations_path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const address = "file://" + path.resolve(page_path);
// What the exports leave out: control characters that XML cannot hold.
const legal = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
const edge_key = (r) => [r.source.id, r.action.id, r.polarity, r.status, r.target.id];
const key = (r) => {
  const [source, action, polarity, status, target] = edge_key(r);
  return JSON.stringify(r.symmetric && target < source ? [target, action, polarity, status, source] : [source, action, polarity, status, target]);
};

async function main() {
  const browser = await puppeteer.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"] });
  const page = await browser.newPage();
  await page.setViewport({ width: 1300, height: 820 });
  await page.setOfflineMode(true);
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") problems.push(message.text()); });
  page.on("request", (request) => { if (request.url().split("#")[0] !== address) problems.push("asks for " + request.url()); });
  page.on("dialog", (dialog) => { problems.push("a text became a script: " + dialog.message()); dialog.dismiss(); });
  await page.goto(address);

  const edges = new Set(relations.map(key));
  const actors = new Set(relations.flatMap((r) => [r.source.id, r.target.id]));
  const text = (selector) => page.$eval(selector, (element) => element.textContent);
  const number = (count, one, many) => count.toLocaleString("en") + " " + (count === 1 ? one : many);
  assert.strictEqual(await text("#count"), number(actors.size, "actor", "actors") + ", " + number(edges.size, "relation", "relations"));
  if (picture) await page.screenshot({ path: picture });

  // Everybody, one after the other: all relations are listed, each with sentences of its own, the words marked.
  const marked = new Map();
  const listed = new Set();
  for (const id of actors) {
    await page.goto(address + "#" + new URLSearchParams({ actor: id }));
    assert(!(await text("#panel")).includes("No relation"), id);
    const found = await page.evaluate(async () => {
      for (let more = [...document.querySelectorAll("#panel button")].find((b) => /more$/.test(b.textContent) && !b.hidden); more;
        more = [...document.querySelectorAll("#panel button")].find((b) => /more$/.test(b.textContent) && !b.hidden)) more.click();
      for (const details of document.querySelectorAll("#panel details")) details.open = true;
      await new Promise((done) => setTimeout(done, 50));
      return [...document.querySelectorAll("#panel details")].map((details) => ({ summary: details.querySelector("summary").textContent,
        quotations: [...details.querySelectorAll("blockquote")].map((quotation) => ({
          text: [...quotation.childNodes].filter((node) => node.nodeName !== "FOOTER").map((node) => node.textContent).join(""),
          words: [...quotation.querySelectorAll("mark")].map((mark) => mark.className + " " + mark.textContent) })) }));
    });
    const own = new Set(relations.filter((r) => r.source.id === id || r.target.id === id).map(key));
    assert.strictEqual(found.length, own.size, id + ": " + found.length + " relations of " + own.size);
    for (const { summary, quotations } of found) {
      assert(quotations.length > 0, summary);
      for (const quotation of quotations) {
        listed.add(quotation.text);
        for (const words of quotation.words) marked.set(quotation.text + "\n" + words, true);
      }
    }
  }
  const inside = (span, sentence) => span.begin < span.end && span.begin >= sentence.begin && span.end <= sentence.end;
  const counts = new Map();
  for (const relation of relations) counts.set(key(relation), (counts.get(key(relation)) || 0) + 1);
  let words = 0;
  for (const relation of relations) {
    if (counts.get(key(relation)) > 20) continue;
    assert(listed.has(legal(relation.sentence.text)), "no such sentence: " + relation.sentence.text);
    const sentence = relation.sentence;
    const characters = Array.from(sentence.text);
    if (sentence.text !== legal(sentence.text)) continue;
    const spans = [relation.source, relation.action, relation.target].filter((side) => inside(side, sentence));
    const apart = spans.every((a) => spans.every((b) => a === b || a.end <= b.begin || b.end <= a.begin));
    for (const role of ["source", "action", "target"]) {
      const side = relation[role];
      if (!apart || !inside(side, sentence) || side.end - sentence.begin > characters.length) continue;
      assert(marked.has(sentence.text + "\n" + role + " " + side.text), role + " `" + side.text + "` is not marked in: " + sentence.text);
      ++words;
    }
  }

  // Names are found, filters narrow, the address keeps what is seen.
  await page.goto(address);
  const name = await page.evaluate(() => document.querySelector("#names option").value);
  await page.type("#query", name.toUpperCase());
  await page.keyboard.press("Enter");
  assert.strictEqual(await text("#panel h2"), name);
  assert(page.url().includes("#actor="), page.url());
  await page.goto(address + "#polarities=negative");
  const denied = new Set(relations.filter((r) => r.polarity === "negative").map(key));
  assert((await text("#count")).includes(number(denied.size, "relation", "relations")), await text("#count"));
  await page.mouse.click(400, 400);
  await page.keyboard.press("Escape");

  assert.deepStrictEqual(problems, []);
  await browser.close();
  console.log(actors.size + " actors, " + edges.size + " relations, " + words + " words marked");
}

main().catch((error) => { console.error(error); process.exit(1); });
