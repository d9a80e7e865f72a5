// Moves sections without leaving the page: the rows and what was said are fetched and put in place, so that the page
// stays where it is and the keyboard too. A section can be dragged to its place with the mouse.

const FRAGMENT = "X-Fragment";
const NOT_SENT = "Det blev ikke flyttet: der er ingen forbindelse. Prøv igen om lidt.";

const bar = document.getElementById("outline-form");
const said = document.getElementById("outline-said");
const list = document.getElementById("outline-rows");
const radioOf = (pk) => list.querySelector(`input[name="section"][value="${CSS.escape(pk)}"]`);
const topOf = (pk) => radioOf(pk)?.closest("li").getBoundingClientRect().top ?? 0;

async function send(fields) {
  let answer;
  try {
    answer = await fetch(bar.action, { method: "POST", body: fields, headers: { [FRAGMENT]: "outline" } });
  } catch {
    said.textContent = NOT_SENT;
    return;
  }
  if (answer.headers.get(FRAGMENT)) show(await answer.text(), fields.get("section") ?? "");
  else location.reload(); // the login has ended, or the plan is closed: the page says so
}

function show(html, moved) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const top = topOf(moved);
  const hadFocus = list.contains(document.activeElement) || said.contains(document.activeElement);
  for (const place of [list, said]) place.replaceChildren(...fresh.getElementById(place.id).childNodes);
  prepare();
  scrollBy({ top: topOf(moved) - top, behavior: "instant" });
  if (hadFocus) radioOf(moved)?.focus({ preventScroll: true });
}

document.querySelector(".page-body").addEventListener("submit", (event) => {
  if (!("here" in event.target.dataset) || "leads" in (event.submitter?.dataset ?? {})) return;
  event.preventDefault();
  send(new FormData(event.target, event.submitter));
});

// Dragging ------------------------------------------------------------------------------------------------------------

let dragged = null;

function prepare() {
  for (const row of list.children) row.draggable = true;
}

function below(row) {
  const depthOf = (one) => Number(/outline-depth-(\d)/.exec(one.className)[1]);
  const rows = [row];
  for (let next = row.nextElementSibling; next && depthOf(next) > depthOf(row); next = next.nextElementSibling) rows.push(next);
  return rows;
}

function whereIn(row, event) {
  const { top, height } = row.getBoundingClientRect();
  const part = (event.clientY - top) / height;
  return part < 0.3 ? "foer" : part > 0.7 ? "efter" : "under";
}

function mark(row, where) {
  for (const marked of list.querySelectorAll('[class*="drop-"]')) marked.classList.remove("drop-foer", "drop-efter", "drop-under");
  if (row) row.classList.add(`drop-${where}`);
}

list.addEventListener("dragstart", (event) => {
  dragged = event.target.closest("li");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.querySelector(".outline-title").textContent);
  for (const row of below(dragged)) row.classList.add("is-dragged");
});

list.addEventListener("dragover", (event) => {
  const row = event.target.closest("li");
  if (!dragged || !row || row.classList.contains("is-dragged")) return mark(null);
  event.preventDefault();
  mark(row, whereIn(row, event));
});

list.addEventListener("drop", (event) => {
  const row = event.target.closest("li");
  if (!dragged || !row) return;
  event.preventDefault();
  const fields = new FormData(bar);
  fields.set("section", dragged.querySelector("input").value);
  fields.set("step", "placer");
  fields.set("where", whereIn(row, event));
  fields.set("target", row.querySelector("input").value);
  send(fields);
});

list.addEventListener("dragend", () => {
  mark(null);
  for (const row of list.querySelectorAll(".is-dragged")) row.classList.remove("is-dragged");
  dragged = null;
});

// A click beside the words chooses the section.
list.addEventListener("click", (event) => {
  const row = event.target.closest("li");
  if (row && !event.target.closest("a, label")) row.querySelector("input").checked = true;
});

prepare();
