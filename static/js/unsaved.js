// Asks before the page is left with text that is not saved: forms marked with data-unsaved.
// After Back the browser fills in the words that were typed before. The version of the text that they were written
// on comes back with them, so that nobody's newer text is overwritten unseen.

const changed = new Set();

const isTyped = ({ type, value, defaultValue }) => ["text", "textarea"].includes(type) && value !== defaultValue;
const plainFields = (form) => [...form.elements].filter((field) => !("djangoProseEditorConfigurable" in field.dataset));

function watch(form) {
  const basis = ["version", "seen"].map((name) => form.elements[name]).filter(Boolean);

  function remember() {
    const typedOn = Object.fromEntries(basis.map(({ name, value }) => [name, value]));
    history.replaceState({ ...history.state, typedOn }, "");
  }

  function change() {
    changed.add(form);
    remember();
  }

  function savedItself() {
    changed.delete(form);
    remember();
  }

  function fillIn() {
    changed.add(form);
    for (const field of basis) field.value = history.state?.typedOn?.[field.name] ?? field.value;
  }

  for (const kind of ["input", "change"]) form.addEventListener(kind, change);
  form.addEventListener("submit", () => changed.delete(form));
  form.addEventListener("saved-itself", savedItself);
  form.addEventListener("typed-before", fillIn);
  addEventListener("pageshow", () => plainFields(form).some(isTyped) && fillIn());
}

for (const form of document.querySelectorAll("form[data-unsaved]")) watch(form);

window.addEventListener("beforeunload", (event) => {
  if (changed.size) event.preventDefault();
});
