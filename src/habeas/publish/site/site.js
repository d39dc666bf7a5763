// Help for those who run scripts: filter and sort the rows of this page, and light up every piece of a cited claim.
// Nothing depends on it.
"use strict";

const element = (name, props, ...children) => {
  const made = Object.assign(document.createElement(name), props);
  made.append(...children);
  return made;
};

// The way from this page to the first folder of the dossier.
const home = document.querySelector(".wordmark").getAttribute("href").replace(/index\.html$/, "");

// What a script of search/ holds. Pages opened from disk may load scripts, but no other file.
const asked = new Map();
const arriving = new Map();
self.habeasPart = (name, content) => arriving.get(name)?.(content);
function part(name) {
  if (!asked.has(name)) {
    asked.set(name, new Promise((resolve, reject) => {
      arriving.set(name, resolve);
      const onerror = () => reject(new Error(`search/${name}.js is missing`));
      document.head.append(element("script", { src: `${home}search/${name}.js`, onerror }));
    }));
  }
  return asked.get(name);
}

// An address may name a claim or a finding that has since moved to another page.
async function followMoved() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (!/^(claim|finding)-/.test(wanted) || document.getElementById(wanted)) return;
  if (!document.body.matches(".page-claims, .page-findings")) return;
  const buckets = await part("ids");
  let hash = 0x811c9dc5;
  for (const sign of wanted) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  const number = hash % buckets;
  const page = (await part(`ids/${Math.floor(number / 500)}/${number}`))[wanted];
  if (page) location.replace(`${home}${page}#${wanted}`);
}

function addSearchBox() {
  if (document.getElementById("search")) return;
  const input = element("input", { type: "search", autocomplete: "off", placeholder: "Search" });
  input.setAttribute("aria-label", "Search the dossier");
  const form = element("form", { className: "quick" }, input);
  form.setAttribute("role", "search");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${home}search.html#q=${encodeURIComponent(input.value)}`);
  });
  document.querySelector(".wordmark").after(form);
}

const cellUnder = (row, heading) =>
  row.cells[heading.cellIndex] ? row.cells[heading.cellIndex].textContent.trim() : "";

function addFilter(table) {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 8) return;
  const search = element("input", { type: "search", autocomplete: "off" });
  const shown = element("output", {});
  const tools = element("div", { className: "tools" }, element("label", {}, "Filter the rows of this page", search));
  const facet = [...table.tHead.rows[0].cells].find((cell) => cell.textContent === table.dataset.facet);
  const choice = element("select", {});
  if (facet) {
    const values = [...new Set(rows.map((row) => cellUnder(row, facet).split("\n")[0].trim()))].sort();
    choice.append(element("option", { value: "", textContent: "all" }));
    choice.append(...values.map((value) => element("option", { value, textContent: value })));
    tools.append(element("label", {}, table.dataset.facet, choice));
  }
  shown.setAttribute("aria-live", "polite");
  tools.append(shown);
  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const fits = words.every((word) => text.includes(word));
      row.hidden = !fits || (choice.value !== "" && !cellUnder(row, facet).startsWith(choice.value));
      count += !row.hidden;
    }
    shown.textContent = count === rows.length ? "" : `${count} of ${rows.length} rows`;
  };
  search.addEventListener("input", apply);
  choice.addEventListener("change", apply);
  table.parentElement.before(tools);
}

function addSort(table) {
  const body = table.tBodies[0];
  const collator = new Intl.Collator(undefined, { numeric: true });
  for (const heading of table.tHead.rows[0].cells) {
    const button = element("button", { type: "button", textContent: heading.textContent });
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = heading.ariaSort === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      const sorted = [...body.rows].sort((a, b) => collator.compare(cellUnder(a, heading), cellUnder(b, heading)));
      body.append(...(down ? sorted.reverse() : sorted));
    });
  }
}

// A stay in days against each threshold of a rule, as `habeas rule` counts it.
const passes = {
  more_than: (stay, days) => stay > days,
  approx: (stay, days) => (Math.abs(stay - days) <= 3 ? null : stay > days),
  at_most: (stay, days) => stay <= days,
  less_than: (stay, days) => stay <= days,
};

function addStay(table) {
  const arrived = element("input", { type: "date" });
  const on = element("input", { type: "date" });
  const told = element("output", {});
  told.setAttribute("aria-live", "polite");
  const count = () => {
    const stay = Math.round((Date.parse(on.value) - Date.parse(arrived.value)) / 864e5);
    told.textContent = Number.isNaN(stay) ? "" : stay < 0 ? "The first day is after the second." : `${stay} days`;
    for (const row of table.tBodies[0].rows) {
      const { days, comparator, starts } = row.dataset;
      const rule = passes[comparator] ?? ((length, edge) => length >= edge);
      const before = starts !== "" && on.value < starts;
      const covered = days === "" ? null : before ? false : rule(stay, Number(days));
      const words = covered === null ? "cannot be told" : covered ? "covered" : before ? "not yet in force" : "not covered";
      row.querySelector('[data-label="Covered"]').textContent = Number.isNaN(stay) || stay < 0 ? "" : words;
    }
  };
  const tools = element(
    "div", { className: "tools" }, element("label", {}, "Day of arrival", arrived), element("label", {}, "On", on), told,
  );
  arrived.addEventListener("input", count);
  on.addEventListener("input", count);
  table.before(tools);
}

function showPieces() {
  for (const piece of document.querySelectorAll("mark.shown")) piece.classList.remove("shown");
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (!wanted) return;
  for (const piece of document.querySelectorAll("mark.more")) {
    piece.classList.toggle("shown", piece.dataset.of === wanted);
  }
  const folded = document.getElementById(wanted)?.closest("details");
  if (folded) folded.open = true;
}

for (const table of document.querySelectorAll("table[data-tool]")) {
  const tools = table.dataset.tool.split(" ");
  if (tools.includes("filter")) addFilter(table);
  if (tools.includes("sort")) addSort(table);
  if (tools.includes("stay")) addStay(table);
}
document.querySelector('.navigation [aria-current]')?.scrollIntoView({ block: "nearest", inline: "center" });
addEventListener("hashchange", showPieces);
addEventListener("hashchange", () => followMoved().catch(() => {}));
showPieces();
addSearchBox();
followMoved().catch(() => {});
