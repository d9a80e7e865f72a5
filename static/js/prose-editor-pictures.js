// A picture in the text: the portal keeps it, and the text names it and says what it shows. <figure data-picture="its name"
// data-size="800x600" data-alt="what it shows; empty: it is decoration"><figcaption>…</figcaption></figure>
// It is chosen, pasted or dropped, and goes to the address in data-pictures of the form; without one there are none.

import { Node, pm } from "django-prose-editor/editor";

const KINDS = ["image/jpeg", "image/png"];
const LONGEST = 600;
const LARGEST = 15_000_000; // bytes
const LEAD = "JPEG eller PNG. Hvad filen ellers rummer, som hvor og hvornår billedet er taget, kommer ikke med.";
const FIELDS = [
  { name: "alt", label: "Hvad viser billedet?", kind: "textarea", hint: "Læses op for den, der ikke kan se det, og trykkes, hvis det mangler." },
  { name: "isDecoration", label: "Billedet er kun pynt", kind: "tick", hint: "Så siges der intet om det." },
  { name: "caption", label: "Billedtekst", hint: "Står under billedet efter dets nummer. Kan undværes." },
];
const FILE = { name: "file", label: "Billede", kind: "file", accept: KINDS.join() };

const ask = (question) =>
  new Promise((answer) => document.dispatchEvent(new CustomEvent("prose-editor:ask", { detail: { ...question, answer } })));
const addressOf = (view) => view?.dom.closest("form")?.dataset.pictures ?? "";

function refusal({ alt, isDecoration, caption }) {
  if (isDecoration && alt) return { alt: "Pynt har ingen ord. Slet dem, eller fjern fluebenet." };
  if (isDecoration && caption) return { caption: "Pynt har ingen billedtekst. Slet den, eller fjern fluebenet." };
  if (!isDecoration && !alt) return { alt: "Skriv, hvad billedet viser, eller sig, at det kun er pynt." };
  for (const [name, words] of Object.entries({ alt, caption })) {
    if (words.length > LONGEST) return { [name]: `Skriv kortere: højst ${LONGEST} tegn.` };
  }
  return {};
}

async function send(view, file) {
  const body = new FormData();
  body.set("file", file);
  body.set("csrfmiddlewaretoken", view.dom.closest("form").elements.csrfmiddlewaretoken.value);
  const answer = await fetch(addressOf(view), { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer) return { text: "Billedet blev ikke sendt: der er ingen forbindelse. Prøv igen." };
  if (answer.status === 413) return { text: "Billedet fylder for meget. Gem det mindre, og prøv igen." };
  return answer.json().catch(() => ({ text: "Billedet blev ikke sendt. Er du logget ud, så log ind i et andet vindue." }));
}

/** Puts a picture beside the paragraph at this place, never through it. */
function put(view, position, attributes) {
  const { tr, doc, schema } = view.state;
  const picture = schema.nodes.planPicture.create(attributes);
  const place = doc.resolve(Math.min(position, doc.content.size));
  const at = pm.transform.insertPoint(doc, place.pos, picture.type) ?? (place.depth ? place.after() : place.pos);
  view.dispatch(tr.insert(at, picture).scrollIntoView());
  view.focus();
}

async function add(view, given) {
  const position = view.state.selection.to;
  let kept = null;
  async function refuse(typed) {
    const file = given ?? typed.file;
    const where = given ? "alt" : "file";
    if (!file) return { file: "Vælg et billede." };
    if (!KINDS.includes(file.type)) return { [where]: "Filen er ikke JPEG eller PNG. Gem billedet som en af dem." };
    if (file.size > LARGEST) return { [where]: `Billedet fylder mere end ${LARGEST / 1_000_000} MB. Gem det mindre.` };
    const wrong = refusal(typed);
    if (Object.keys(wrong).length) return wrong;
    kept = await send(view, file);
    return kept.picture ? {} : { [where]: kept.text };
  }
  const lead = given ? `${given.name || "Billedet"}. ${LEAD}` : LEAD;
  const answer = await ask({ view, title: "Billede", lead, fields: given ? FIELDS : [FILE, ...FIELDS], refuse });
  if (answer) put(view, position, { picture: kept.picture, size: kept.size, alt: answer.alt, caption: answer.caption });
}

async function change(view, position) {
  const { attrs } = view.state.doc.nodeAt(position);
  const values = { ...attrs, isDecoration: !attrs.alt && !attrs.caption };
  const answer = await ask({ view, title: "Billede", fields: FIELDS, values, yes: "Gem", refuse: refusal });
  if (answer && view.state.doc.nodeAt(position)?.type.name === "planPicture") {
    view.dispatch(view.state.tr.setNodeMarkup(position, null, { ...attrs, alt: answer.alt, caption: answer.caption }));
  }
  view.focus();
}

const isChosen = ({ state: { selection } }) => selection instanceof pm.state.NodeSelection && selection.node.type.name === "planPicture";
const filesIn = (data) => [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));

/** Word puts a picture of copied text on the clipboard too: words win. */
function take(view, data) {
  const [file] = filesIn(data);
  if (!file || data.getData("text/plain").trim() || data.getData("text/html").replace(/<[^>]*>/g, "").trim()) return false;
  if (addressOf(view)) add(view, file);
  else view.dom.dispatchEvent(new CustomEvent("prose-editor:said", { bubbles: true, detail: "Her kan teksten ikke have billeder." }));
  return true;
}

const taking = () =>
  new pm.state.Plugin({
    props: {
      handlePaste: (view, { clipboardData }) => take(view, clipboardData),
      handleDrop: (view, { dataTransfer }) => take(view, dataTransfer),
    },
  });

function shown(attributes, view) {
  const figure = document.createElement("figure");
  const { picture, size, alt, caption } = attributes;
  const [width, height] = size.split("x");
  const address = addressOf(view);
  if (address) figure.append(Object.assign(document.createElement("img"), { src: `${address}${picture}/`, alt, width, height }));
  const words = [caption, alt ? `Viser: ${alt}` : "Pynt"].filter(Boolean).join(" · ");
  figure.append(Object.assign(document.createElement("figcaption"), { textContent: words }));
  return figure.childNodes;
}

export const PlanPicture = Node.create({
  name: "planPicture",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    picture: { default: "", parseHTML: (dom) => dom.dataset.picture, rendered: false },
    size: { default: "", parseHTML: (dom) => dom.dataset.size, rendered: false },
    alt: { default: "", parseHTML: (dom) => dom.dataset.alt, rendered: false },
    caption: { default: "", parseHTML: (dom) => dom.querySelector("figcaption")?.textContent.trim() ?? "", rendered: false },
  }),
  parseHTML: () => [{ tag: "figure[data-picture]", priority: 60 }],
  renderHTML({ node: { attrs } }) {
    const said = { "data-picture": attrs.picture, "data-size": attrs.size, "data-alt": attrs.alt };
    return attrs.caption ? ["figure", said, ["figcaption", attrs.caption]] : ["figure", said];
  },
  renderText: ({ node }) => node.attrs.caption || node.attrs.alt,
  addNodeView() {
    return ({ node, getPos, view, editor }) => {
      const dom = document.createElement("figure");
      dom.className = "plan-picture";
      const show = ({ attrs }) => dom.replaceChildren(...shown(attrs, view ?? editor.view));
      // The editor is put in its form a moment after its text is drawn.
      queueMicrotask(() => show(node));
      dom.addEventListener("dblclick", () => change(view ?? editor.view, getPos()));
      return { dom, ignoreMutation: () => true, update: (next) => next.type === node.type && (show(next), true) };
    };
  },
  addProseMirrorPlugins: () => [taking()],
  addKeyboardShortcuts: () => ({
    Enter({ editor }) {
      if (!isChosen(editor)) return false;
      change(editor.view, editor.state.selection.from);
      return true;
    },
  }),
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "planPicture",
      groups: "table",
      priority: 200,
      button: buttons.material("image", "picture"),
      hidden: ({ view }) => !addressOf(view),
      active: isChosen,
      command: (editor) => (isChosen(editor) ? change(editor.view, editor.state.selection.from) : add(editor.view)),
    });
  },
});
