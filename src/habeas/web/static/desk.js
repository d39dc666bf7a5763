// Review by keyboard. Every act is also a form on the page; this only saves the way there.
"use strict";
(() => {
  const secret = document.querySelector('meta[name="csrf"]')?.content;
  const list = document.querySelector("[data-review]");
  if (!secret || !list || !list.querySelector("[data-verdicts]")) return;
  const said = document.querySelector("[data-said]");
  const rows = [...list.querySelectorAll("[data-claim]")];
  const made = [];
  let at = rows.findIndex((row) => "#" + row.id === location.hash);
  let waiting = Promise.resolve();
  document.querySelector("[data-keys]")?.removeAttribute("hidden");

  const say = (words) => { if (said) said.textContent = words; };
  const go = (to) => {
    if (!rows.length) return;
    rows[at]?.classList.remove("current");
    at = Math.max(0, Math.min(rows.length - 1, to));
    rows[at].classList.add("current");
    rows[at].focus({ preventScroll: true });
    rows[at].scrollIntoView({ block: "nearest" });
  };
  const show = (row, verdict) => {
    const chip = row.querySelector("[data-verdict]") || document.querySelector("[data-verdict]");
    if (!chip) return;
    chip.className = "chip verdict " + (verdict || "undecided");
    chip.textContent = verdict || "not decided";
  };
  const send = async (path, body) => {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-csrf-token": secret, accept: "application/json" },
      body: JSON.stringify(body),
    });
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.error || "It was not taken.");
    return told;
  };
  // One after the other, so that undo takes back what was decided last.
  const queue = (work) => { waiting = waiting.then(work).catch((error) => say(error.message)); };
  const decide = (row, verdict) => queue(async () => {
    const before = row.querySelector("[data-verdict]")?.textContent;
    const told = await send("/api/decisions", { claims: [row.dataset.claim], verdict });
    made.push({ row, ids: told.decisions.map((one) => one.id), before: before === "not decided" ? "" : before });
    show(row, verdict);
    say("Claim " + verdict + ".");
  });
  const undo = () => queue(async () => {
    const last = made.pop();
    if (!last) return say("Nothing to take back.");
    await send("/api/undo", { decisions: last.ids });
    show(last.row, last.before);
    go(rows.indexOf(last.row));
    say("Taken back.");
  });
  const correct = (row) => {
    for (let box = row.querySelector(".correct"); box && row.contains(box); box = box.parentElement.closest("details")) box.open = true;
    const field = row.querySelector('.correct input[name="value"]');
    field?.focus();
    field?.select();
  };
  const verdicts = { c: "confirmed", r: "rejected", u: "unsure" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=checkbox]), select, textarea")) {
      if (event.key === "Escape") go(at);
      return;
    }
    const row = rows[at];
    if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at - 1);
    else if (event.key === "z") undo();
    else if (row && verdicts[event.key]) { decide(row, verdicts[event.key]); go(at + 1); }
    else if (row && event.key === "e") correct(row);
    else if (row && event.key === "x") { const box = row.querySelector('input[name="claim"][type="checkbox"]'); if (box) box.checked = !box.checked; }
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const mark = event.target.closest("mark.claim");
    if (!mark) return;
    const name = mark.id || mark.dataset.of;
    go(rows.findIndex((row) => row.querySelector(`a[href="#${name}"]`)));
  });
  document.querySelector("[data-check-all]")?.addEventListener("click", (event) => {
    event.preventDefault();
    const boxes = [...list.querySelectorAll('input[type="checkbox"][name="claim"]')];
    const all = boxes.every((box) => box.checked);
    boxes.forEach((box) => { box.checked = !all; });
  });
})();
