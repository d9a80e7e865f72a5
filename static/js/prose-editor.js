// Gives the rich text field the name, hint and error of the textarea it stands for.

document.addEventListener("prose-editor:ready", (event) => {
  const textarea = event.target.closest(".form-group")?.querySelector("textarea") ?? event.target;
  const editor = textarea.parentElement?.querySelector("[contenteditable='true']");
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  if (!editor || !label) return;
  label.id ||= `${textarea.id}_label`;
  editor.setAttribute("aria-labelledby", label.id);
  for (const name of ["aria-describedby", "aria-invalid", "aria-required"]) {
    if (textarea.hasAttribute(name)) editor.setAttribute(name, textarea.getAttribute(name));
  }
  label.addEventListener("click", () => editor.focus());
});
