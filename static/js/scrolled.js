// What scrolls by itself, a wide table's frame or a long list of contents, is a stop of the Tab key only while it does.

const ROUNDING = 1; // pixels

const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const scrolls =
      target.scrollWidth > target.clientWidth + ROUNDING || target.scrollHeight > target.clientHeight + ROUNDING;
    if (scrolls) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const target of document.querySelectorAll(".wide-table, nav.contents")) observer.observe(target);
