// Django's search-as-you-type lists have no name for screen readers: give them the one of their field.

function nameLists() {
  for (const list of document.querySelectorAll(".select2-selection:not([aria-label])")) {
    const select = list.closest(".select2").previousElementSibling;
    const label = document.querySelector(`label[for="${select?.id}"]`);
    if (label) {
      const words = label.textContent.trim().replace(/:$/, "");
      list.setAttribute("aria-label", words);
      list.querySelector(".select2-selection__rendered").setAttribute("aria-label", words);
    }
  }
}

nameLists();
new MutationObserver(nameLists).observe(document.body, { childList: true, subtree: true });

// On a phone a list's row is a card: each cell then says which column it is of.
const columns = [...document.querySelectorAll("#result_list thead th")].map((head) => head.querySelector(".text")?.textContent.trim());
for (const row of document.querySelectorAll("#result_list tbody tr")) {
  [...row.cells].forEach((cell, place) => {
    if (cell.tagName === "TD" && columns[place]) cell.dataset.title = columns[place];
  });
}
