// Help for those who run scripts: filter and sort the rows of this page, and light up every piece of a cited claim.
// Nothing depends on it.
"use strict";

const element = (name, props, ...children) => {
  const made = Object.assign(document.createElement(name), props);
  made.append(...children);
  return made;
};

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
}
document.querySelector('.navigation [aria-current]')?.scrollIntoView({ block: "nearest", inline: "center" });
addEventListener("hashchange", showPieces);
showPieces();
