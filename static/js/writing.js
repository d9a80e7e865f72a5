// The bar of a section that is written: Ctrl+S saves, wherever the keyboard is; the bar's height is known to what sticks
// below it.

const form = document.querySelector("form.writing");
const bar = form?.querySelector(".writing-bar");

function save(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  const isTaken = !form.dispatchEvent(new CustomEvent("save-now", { cancelable: true }));
  if (!isTaken) form.requestSubmit(bar.querySelector("[type=submit]"));
}

if (bar) {
  document.addEventListener("keydown", save);
  const root = document.documentElement;
  new ResizeObserver(() => root.style.setProperty("--writing-bar", `${bar.offsetHeight}px`)).observe(bar);
}
