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
