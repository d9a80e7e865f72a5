// Ticks all boxes of a form, or none: buttons with data-tick, which are hidden where there is no script.

for (const bar of document.querySelectorAll(".ticks")) {
  bar.hidden = false;
  bar.addEventListener("click", ({ target }) => {
    const wanted = target.dataset.tick;
    if (!wanted) return;
    for (const box of bar.closest("form").querySelectorAll("input[type=checkbox]")) box.checked = wanted === "all";
  });
}
