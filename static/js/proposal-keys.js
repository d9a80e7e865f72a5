// Reads proposals by the keyboard: a key follows the link that has it in data-key. Off while somebody types, and for good
// where somebody has turned it off: the choice is kept in this browser.

const OFF = "samarbejde-keys-off";
const links = [...document.querySelectorAll("a[data-key]")];
const told = document.querySelector(".key-help");

function isOff() {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
}

function turn(off) {
  try {
    localStorage.setItem(OFF, off ? "1" : "0");
  } catch {
    // without storage they stay on
  }
  show();
}

function show() {
  const button = told.querySelector("button");
  told.querySelector("dl").hidden = isOff();
  button.textContent = isOff() ? "Slå tasterne til" : "Slå tasterne fra";
}

function isTyping(target) {
  return target.isContentEditable || Boolean(target.closest("input, textarea, select, dialog[open]"));
}

if (told) {
  for (const term of told.querySelectorAll("[data-for]")) {
    term.parentElement.hidden = !links.some((link) => link.dataset.key === term.dataset.for);
  }
  told.hidden = false;
  told.querySelector("button").addEventListener("click", () => turn(!isOff()));
  show();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isOff() || isTyping(event.target)) return;
    const link = links.find((one) => one.dataset.key === event.key.toLowerCase());
    if (!link) return;
    event.preventDefault();
    link.click();
  });
}
