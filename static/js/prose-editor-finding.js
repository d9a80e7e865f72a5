// Find in the section: in all its texts at once, also across bold and links. The places are decorations of the editor,
// so that nothing of them is ever saved. The bar is [data-find]; the button [data-find-opens] opens it.

import { pm } from "django-prose-editor/editor";

const { Plugin, PluginKey, TextSelection } = pm.state;
const { Decoration, DecorationSet } = pm.view;
const key = new PluginKey("finding");
const BETWEEN = "\n"; // blocks
const THING = "\ufffc"; // no word but something else

/** The words of a text in small letters, and where each piece of them stands: [place among them, place in the text]. */
function flat(doc) {
  let text = "";
  const pieces = [];
  doc.descendants((node, position) => {
    if (node.isText || (node.isLeaf && node.isInline)) {
      pieces.push([text.length, position]);
      text += node.isText ? node.text.replaceAll("\u00a0", " ") : THING;
    } else if (node.isBlock && text && !text.endsWith(BETWEEN)) {
      text += BETWEEN;
    }
  });
  const lower = text.toLowerCase();
  return { text: lower.length === text.length ? lower : text, pieces }; // İ grows when it is made small
}

function hits(doc, words) {
  if (!words) return [];
  const { text, pieces } = flat(doc);
  const sought = words.toLowerCase();
  const found = [];
  let piece = 0;
  const at = (place) => {
    while (piece + 1 < pieces.length && pieces[piece + 1][0] <= place) piece += 1;
    return pieces[piece][1] + place - pieces[piece][0];
  };
  for (let place = text.indexOf(sought); place >= 0; place = text.indexOf(sought, place + sought.length)) {
    found.push([at(place), at(place + sought.length - 1) + 1]);
  }
  return found;
}

const plugin = () =>
  new Plugin({
    key,
    state: {
      init: () => ({ words: "", now: -1, hits: [] }),
      apply(transaction, before) {
        const given = transaction.getMeta(key);
        if (!given && !(transaction.docChanged && before.words)) return before;
        const { words, now } = { ...before, ...given };
        const isSame = words === before.words && !transaction.docChanged;
        return { words, now, hits: isSame ? before.hits : hits(transaction.doc, words) };
      },
    },
    props: {
      decorations(state) {
        const { hits: found, now } = key.getState(state);
        const mark = ([from, to], n) => Decoration.inline(from, to, { class: n === now ? "found is-here" : "found" });
        return DecorationSet.create(state.doc, found.map(mark));
      },
    },
  });

const editors = [];

function work(bar, opener) {
  const [field, count] = [bar.querySelector("input"), bar.querySelector("output")];
  let here = -1;

  const found = () => editors.flatMap((editor) => key.getState(editor.state).hits.map((hit, n) => ({ editor, hit, n })));

  function tell() {
    const places = found().length;
    const words = here < 0 ? `${places} ${places === 1 ? "sted" : "steder"}` : `${here + 1} af ${places}`;
    count.textContent = field.value.trim() ? (places ? words : "Ingen steder") : "";
  }

  function seek(words) {
    here = -1;
    for (const { view } of editors) view.dispatch(view.state.tr.setMeta(key, { words, now: -1 }));
    tell();
  }

  function step(by) {
    const places = found();
    if (!places.length) return;
    here = here < 0 && by < 0 ? places.length - 1 : (here + by + places.length) % places.length;
    const { editor, hit, n } = places[here];
    const around = editor.view.dom.closest("details");
    if (around) around.open = true;
    for (const other of editors) if (other !== editor) other.view.dispatch(other.state.tr.setMeta(key, { now: -1 }));
    const selection = TextSelection.create(editor.state.doc, ...hit);
    editor.view.dispatch(editor.state.tr.setMeta(key, { now: n }).setSelection(selection));
    editor.view.dom.querySelector(".found.is-here")?.scrollIntoView({ block: "center" });
    tell();
  }

  function open(isOpen) {
    bar.hidden = !isOpen;
    opener.setAttribute("aria-expanded", isOpen);
    seek(isOpen ? field.value.trim() : "");
    if (isOpen) field.select();
    else opener.focus();
  }

  opener.closest("[hidden]").hidden = false;
  opener.addEventListener("click", () => open(bar.hidden));
  bar.querySelector("[data-find-closes]").addEventListener("click", () => open(false));
  for (const button of bar.querySelectorAll("[data-find-step]")) {
    button.addEventListener("click", () => step(Number(button.dataset.findStep)));
  }
  field.addEventListener("input", (event) => {
    event.stopPropagation(); // nothing of it is the section's text
    seek(field.value.trim());
  });
  field.addEventListener("change", (event) => event.stopPropagation());
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false);
    if (event.key !== "Enter" || event.target !== field) return;
    event.preventDefault(); // else it sends the form
    step(event.shiftKey ? -1 : 1);
  });
  return () => {
    const places = found().length;
    if (here >= places) here = places - 1;
    tell();
  };
}

document.addEventListener("prose-editor:ready", ({ detail: { editor } }) => {
  const bar = document.querySelector("[data-find]");
  if (!bar) return;
  editor.registerPlugin(plugin());
  editors.push(editor);
  editors.sort((one, other) => (one.view.dom.compareDocumentPosition(other.view.dom) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  if (editors.length === 1) {
    const again = work(bar, document.querySelector("[data-find-opens]"));
    document.addEventListener("input", again);
  }
});
