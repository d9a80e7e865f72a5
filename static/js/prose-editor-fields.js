// A fact of the register in the text, shown as what it stands for and put in from a menu. It is stored as the words
// {planens år}, so a text is whole where this file is not. The page lists what there is: [data-field], [data-group].

import { Node, pm } from "django-prose-editor/editor";

const FIELD = /\{\{([^{}\n]{1,250})\}\}|\{([^{}\n]{1,250})\}/g;

const written = (name) => `{${name}}`;
const folded = (name) => name.replace(/\s+/g, " ").trim().toLowerCase();

const offered = () => [...document.querySelectorAll("[data-field]")].map(({ dataset, textContent }) => ({ ...dataset, shows: textContent.trim() }));

/** The change that makes fields of the words that name one; null where there are none. */
function recognised(state, type, known) {
  const found = [];
  state.doc.descendants((node, position) => {
    if (!node.isText || !node.text.includes("{")) return;
    for (const match of node.text.matchAll(FIELD)) {
      const name = match[1] ?? match[2];
      if (known.has(folded(name))) found.push([position + match.index, match[0].length, name, node.marks]);
    }
  });
  if (!found.length) return null;
  const change = state.tr;
  for (const [from, length, name, marks] of found.reverse()) {
    change.replaceWith(from, from + length, type.create({ name: name.trim() }, null, marks));
  }
  return change;
}

function option({ field, shows }) {
  return Object.assign(document.createElement("option"), { value: field, textContent: `${field}: ${shows}` });
}

/** The field that somebody chooses in a dialog; "" when they think better of it. */
function ask() {
  const dialog = document.createElement("dialog");
  dialog.className = "field-choice";
  dialog.setAttribute("aria-labelledby", "field-choice");
  dialog.innerHTML = `<form method="dialog"><h2 id="field-choice">Indsæt felt fra registret</h2>
    <label class="form-label" for="chosen-field">Felt</label><select class="form-select" id="chosen-field"></select>
    <p class="form-hint">Feltet bliver i planen til det, registret siger, når planen vises. Det offentliggjorte ændrer sig ikke.</p>
    <div class="action-row"><button class="button button-primary" value="yes">Indsæt</button>
    <button class="button button-secondary" value="" formnovalidate>Fortryd</button></div></form>`;
  const select = dialog.querySelector("select");
  const groups = new Map();
  for (const each of offered()) groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
  for (const [label, fields] of groups) {
    const group = Object.assign(document.createElement("optgroup"), { label });
    group.append(...fields.map(option));
    select.append(group);
  }
  document.body.append(dialog);
  dialog.showModal();
  select.focus();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue ? select.value : "");
    });
  });
}

export const RegisterField = Node.create({
  name: "registerField",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ name: { default: "", rendered: false } }),
  addStorage: () => ({ known: new Map() }),
  renderHTML: ({ node }) => ["span", written(node.attrs.name)],
  renderText: ({ node }) => written(node.attrs.name),
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement("span");
      dom.className = "register-field";
      dom.textContent = this.storage.known.get(folded(node.attrs.name)) ?? written(node.attrs.name);
      dom.title = `Felt: ${node.attrs.name}`;
      dom.setAttribute("role", "img");
      dom.setAttribute("aria-label", `${dom.textContent} (felt: ${node.attrs.name})`);
      return { dom };
    };
  },
  onBeforeCreate() {
    for (const { field, shows } of offered()) this.storage.known.set(folded(field), shows);
  },
  onCreate() {
    const change = recognised(this.editor.state, this.type, this.storage.known);
    if (change) this.editor.view.dispatch(change.setMeta("addToHistory", false).setMeta("preventUpdate", true));
  },
  addProseMirrorPlugins() {
    return [
      new pm.state.Plugin({
        appendTransaction: (changes, _, state) => {
          if (!changes.some(({ docChanged }) => docChanged)) return null;
          const change = recognised(state, this.type, this.storage.known);
          if (change && changes.some((one) => one.getMeta("preventUpdate"))) change.setMeta("preventUpdate", true);
          return change;
        },
      }),
    ];
  },
  addCommands() {
    return {
      insertRegisterField:
        (name) =>
        ({ commands }) =>
          commands.insertContent({ type: this.name, attrs: { name } }),
    };
  },
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "registerField",
      groups: "utility",
      button: buttons.material("data_object", "Indsæt felt"),
      hidden: () => !this.storage.known.size,
      enabled: (editor) => editor.can().insertRegisterField("x"),
      async command(editor) {
        const name = await ask();
        if (name) editor.chain().focus().insertRegisterField(name).run();
        else editor.commands.focus();
      },
    });
  },
});
