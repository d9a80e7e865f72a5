// The editor's buttons as one stop of the Tab key; the arrow keys, Home and End go between them, as in the
// toolbar of the ARIA Authoring Practices. What a button's colour tells is told to screen readers as well.
// In lists and tables Tab and Shift+Tab are the text's own: Alt+F10 leads out of it, and Escape back.

const TOGGLES = new Set(["bold", "italic", "superscript", "subscript", "blockquote", "orderedList"]);

function work(bar) {
  const buttons = [...bar.querySelectorAll("button")];
  const text = bar.parentElement.querySelector("[contenteditable]");
  const shown = () => buttons.filter((button) => !button.classList.contains("hidden"));

  function stopAt(stop) {
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  }

  function tell() {
    for (const button of buttons) {
      const { classList, dataset } = button;
      button.setAttribute("aria-disabled", classList.contains("disabled"));
      if (TOGGLES.has(dataset.name)) button.setAttribute("aria-pressed", classList.contains("active"));
    }
    if (!shown().some((button) => button.tabIndex === 0)) stopAt(shown()[0]);
  }

  text.addEventListener("keydown", (event) => {
    if (!event.altKey || event.key !== "F10") return;
    event.preventDefault();
    shown().find((button) => button.tabIndex === 0).focus();
  });
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Escape") text.focus();
    const row = shown();
    const here = row.indexOf(event.target);
    const places = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: -1 };
    if (here < 0 || !(event.key in places) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    row.at(places[event.key] % row.length).focus();
  });
  bar.addEventListener("focusin", ({ target }) => stopAt(target));
  new MutationObserver(tell).observe(bar, { subtree: true, attributeFilter: ["class"] });
  bar.setAttribute("aria-keyshortcuts", "Alt+F10");
  stopAt(shown()[0]);
  tell();
}

document.addEventListener("prose-editor:menu", ({ target }) => work(target));
