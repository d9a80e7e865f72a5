// Says so five minutes before the login ends, and prolongs it when asked to. Other windows may have prolonged it already,
// so the portal is asked first; to ask prolongs nothing.

const WARNED_BEFORE = 5 * 60; // seconds
const LOOKED_EVERY = 15; // seconds, by the clock on the wall: a computer may have slept

const dialog = document.querySelector("[data-login-end]");
const form = dialog.querySelector("form");
let ends = inSeconds(dialog.dataset.loginEnd);
let warned = false;

function inSeconds(seconds) {
  return Date.now() + Number(seconds) * 1000;
}

function left() {
  return (ends - Date.now()) / 1000;
}

function show(...kinds) {
  const clock = new Date(ends).toLocaleTimeString("da-DK", { timeStyle: "short", timeZone: "Europe/Copenhagen" });
  for (const part of dialog.querySelectorAll("[data-clock]")) part.textContent = clock;
  for (const part of dialog.querySelectorAll("[data-when]")) part.hidden = !kinds.includes(part.dataset.when);
}

async function ask(options) {
  const answer = await fetch(form.action, options);
  if (!answer.ok && answer.status !== 401) throw new Error(`login: ${answer.status}`);
  ends = inSeconds((await answer.json()).seconds ?? 0);
}

async function look() {
  if (warned || left() > WARNED_BEFORE) return;
  await ask();
  if (left() > WARNED_BEFORE) return;
  warned = true;
  show(left() > 0 ? "soon" : "over");
  dialog.showModal();
}

async function stay() {
  try {
    await ask({ method: "POST", body: new FormData(form) });
  } catch {
    show("soon", "away");
    return;
  }
  if (left() < WARNED_BEFORE) {
    show(left() > 0 ? "last" : "over");
    return;
  }
  warned = false;
  dialog.close();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  stay();
});
dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
setInterval(() => look().catch(() => {}), LOOKED_EVERY * 1000); // what cannot be asked now is asked again
