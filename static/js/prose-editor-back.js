// One text: what the editor shows is what its textarea holds and the form sends. After Back the browser gives the
// textarea its typed words again, often after the editor has read it, and says nothing of it: no input event.

import { createDocument } from "django-prose-editor/editor";

/** Whether the editor shows other words than the server sent with the page. */
const isTyped = (editor, textarea) => {
  const [sent, shown] = [textarea.defaultValue, editor.getHTML()].map((html) => createDocument(html, editor.schema));
  return !sent.eq(shown);
};

document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  let shown = textarea.value;
  editor.on("update", () => (shown = textarea.value));

  function readAgain() {
    if (textarea.value !== shown) {
      shown = textarea.value;
      editor.chain().setMeta("preventAutolink", true).setContent(shown, { emitUpdate: false }).run();
    }
    if (isTyped(editor, textarea)) textarea.dispatchEvent(new CustomEvent("typed-before", { bubbles: true }));
  }

  addEventListener("pageshow", readAgain);
  if (document.readyState === "complete") readAgain();
  textarea.form?.addEventListener("submit", () => (textarea.value = shown));
});
