// What Word, Word Online and Google Docs put on the clipboard, made into HTML that the editor understands.
// Our policy forbids style attributes, in detached documents too: `element.style` is empty and the console complains.
// So they travel under another name and are read as text.

import { Extension } from "django-prose-editor/editor";

const BOLD = ["bold", "bolder", "600", "700", "800", "900"];
const NUMBERS = { "lower-alpha": "a", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I" };
const RAISED = { super: "sup", sub: "sub" };
const ADDRESS = /^(https?:\/\/|mailto:|tel:)/i;

const all = (root, selector) => [...root.querySelectorAll(selector)];
const unwrap = (element) => element.replaceWith(...element.childNodes);

function style(element, name) {
  const pattern = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, "i");
  return pattern.exec(element?.dataset.style ?? "")?.[1].trim().toLowerCase();
}

function within(element, tag) {
  const around = document.createElement(tag);
  around.append(...element.childNodes);
  element.append(around);
}

function renamed(element, tag) {
  const next = document.createElement(tag);
  next.append(...element.childNodes);
  element.replaceWith(next);
  return next;
}

// --- lists ---

const roman = (letters) =>
  [...letters].reduce((sum, letter, place) => {
    const [value, next] = [letter, letters[place + 1]].map((each) => ({ i: 1, v: 5, x: 10 })[each] ?? 0);
    return sum + (value < next ? -value : value);
  }, 0);

/** The tag, type and number of a list that begins with this mark: »3.«, »b)«, »iv.«, »·«. */
function kindOf(mark) {
  const [, word] = /^\(?(\d+|[ivx]+|[a-z])[.)]/i.exec(mark.trim()) ?? [];
  if (!word) return ["ul", "", 1];
  if (/\d/.test(word)) return ["ol", "", Number(word)];
  const small = word.toLowerCase();
  const isRoman = /^([ivx]{2,}|i)$/.test(small);
  const type = isRoman ? "i" : "a";
  const number = isRoman ? roman(small) : small.charCodeAt(0) - 96;
  return ["ol", word === small ? type : type.toUpperCase(), number];
}

function listFor([tag, type, number]) {
  const list = document.createElement(tag);
  if (type) list.setAttribute("type", type);
  if (number > 1) list.setAttribute("start", number);
  return list;
}

/** Word's list paragraphs, which stand beside each other, as lists in lists. */
function makeWordLists(body) {
  let open = []; // {list, level, id, tag}, the outermost first
  for (const paragraph of all(body, "p, h1, h2, h3, h4, h5, h6")) {
    const [, id, depth] = /\b(l\d+)\s+level(\d+)/.exec(style(paragraph, "mso-list") ?? "") ?? [];
    if (!id) continue;
    const level = Number(depth);
    const mark = all(paragraph, "span").find((span) => style(span, "mso-list") === "ignore");
    const kind = kindOf(mark?.textContent ?? "");
    mark?.remove();
    if (paragraph.previousElementSibling !== open[0]?.list) open = [];
    const isOver = (last) =>
      last.level > level || (last.level === level && (last.id !== id || last.tag !== kind[0]));
    while (open.length && isOver(open.at(-1))) open.pop();
    if (!open.length || open.at(-1).level < level) {
      const list = listFor(kind);
      if (open.length) open.at(-1).list.lastElementChild.append(list);
      else paragraph.before(list);
      open.push({ list, level, id, tag: kind[0] });
    }
    const item = document.createElement("li");
    item.append(renamed(paragraph, "p"));
    open.at(-1).list.append(item);
  }
}

/** Word Online makes a list of each item, and says its level. */
function joinOnlineLists(body) {
  for (const wrapper of all(body, "div.ListContainerWrapper")) unwrap(wrapper);
  for (const item of all(body, "li[data-aria-level]")) {
    const list = item.parentElement;
    let into = list.previousElementSibling;
    for (let level = Number(item.dataset.ariaLevel); level > 1 && into; level -= 1) {
      const inner = into.lastElementChild?.querySelector(":scope > ul, :scope > ol");
      if (!inner && level === 2) into.lastElementChild?.append(list);
      into = inner;
    }
    if (into?.localName === list.localName) into.append(...list.childNodes);
    if (!list.childNodes.length) list.remove();
  }
}

/** Google Docs puts an inner list beside its item, not in it, and says in styles how items are numbered. */
function mendGoogleLists(body) {
  for (const inner of all(body, ":is(ul, ol) > :is(ul, ol)")) inner.previousElementSibling?.append(inner);
  for (const list of all(body, "ol:not([type])")) {
    const type = NUMBERS[style(list, "list-style-type") ?? style(list.querySelector("li"), "list-style-type")];
    if (type) list.setAttribute("type", type);
  }
}

// --- tables ---

const isBold = (cell) => all(cell, "strong, b").map((bold) => bold.textContent).join("").trim() === cell.textContent.trim();

/** A table's head: the rows that say so, or a first row with nothing but bold words. */
function readHeads(body) {
  for (const row of all(body, "tr")) {
    const cells = all(row, ":scope > td");
    const isFirst = row === row.closest("table").rows[0] && row.textContent.trim();
    if (!row.closest("thead") && !(isFirst && cells.every(isBold))) continue;
    for (const cell of cells) {
      all(cell, "strong, b").forEach(unwrap);
      const head = renamed(cell, "th");
      for (const name of ["colspan", "rowspan"]) if (cell.hasAttribute(name)) head.setAttribute(name, cell.getAttribute(name));
    }
  }
}

/** Headings are sections of their own: here they are bold, and what is told leads on where a section can be split. */
function readHeadings(body) {
  const headings = all(body, "h1, h2, h3, h4, h5, h6, p[role=heading]");
  for (const heading of headings) within(renamed(heading, "p"), "strong");
  if (!headings.length) return [];
  const way = document.querySelector("[data-splits]") ? " Vælg »Del«, når du har gemt, hvis de skal være afsnit for sig." : "";
  return [`Overskrifter er sat med fed.${way}`];
}

// --- words ---

function readStyles(body) {
  for (const bold of all(body, "b, strong")) {
    if (["normal", "400"].includes(style(bold, "font-weight"))) unwrap(bold);
  }
  for (const span of all(body, "span")) {
    if (BOLD.includes(style(span, "font-weight"))) within(span, "strong");
    if (style(span, "font-style") === "italic") within(span, "em");
    const raised = RAISED[style(span, "vertical-align")];
    if (raised) within(span, raised);
  }
}

const isHidden = (element) => style(element, "display") === "none" || style(element, "mso-hide") === "all";

const NOTE = /#(_ftn|_edn)(\d+)$/;

/** A footnote of Word's becomes one of ours, where its words came along. */
function readNotes(body) {
  for (const mark of all(body, "a[href]")) {
    const [, kind, number] = NOTE.exec(mark.getAttribute("href")) ?? [];
    const back = kind && all(body, "a[name]").find(({ name }) => name === kind + number);
    const holder = back?.closest("div[id], p");
    if (!holder || holder.contains(mark)) continue;
    back.remove();
    const note = document.createElement("span");
    note.dataset.footnote = "";
    note.textContent = holder.textContent.replace(/\s+/g, " ").trim();
    holder.remove();
    mark.replaceWith(note);
  }
  for (const rest of all(body, "div[data-style*=footnote-list], div[data-style*=endnote-list]")) {
    if (!rest.textContent.trim()) rest.remove();
  }
}

/** Takes out what was not to be read, and says of what words it was in what it returns. */
function takeOut(body) {
  const told = new Set();
  const drop = (elements, why) => {
    for (const element of elements) {
      if (why && element.textContent.trim()) told.add(why);
      element.remove();
    }
  };
  drop(all(body, "script, style, meta, link, xml, .EOP, br.Apple-interchange-newline"));
  drop(all(body, ":is(ins, del) > .sr-only, .redline-note")); // of the portal's own comparison
  drop(all(body, "del, s, strike"), "Slettet tekst er ikke taget med.");
  drop(all(body, ".MsoCommentReference, .msocomtxt"), "Kommentarer er ikke taget med.");
  drop(all(body, "span, p").filter(isHidden), "Skjult tekst er ikke taget med.");
  for (const picture of all(body, "img")) {
    told.add("Billeder er ikke taget med. Læg dem op hver for sig.");
    picture.remove();
  }
  return [...told];
}

/** What is pasted, tidied, and in sentences what was left out. */
export function tidied(html) {
  const harmless = html
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, "$1data-style$2"));
  const { body } = new DOMParser().parseFromString(harmless, "text/html");
  const told = takeOut(body);
  readStyles(body);
  readNotes(body);
  for (const anchor of all(body, "a")) if (!ADDRESS.test(anchor.getAttribute("href"))) unwrap(anchor);
  makeWordLists(body);
  mendGoogleLists(body);
  joinOnlineLists(body);
  readHeads(body);
  told.push(...readHeadings(body));
  for (const element of all(body, "[data-style]")) delete element.dataset.style;
  return { html: body.innerHTML, told };
}

export const TidyPaste = Extension.create({
  name: "tidyPaste",
  transformPastedHTML(html) {
    const pasted = tidied(html);
    const said = new CustomEvent("prose-editor:said", { bubbles: true, detail: pasted.told.join(" ") });
    queueMicrotask(() => this.editor.view.dom.dispatchEvent(said));
    return pasted.html;
  },
});
