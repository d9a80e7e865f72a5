// Danish words for the rich text editor. Loaded before it: it asks window.gettext for its dialogs.

const words = {
  "Add column": "Tilføj kolonne",
  "Add row": "Tilføj række",
  Cancel: "Fortryd",
  Columns: "Kolonner",
  "Decimal numbers": "Tal",
  "Delete column": "Slet kolonne",
  "Delete row": "Slet række",
  "Delete table": "Slet tabel",
  "Include header row": "Overskrifter i første række",
  Insert: "Indsæt",
  "Insert Table": "Indsæt tabel",
  "Insert table": "Indsæt tabel",
  "List properties": "Listens tal",
  "List type": "Slags tal",
  "Lowercase Roman numerals": "Små romertal",
  "Lowercase letters": "Små bogstaver",
  "Merge cells": "Flet celler",
  No: "Nej",
  Rows: "Rækker",
  "Split cell": "Del celle",
  "Start at": "Begynd med",
  "Table Properties": "Tabel",
  "Toggle header cell": "Gør til overskrift eller almindelig celle",
  Update: "Gem",
  "Uppercase Roman numerals": "Store romertal",
  "Uppercase letters": "Store bogstaver",
  Yes: "Ja",
  blockquote: "Citat",
  bold: "Fed",
  footnote: "Fodnote",
  "insert link": "Indsæt link",
  italic: "Kursiv",
  "ordered list": "Liste med tal",
  paragraph: "Almindelig tekst",
  picture: "Billede",
  redo: "Gør igen",
  "remove link": "Fjern link",
  subscript: "Sænket skrift",
  superscript: "Hævet skrift",
  undo: "Fortryd",
  "unordered list": "Liste med punkter",
};

window.gettext = (text) => words[text] ?? text;

function name(bar, field) {
  if (!bar) return;
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", field ? `Formatering af ${field}` : "Formatering");
  for (const button of bar.querySelectorAll("button[title]")) {
    button.title = window.gettext(button.title);
    button.setAttribute("aria-label", button.title);
  }
  bar.dispatchEvent(new CustomEvent("prose-editor:menu", { bubbles: true }));
}

// The editor makes its menu when it is created, a moment after it says that it is ready.
document.addEventListener("prose-editor:ready", ({ target, detail: { editor } }) => {
  const field = document.querySelector(`label[for="${target.id}"]`)?.firstChild.textContent.trim();
  const nameItsMenu = () => name(target.closest(".prose-editor")?.querySelector(".prose-menubar"), field);
  if (editor.isInitialized) nameItsMenu();
  else editor.on("create", nameItsMenu);
});

// Its dialogs have a title that is not their name, and are gone with the focus when they are answered. They write the
// values of their choices as words. A table begins with headings unless told otherwise.
function speak(dialog) {
  const title = dialog.querySelector(".prose-editor-dialog-title");
  title.id = `${dialog.querySelector("input, select").id}-title`;
  dialog.setAttribute("aria-labelledby", title.id);
  for (const option of dialog.querySelectorAll("option")) {
    option.value = option.text;
    option.text = window.gettext(option.text);
  }
  const headings = dialog.querySelector("select[name=withHeaderRow]");
  if (headings) headings.value = "Yes";
}

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      const dialog = node.nodeType === Node.ELEMENT_NODE && node.querySelector(".prose-editor-dialog");
      if (dialog) speak(dialog);
    }
  }
}).observe(document.body, { childList: true, subtree: true });
