// Escape closes the menu of a phone and gives the keyboard back to its button.

const menu = document.querySelector("details.menu");

menu?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
