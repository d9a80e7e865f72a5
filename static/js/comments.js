// Comments beside a text: the quoted words are marked in it, words that are selected can be commented, and what is sent
// is put in place without leaving the page, so that nobody loses what they are writing. Nothing is written into the text.

const AROUND = 32; // characters kept of what stands before and after
const PAUSE = 400; // milliseconds after the last key
const BLOCKS = "p, li, td, th, blockquote, table, ul, ol, tr, br, h2, h3, h4, h5, h6";
const panel = () => document.querySelector("[data-comments]");
const texts = () => [...document.querySelectorAll("[data-commented], .ProseMirror, .drafted > .plan-section")];
const NOT_READ = ".note-mark, .footnote, .sr-only";

// The words of a text with single spaces, and the place of each character -----------------------------------------------

function read(root) {
  const isRead = (node) => (node.matches?.(NOT_READ) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, isRead);
  const places = [];
  let text = "";
  const add = (sign, node, offset) => {
    const blank = /\s/.test(sign);
    if (blank && (!text || text.endsWith(" "))) return;
    text += blank ? " " : sign;
    places.push([node, offset]);
  };
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      for (let offset = 0; offset < node.data.length; offset += 1) add(node.data[offset], node, offset);
    } else if (node.matches(BLOCKS)) add(" ", node, 0);
  }
  return { text, places };
}

function alike(first, second) {
  let same = 0;
  while (same < Math.min(first.length, second.length) && first[same] === second[same]) same += 1;
  return same;
}

const backwards = (text) => [...text.trimEnd()].reverse().join("");

function find({ text, places }, { exact, before, after }) {
  let best = null;
  for (let at = exact ? text.indexOf(exact) : -1; at >= 0; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    const score =
      alike(backwards(text.slice(Math.max(0, at - AROUND), at)), backwards(before)) +
      alike(text.slice(end, end + AROUND).trimStart(), after.trimStart());
    if (!best || score > best.score) best = { at, end, score };
  }
  if (!best) return null;
  const range = new Range();
  range.setStart(...places[best.at]);
  const [node, offset] = places[best.end - 1];
  range.setEnd(node, offset + 1);
  return range;
}

// Marks -----------------------------------------------------------------------------------------------------------------

const quoted = () => [...(panel()?.querySelectorAll("[data-comment]") ?? [])].filter(({ dataset }) => dataset.exact);
let ranges = new Map(); // by the comment's element

function mark() {
  if (!globalThis.CSS?.highlights) return;
  const words = quoted().length ? texts().map(read) : [];
  ranges = new Map();
  for (const comment of quoted()) {
    if (comment.closest("details.folded")) continue;
    const range = words.map((one) => find(one, comment.dataset)).find(Boolean);
    if (range) ranges.set(comment, range);
  }
  CSS.highlights.set("commented", new Highlight(...ranges.values()));
}

function pointAt(comment) {
  for (const one of document.querySelectorAll(".is-pointed-at")) one.classList.remove("is-pointed-at");
  comment?.classList.add("is-pointed-at");
  const range = ranges.get(comment);
  if (range) globalThis.CSS?.highlights?.set("comment-pointed-at", new Highlight(range));
  else globalThis.CSS?.highlights?.delete("comment-pointed-at");
}

function commentAt(event) {
  const place = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  if (!place) return null;
  return [...ranges].find(([, range]) => range.isPointInRange(place.offsetNode, place.offset))?.[0] ?? null;
}

document.addEventListener("click", (event) => {
  const comment = event.target.closest?.("[data-comment]");
  if (comment) pointAt(comment);
  else if (texts().some((text) => text.contains(event.target))) {
    const here = commentAt(event);
    pointAt(here);
    here?.scrollIntoView({ block: "nearest" });
  }
});

let timer = 0;
document.addEventListener("input", ({ target }) => {
  if (!texts().some((text) => text.contains(target))) return;
  clearTimeout(timer);
  timer = setTimeout(mark, PAUSE);
});
document.addEventListener("prose-editor:ready", () => setTimeout(mark));

// »Kommentér« at what is selected -----------------------------------------------------------------------------------------

const button = Object.assign(document.createElement("button"), {
  type: "button",
  className: "button button-primary comment-here",
  textContent: "Kommentér",
  hidden: true,
});
button.setAttribute("aria-keyshortcuts", "Control+Alt+M");
document.body.append(button);

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const root = texts().find((text) => text.contains(range.commonAncestorContainer));
  const place = root && (panel()?.querySelector("[data-new-comment]") ?? pageOf(root));
  if (!place) return null;
  const words = read(root);
  const { text } = words;
  const [start, end] = bounds(words, range);
  const exact = text.slice(start, end).trim();
  if (!exact) return null;
  const at = start + text.slice(start, end).indexOf(exact);
  return {
    place,
    exact,
    before: text.slice(Math.max(0, at - AROUND), at),
    after: text.slice(at + exact.length, at + exact.length + AROUND),
    box: range.getBoundingClientRect(),
  };
}

/** In a whole plan each section has a page for its comments: the link to it. */
const pageOf = (root) => root.nextElementSibling?.querySelector("[data-comments-page]");

/** From the first character that the selection holds to behind its last. */
function bounds({ places }, range) {
  const held = places.map(([node, offset]) => range.isPointInRange(node, offset));
  const start = held.indexOf(true);
  if (start < 0) return [0, 0];
  const last = held.lastIndexOf(true);
  const [node, offset] = places[last];
  const isBehind = node === range.endContainer && offset === range.endOffset;
  return [start, isBehind ? last : last + 1];
}

function offer() {
  const here = selected();
  button.hidden = !here;
  if (!here) return;
  const width = document.documentElement.clientWidth;
  button.style.top = `${scrollY + here.box.bottom + 8}px`;
  button.style.left = `${scrollX + Math.min(Math.max(8, here.box.left), width - button.offsetWidth - 8)}px`;
}

function begin({ place, ...here }) {
  if (place.href) {
    const { exact, before, after } = here;
    location.assign(`${place.href}?${new URLSearchParams({ exact, before, after })}#id_comment_text`);
    return;
  }
  place.open = true;
  for (const name of ["exact", "before", "after"]) place.querySelector(`[name="${name}"]`).value = here[name];
  button.hidden = true;
  place.querySelector('textarea[name="text"]').focus();
}

document.addEventListener("selectionchange", offer);
button.addEventListener("pointerdown", (event) => event.preventDefault()); // what is selected stays so
button.addEventListener("click", () => {
  const here = selected();
  if (here) begin(here);
});
document.addEventListener(
  "keydown",
  (event) => {
    if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== "KeyM") return;
    const here = selected();
    if (!here) return;
    event.preventDefault();
    begin(here);
  },
  true,
);

// Sent, and put in place --------------------------------------------------------------------------------------------------

async function send(form, submitter) {
  const fields = new FormData(form, submitter);
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: fields });
  } catch {
    panel().querySelector("[data-not-sent]").hidden = false;
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-comments]");
  if (!fresh) return resend(form, submitter);
  panel().replaceWith(document.adoptNode(fresh));
  panel().dispatchEvent(new CustomEvent("forms-placed", { bubbles: true }));
  mark();
  (panel().querySelector("#sagt") ?? panel().querySelector('[aria-invalid="true"]'))?.focus();
}

/** The login has ended, or the comment is gone: the page that says so comes in place of this one. */
function resend(form, submitter) {
  form.dataset.leads = "yes";
  form.requestSubmit(submitter);
}

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!panel()?.contains(form) || form.dataset.leads) return;
    event.preventDefault();
    if (form.dataset.sending) return;
    form.dataset.sending = "yes";
    send(form, event.submitter).finally(() => delete form.dataset.sending);
  },
  true,
);

mark();
