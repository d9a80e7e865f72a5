// What is typed in a form with data-keep lies in this browser too, until the portal has it, and is offered when the form is
// opened again. While somebody types it goes to IndexedDB, which outlives a browser that is killed (localStorage is not on the
// disk for seconds); as the page goes away to localStorage, since IndexedDB gets no time then. The newer of the two counts.
// data-keep names the person and the text, so nobody is offered what another wrote. A page that is marked data-done tells that
// the portal has what was sent last. What comes into a page later says so with the event »forms-placed«.

const STORE = "typed";
const SENT = "typed-sent"; // the copy whose form this tab sent last
const PAUSE = 200; // milliseconds
const TEXTS = new Set(["text", "textarea"]);
const editors = new Map();

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("samarbejde", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
opened.catch(() => {}); // forbidden: each use of it goes to localStorage instead

async function inStore(mode, ask) {
  const transaction = (await opened).transaction(STORE, mode, { durability: "strict" });
  const request = ask(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

const nameIn = (key) => `${STORE}:${key}`;

function keepAtOnce(key, copy) {
  try {
    localStorage.setItem(nameIn(key), JSON.stringify(copy));
  } catch {
    // full or forbidden: the question at the door remains
  }
}

async function kept(key) {
  const slow = await inStore("readonly", (store) => store.get(key)).catch(() => null);
  const quick = JSON.parse(localStorage.getItem(nameIn(key)) ?? "null");
  return (quick?.at ?? 0) > (slow?.at ?? 0) ? quick : slow;
}

function forget(key) {
  localStorage.removeItem(nameIn(key));
  return inStore("readwrite", (store) => store.delete(key)).catch(() => {});
}

/** Whoever logs out leaves nothing that is saved; what is not stays, for them alone. */
async function forgetSent() {
  const keys = await inStore("readonly", (store) => store.getAllKeys()).catch(() => []);
  const quick = Object.keys(localStorage).filter((name) => name.startsWith(`${STORE}:`));
  const all = new Set([...keys, ...quick.map((name) => name.slice(nameIn("").length))]);
  for (const key of all) if ((await kept(key))?.sent) await forget(key);
}

const fields = (form) => [...form.elements].filter((field) => field.name && TEXTS.has(field.type));
const words = (form) => Object.fromEntries(fields(form).map(({ name, value }) => [name, value]));

/** The words alone: what the portal has tidied is the same text. */
const bare = (typed) => JSON.stringify(Object.values(typed).map((text) => text.replace(/<[^>]*>|&nbsp;|\s/g, "")));

function watch(form) {
  const key = form.dataset.keep;
  const opening = bare(words(form));
  let timer = 0;
  let sent = false;
  let saved = "notSaved" in form.dataset ? "" : opening;

  const copy = () => ({ words: words(form), version: form.elements.version?.value ?? "", at: Date.now(), sent });

  async function keep() {
    if (bare(words(form)) === saved) return;
    await inStore("readwrite", (store) => store.put(copy(), key)).catch(() => keepAtOnce(key, copy()));
    form.dataset.kept = "yes";
  }

  function typed() {
    sent = false;
    delete form.dataset.kept;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  }

  for (const kind of ["input", "change"]) form.addEventListener(kind, typed);
  form.addEventListener("saved-itself", ({ detail }) => {
    saved = bare(detail.words);
    if (bare(words(form)) === saved) {
      clearTimeout(timer);
      forget(key);
    }
  });
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(timer);
    sessionStorage.setItem(SENT, key);
    if (bare(words(form)) !== saved) keepAtOnce(key, copy());
  });
  addEventListener("pagehide", () => form.isConnected && bare(words(form)) !== saved && keepAtOnce(key, copy()));
  if (saved === "") keep();
  else offer(form, key);
}

async function offer(form, key) {
  const left = await kept(key);
  if (!left) return;
  if (bare(left.words) === bare(words(form))) {
    forget(key);
    return;
  }
  const box = form.querySelector("[data-left]");
  const at = new Date(left.at);
  box.querySelector("[data-left-at]").textContent = at.toLocaleString("da-DK", { dateStyle: "long", timeStyle: "short" });
  box.hidden = false;
  box.closest("details")?.setAttribute("open", "");
  box.querySelector("[data-left-restore]").addEventListener("click", () => {
    restore(form, left);
    box.hidden = true;
  });
  box.querySelector("[data-left-drop]").addEventListener("click", () => {
    forget(key);
    box.hidden = true;
  });
  compare(form, left, box.querySelector("[data-left-changes]"));
}

function restore(form, left) {
  if (form.elements.version && left.version) form.elements.version.value = left.version;
  for (const field of fields(form)) {
    if (!(field.name in left.words)) continue;
    field.value = left.words[field.name];
    editors.get(field)?.chain().setMeta("preventAutolink", true).setContent(field.value, { emitUpdate: true }).run();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Shows what the copy changes; the portal draws it, and keeps nothing of it. For whoever has no login it is the words alone. */
async function compare(form, left, place) {
  if (!form.dataset.compare) {
    place.textContent = Object.values(left.words).join("\n\n");
    return;
  }
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const field of fields(form)) {
    if ((left.words[field.name] ?? field.value) === field.value) continue;
    body.append("label", form.querySelector(`label[for="${field.id}"]`)?.textContent.trim() ?? "");
    body.append("before", field.value);
    body.append("after", left.words[field.name]);
  }
  const answer = await fetch(form.dataset.compare, { method: "POST", body }).catch(() => null);
  if (answer?.ok) place.innerHTML = await answer.text();
}

async function begin(place) {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (sent && place.querySelector("[data-done]")) await forget(sent);
  for (const form of place.querySelectorAll("form[data-keep]")) watch(form);
}

document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => editors.set(textarea, editor));
document.addEventListener("submit", () => sessionStorage.removeItem(SENT), true); // a kept form says so itself, afterwards
document.addEventListener("forms-placed", ({ target }) => begin(target));
begin(document);
for (const form of document.querySelectorAll("form[data-logs-out]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await forgetSent();
    form.submit();
  });
}
