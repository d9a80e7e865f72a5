// The editor's own link with a dialog that says what a link may lead to, and why an address will not do. Without the
// base's paste rule: it gives a pasted link whose words look like an address a new one, so that »politi.dk« that leads to
// https://www.politi.dk/ came to lead to http://politi.dk.

import { Link as Base } from "django-prose-editor/editor";

const LEAD = "Et link kan føre til en side på nettet, en mailadresse eller et telefonnummer.";
const HINT = "For eksempel www.politi.dk, kreds@politi.dk eller 114. Til et afsnit i planen: brug »Indsæt felt«, så følger nummeret med.";
const TITLE = "Vises, når man peger på linket. Kan undværes.";

const WEB = /^https?:\/\/[^\s/.]+(\.[^\s/.]+)+(\/\S*|\?\S*)?$/i;
const BARE_WEB = /^[\p{L}\d-]+(\.[\p{L}\d-]+)*\.\p{L}{2,}(:\d+)?([/?#]\S*)?$/u;
const MAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;
const NUMBER = /^\+?[\d\s]{3,20}$/;

/** The whole address of what was typed, or why it is none: [address, reason]. */
export function addressOf(typed) {
  const text = typed.trim();
  const mail = text.replace(/^mailto:/i, "");
  const number = text.replace(/^tel:/i, "");
  if (!text) return ["", "Skriv den adresse, som linket skal føre til."];
  if (/^(#|\/|\.|afsnit\b)/i.test(text)) {
    return ["", "Adressen er et sted på en side, og den findes ikke i den færdige plan. Henvis til et afsnit med »Indsæt felt«: så følger nummeret med."];
  }
  if (MAIL.test(mail.split("?")[0])) return [`mailto:${mail}`, ""];
  if (NUMBER.test(number)) return [`tel:${number.replace(/\s/g, "")}`, ""];
  if (/^https?:/i.test(text) && WEB.test(text.replace(/:\d+(?=[/?]|$)/, ""))) return [text, ""];
  if (/\s/.test(text)) return ["", "Adressen har et mellemrum. Kopiér den fra browserens adresselinje."];
  if (/@/.test(text) && !/^https?:/i.test(text)) return ["", "Mailadressen er ikke hel. Den skal ligne navn@politi.dk."];
  if (BARE_WEB.test(text)) return [`https://${text}`, ""];
  const [, scheme] = /^([a-z][a-z\d+.-]*):(?!\d)/i.exec(text) ?? [];
  if (scheme && !/^https?$/i.test(scheme)) {
    return ["", `Et link kan ikke begynde med »${scheme}:«. Det kan føre til en side på nettet (https://), en mailadresse eller et telefonnummer.`];
  }
  return ["", "Adressen er ikke hel. En side på nettet skal ligne https://www.politi.dk."];
}

const ask = (question) =>
  new Promise((answer) => document.dispatchEvent(new CustomEvent("prose-editor:ask", { detail: { ...question, answer } })));

async function edit(editor) {
  const isLink = editor.isActive("link");
  const { href = "", title = "" } = isLink ? editor.getAttributes("link") : {};
  const isNew = editor.state.selection.empty && !isLink;
  const words = { name: "words", label: "Ord", hint: "Det, man læser og trykker på." };
  const given = await ask({
    view: editor.view,
    title: "Link",
    lead: LEAD,
    fields: [
      ...(isNew ? [words] : []),
      { name: "href", label: "Adresse", hint: HINT },
      { name: "title", label: "Forklaring", hint: TITLE },
    ],
    values: { href: href.replace(/^(mailto|tel):/, ""), title },
    yes: isLink ? "Gem" : "Indsæt",
    refuse: (typed) => ({
      ...(isNew && !typed.words ? { words: "Skriv de ord, som skal være et link." } : {}),
      ...(addressOf(typed.href)[1] ? { href: addressOf(typed.href)[1] } : {}),
    }),
  });
  if (!given) return;
  const attributes = { href: addressOf(given.href)[0], title: given.title || null };
  const chain = editor.chain().focus().setMeta("preventAutolink", true);
  if (isNew) chain.insertContent({ type: "text", text: given.words, marks: [{ type: "link", attrs: attributes }] }).unsetMark("link").run();
  else if (isLink) chain.extendMarkRange("link").updateAttributes("link", attributes).run();
  else chain.setMark("link", attributes).run();
}

export const Link = Base.extend({
  addPasteRules: () => [],
  addMenuItems({ menu, buttons }) {
    this.parent?.({ menu, buttons });
    menu.defineItem({
      name: "link",
      groups: "link",
      command: edit,
      active: (editor) => editor.isActive("link"),
      button: buttons.material("insert_link", "insert link"),
    });
  },
  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) =>
          Boolean(edit(editor)),
    };
  },
});
