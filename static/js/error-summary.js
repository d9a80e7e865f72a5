// Moves the keyboard to the error summary, and from its links to the field, label in view.

const summary = document.querySelector("[data-error-summary]");

summary?.focus();
summary?.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  const group = field.closest(".form-group");
  (group ?? field).scrollIntoView();
  const editor = group?.querySelector("[contenteditable='true']");
  (editor ?? field).focus({ preventScroll: true });
});
