// Gives the rich text field the name, hint and error of the textarea it stands for, and says below it how the keyboard
// is used and what was left out of a paste.

const KEYS =
  "Alt+F10 går til knapperne og Esc tilbage. I en tabel går Tab fra celle til celle og efter den sidste videre på siden.";

const NOT_WHOLE =
  "Editoren er ikke hentet helt, så teksten kan ikke rettes her lige nu. Hent siden igen, før du skriver.";

/** A part that did not load takes its words along at the first key. */
function partsMissing(textarea, editor) {
  const asked = Object.keys(JSON.parse(textarea.dataset.djangoProseEditorConfigurable ?? "{}").extensions ?? {});
  const there = new Set(editor.extensionManager.extensions.map(({ name }) => name.toLowerCase()));
  return asked.filter((name) => name !== "Document" && !there.has(name.toLowerCase()));
}

function note(words, settings) {
  return Object.assign(document.createElement("p"), { className: "form-hint", textContent: words, ...settings });
}

document.addEventListener("prose-editor:ready", (event) => {
  const textarea = event.target.closest(".form-group")?.querySelector("textarea") ?? event.target;
  const frame = textarea.parentElement;
  const editor = frame?.querySelector("[contenteditable='true']");
  const built = event.detail?.editor;
  if (built && partsMissing(textarea, built).length) {
    built.setEditable(false);
    frame.before(note(NOT_WHOLE, { className: "form-error-line", role: "alert" }));
    return;
  }
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  if (!editor || !label) return;
  label.id ||= `${textarea.id}_label`;
  editor.setAttribute("aria-labelledby", label.id);
  const keys = note(KEYS, { id: `${textarea.id}_keys` });
  const said = note("", { role: "status" });
  frame.after(said, keys);
  for (const name of ["aria-invalid", "aria-required"]) {
    if (textarea.hasAttribute(name)) editor.setAttribute(name, textarea.getAttribute(name));
  }
  const described = [textarea.getAttribute("aria-describedby"), keys.id].filter(Boolean);
  editor.setAttribute("aria-describedby", described.join(" "));
  label.addEventListener("click", () => editor.focus());
  editor.addEventListener("prose-editor:said", ({ detail }) => (said.textContent = detail));
});
