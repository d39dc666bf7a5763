// Search from disk: the words asked for are looked up in the small scripts of search/ (searching.py says how they are made).
// Nothing depends on it: without scripts the index below the box stands alone.
"use strict";

const KINDS = { finding: "Findings", check: "Checks", name: "In the index", report: "Reports", claim: "Claims" };
const FIRST = { finding: 5, check: 5, name: 5, report: 10, claim: 10 };
const MOST_SCRIPTS = 6; // that one beginning of a word is looked up in
const MORE = 20;

const tokens = (text) =>
  (text.normalize("NFKD").replace(/[\u0300-\u036f]+/g, "").toLowerCase().match(/\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}+/gu) || [])
    .map((word) => word.replace(/[.,]/g, ""))
    .filter((word) => word.length > 1 || /\p{Nd}/u.test(word));

// The numbers of a list that holds how many there are and the steps from one to the next.
function numbersOf([total, ...steps]) {
  let at = 0;
  return { common: total < 0, total: Math.abs(total), numbers: steps.map((step) => (at += step)) };
}

function united(lists) {
  if (lists.length === 1) return lists[0];
  const numbers = [...new Set(lists.flatMap((list) => list.numbers))].sort((a, b) => a - b);
  return { common: lists.some((list) => list.common), total: numbers.length, numbers };
}

// What holds a word, or for the last word asked any word that begins with it, kind by kind.
async function holders(word, beginning) {
  const { words, folder } = await part("index");
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] <= word) low = middle + 1;
    else high = middle;
  }
  const first = Math.max(0, low - 1);
  const found = {};
  for (let n = first; n < words.length && n < first + MOST_SCRIPTS; n++) {
    if (n > first && !(beginning && words[n].startsWith(word))) break;
    const held = await part(`words/${Math.floor(n / folder)}/${n}`);
    for (const [one, entry] of Object.entries(held)) {
      if (one !== word && !(beginning && one.startsWith(word))) continue;
      for (const [kind, list] of Object.entries(entry)) (found[kind] ??= []).push(numbersOf(list));
    }
  }
  return Object.fromEntries(Object.entries(found).map(([kind, lists]) => [kind, united(lists)]));
}

// The things of one kind that hold all words; words that stand in very many are left out where a rarer one is asked.
function inAll(held, kind) {
  const lists = held.map((one) => one[kind]);
  if (lists.includes(undefined)) return { numbers: [], total: 0 };
  const rare = lists.filter((list) => !list.common);
  if (lists.length === 1) return lists[0];
  const [least, ...others] = (rare.length ? rare : lists).sort((a, b) => a.numbers.length - b.numbers.length);
  const sets = others.map((list) => new Set(list.numbers));
  const numbers = least.numbers.filter((number) => sets.every((set) => set.has(number)));
  return { numbers, total: numbers.length, loose: rare.length < lists.length };
}

async function row(kind, number) {
  const { rows, folder } = await part("index");
  const block = Math.floor(number / rows);
  return (await part(`${kind}/${Math.floor(block / folder)}/${block}`))[number % rows];
}

async function shown(kind, numbers, words) {
  const items = [];
  for (const number of numbers) {
    const [title, detail, href] = await row(kind, number);
    const onward = kind === "report" && words.length ? `#:~:text=${encodeURIComponent(words[0])}` : "";
    items.push(element("li", {},
      element("a", { href: home + href + onward, textContent: title }),
      element("p", { className: "aside", textContent: detail })));
  }
  return items;
}

async function section(kind, found, words) {
  const list = element("ol", { className: "results" }, ...(await shown(kind, found.numbers.slice(0, FIRST[kind]), words)));
  const made = element("section", {}, element("h2", { textContent: `${KINDS[kind]} (${found.total.toLocaleString("en")})` }), list);
  if (found.loose) made.append(element("p", { className: "note", textContent: "Very common words were left out of the search." }));
  let at = FIRST[kind];
  const more = element("button", { type: "button", className: "show-more", textContent: "Show more" });
  more.addEventListener("click", async () => {
    list.append(...(await shown(kind, found.numbers.slice(at, at + MORE), words)));
    at += MORE;
    more.hidden = at >= found.numbers.length;
  });
  if (at < found.numbers.length) made.append(more);
  return made;
}

let latest = 0;
async function search(text, output, results, index) {
  const mine = ++latest;
  const asked = [...new Set(tokens(text))];
  index.hidden = asked.length > 0;
  if (!asked.length) {
    results.replaceChildren();
    output.textContent = "";
    return;
  }
  const held = await Promise.all(asked.map((word, n) => holders(word, n === asked.length - 1 && word.length > 2)));
  const sections = [];
  const counts = [];
  for (const kind of Object.keys(KINDS)) {
    const found = inAll(held, kind);
    if (!found.numbers.length) continue;
    counts.push(`${KINDS[kind]}: ${found.total.toLocaleString("en")}`);
    sections.push(await section(kind, found, asked));
  }
  if (mine !== latest) return;
  results.replaceChildren(...sections);
  output.textContent = counts.join(" · ") || "No report, claim or finding has all of these words.";
}

function addSearch() {
  const place = document.getElementById("search");
  const index = document.querySelector('section[aria-labelledby="index-title"]');
  const input = element("input", { type: "search", autocomplete: "off", spellcheck: false });
  const output = element("output", {});
  const results = element("div", {});
  const form = element("form", { className: "search" }, element("label", {}, "Any words of the reports", input), output);
  const run = () => search(input.value, output, results, index);
  let waiting = 0;
  const fromAddress = () => {
    const asked = /^#q=(.*)$/.exec(location.hash);
    if (!asked) return;
    input.value = decodeURIComponent(asked[1]);
    run();
  };
  output.setAttribute("aria-live", "polite");
  form.setAttribute("role", "search");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.hash = `q=${encodeURIComponent(input.value)}`;
  });
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 120);
  });
  addEventListener("hashchange", fromAddress);
  place.append(form, results);
  fromAddress();
  if (!location.hash) input.focus({ preventScroll: true });
}

addSearch();
