// Asks before the page is left with text that is not saved: forms marked with data-unsaved.

const changed = new Set();

for (const form of document.querySelectorAll("form[data-unsaved]")) {
  for (const kind of ["input", "change"]) form.addEventListener(kind, () => changed.add(form));
  form.addEventListener("submit", () => changed.delete(form));
}

window.addEventListener("beforeunload", (event) => {
  if (changed.size) event.preventDefault();
});
