// A footnote: <span data-footnote>its words</span>, shown as a number that counts within the text; the plan's own numbers
// are the portal's. Enter, a click on the button or a double click opens its words.

import { Node, pm } from "django-prose-editor/editor";

const LONGEST = 2000;
const LEAD = "Noten får sit nummer af sig selv, og dens tekst står under afsnittet, på nettet og i PDF'en.";
const HINT = "Adresser, der begynder med https://, bliver til links.";

const ask = (question) =>
  new Promise((answer) => document.dispatchEvent(new CustomEvent("prose-editor:ask", { detail: { ...question, answer } })));

function refuse({ text }) {
  if (text.length > LONGEST) return { text: `Noten kan højst have ${LONGEST.toLocaleString("da-DK")} tegn.` };
  return text ? {} : { text: "Skriv notens tekst." };
}

async function words(view, text) {
  const fields = [{ name: "text", label: "Notens tekst", kind: "textarea", hint: HINT }];
  const given = await ask({ view, title: "Fodnote", lead: LEAD, fields, values: { text }, yes: text ? "Gem" : "Indsæt", refuse });
  return given?.text.replace(/\s+/g, " ");
}

async function change(view, position) {
  const text = await words(view, view.state.doc.nodeAt(position).attrs.text);
  // The text may have moved while the dialog was open: look again.
  if (text && view.state.doc.nodeAt(position)?.type.name === "footnote") {
    view.dispatch(view.state.tr.setNodeAttribute(position, "text", text));
  }
  view.focus();
}

const isChosen = ({ state: { selection } }) => selection instanceof pm.state.NodeSelection && selection.node.type.name === "footnote";

export const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ text: { default: "", parseHTML: (dom) => dom.textContent.trim(), rendered: false } }),
  parseHTML: () => [{ tag: "span[data-footnote]", priority: 60 }],
  renderHTML: ({ node }) => ["span", { "data-footnote": "" }, node.attrs.text],
  renderText: ({ node }) => ` [${node.attrs.text}] `,
  addNodeView() {
    return ({ node, getPos, view }) => {
      const dom = document.createElement("span");
      dom.className = "footnote";
      dom.setAttribute("role", "img");
      const show = ({ attrs: { text } }) => {
        dom.title = text;
        dom.setAttribute("aria-label", `Fodnote: ${text}`);
      };
      show(node);
      dom.addEventListener("dblclick", () => change(view, getPos()));
      return { dom, update: (next) => next.type === node.type && (show(next), true) };
    };
  },
  addKeyboardShortcuts: () => ({
    Enter({ editor }) {
      if (!isChosen(editor)) return false;
      change(editor.view, editor.state.selection.from);
      return true;
    },
  }),
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "footnote",
      groups: "link",
      priority: 50,
      button: buttons.material("edit_note", "footnote"),
      active: isChosen,
      async command(editor) {
        if (isChosen(editor)) return change(editor.view, editor.state.selection.from);
        const end = editor.state.selection.to;
        const text = await words(editor.view, "");
        if (text) editor.chain().focus().insertContentAt(end, { type: "footnote", attrs: { text } }).run();
      },
    });
  },
});
