// A form with data-autosave sends itself to its own address shortly after typing stops: one request at a time, on condition of
// the version that it was typed on. What the portal does not take is told beside the button, and a person decides.

const PAUSE = 1_500; // milliseconds without typing
const LONGEST = 8_000; // so often even when typing never stops
const SLOWEST = 30_000; // between two tries
const LAST_WORD = 60_000; // bytes; a page that goes away may send 64 KiB

const STOPPED = new Set(["conflict", "outside", "refused"]);
const SAYS = {
  waiting: () => "Ikke gemt endnu",
  saving: () => "Gemmer …",
  saved: ({ at }) => `Gemt kl. ${at}`,
  offline: () => "Ikke gemt – ingen forbindelse. Teksten bliver gemt, når der er forbindelse igen.",
  conflict: ({ text }) => `Konflikt – ikke gemt. ${text} Tryk på knappen for at se begge tekster.`,
  outside: () => "Ikke gemt – du er logget ud. Log ind i et andet vindue, så bliver teksten gemt.",
  refused: ({ text }) => `Ikke gemt. ${text}`,
};

/** The texts of a form by their names, and their words alone: what the portal has tidied is the same text. */
const texts = ({ elements }) =>
  Object.fromEntries([...elements].filter(({ name, type }) => name && /^text/.test(type)).map(({ name, value }) => [name, value]));
const bare = (typed) => JSON.stringify(Object.values(typed).map((text) => text.replace(/<[^>]*>|&nbsp;|\s/g, "")));

function watch(form) {
  const [shown, told] = form.querySelectorAll("[data-saving]");
  let saved = words();
  let state = "saved";
  let flying = false;
  let leaving = false;
  let afterwards = null; // what waits for the request that is on its way
  let timer = 0;
  let since = 0;
  let tries = 0;

  function words() {
    return JSON.stringify([...new FormData(form)].filter(([name]) => !["version", "csrfmiddlewaretoken"].includes(name)));
  }

  function be(now, said = {}) {
    const words = SAYS[now](said);
    shown.textContent = words;
    // Only what changes for the writer is read aloud: not each »Gemt«.
    if (STOPPED.has(now) || now === "offline") told.textContent = words;
    else if (now === "saved" && told.textContent) told.textContent = words;
    state = now;
    form.dataset.saving = now;
  }

  function send(options = {}) {
    const headers = { Accept: "application/json" };
    return fetch(form.action, { method: "POST", body: new FormData(form), headers, redirect: "manual", ...options });
  }

  function soon() {
    if (words() === saved) return;
    if (state === "refused") state = "waiting"; // it may be right now
    if (STOPPED.has(state)) return;
    since ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
    if (state === "saved") be("waiting");
  }

  async function save() {
    clearTimeout(timer);
    const sent = words();
    if (flying || leaving || STOPPED.has(state) || sent === saved) return;
    const typed = texts(form);
    since = 0;
    flying = true;
    be("saving");
    let status = 0;
    let said = {};
    try {
      const answer = await send();
      said = await answer.json().catch(() => ({}));
      status = answer.status === 200 && !said.version ? 0 : answer.status; // half an answer is none
    } catch {
      status = 0;
    }
    flying = false;
    if (!leaving) await hear(status, said, sent, typed);
    const waiting = afterwards;
    afterwards = null;
    waiting?.();
  }

  /** Asked for by whoever writes. What only a person can decide is left to the button. */
  function saveNow(event) {
    if (STOPPED.has(state)) return;
    event.preventDefault();
    const tell = () => (told.textContent = shown.textContent || "Alt er gemt");
    if (flying) afterwards = () => save().then(tell);
    else save().then(tell);
  }

  /** On to another page with nothing left behind; where that fails, the question at the door is asked. */
  function saveAndGo(event) {
    const { ctrlKey, metaKey, shiftKey, button, currentTarget } = event;
    if (ctrlKey || metaKey || shiftKey || button || STOPPED.has(state) || words() === saved) return;
    event.preventDefault();
    const go = () => location.assign(currentTarget.href);
    if (flying) afterwards = () => save().then(go);
    else save().then(go);
  }

  async function hear(status, said, sent, typed) {
    if (status === 200) {
      tries = 0;
      saved = sent;
      form.elements.version.value = said.version;
      if (said.address) {
        form.action = said.address;
        history.replaceState(history.state, "", said.address);
      }
      form.dispatchEvent(new CustomEvent("saved-itself", { bubbles: true, detail: { words: typed } }));
      be("saved", said);
      soon();
    } else if (status === 401 || status === 403) {
      be("outside");
    } else if (status === 409) {
      if (said.stale && (await metItself())) return;
      be(said.stale === false ? "refused" : "conflict", { text: said.text ?? "" });
    } else if (status >= 400 && status < 500) {
      be("refused", { text: said.text ?? "" });
    } else {
      tries += 1;
      be("offline");
      timer = setTimeout(save, Math.min(SLOWEST, 1_000 * 2 ** tries));
    }
  }

  /** This form as the portal has it now, for this person; nothing for anybody else. */
  async function standing() {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [...page.forms].find(({ dataset }) => dataset.keep === form.dataset.keep);
  }

  /** Goes on from what stands; logged in again in another window, with the token of the new session. */
  function goOn({ elements }) {
    form.elements.csrfmiddlewaretoken.value = elements.csrfmiddlewaretoken.value;
    state = "waiting";
    save();
  }

  async function comeBack() {
    const found = state === "outside" && (await standing());
    if (found) goOn(found);
  }

  /** The page goes away: what is not sent is sent without waiting for an answer; a copy lies here in any case. */
  function lastWord() {
    if (flying || leaving || STOPPED.has(state) || words() === saved) return;
    if (new Blob([words()]).size > LAST_WORD) return;
    sessionStorage.setItem(form.dataset.keep, bare(texts(form)));
    send({ keepalive: true }).catch(() => {});
  }

  /** Back came to the page before its own last word was stored: what stands is that, and nobody else's. */
  async function metItself() {
    const last = sessionStorage.getItem(form.dataset.keep);
    const found = last && (await standing());
    if (!found || bare(texts(found)) !== last) return false;
    sessionStorage.removeItem(form.dataset.keep);
    form.elements.version.value = found.elements.version.value;
    goOn(found);
    return true;
  }

  for (const kind of ["input", "change"]) form.addEventListener(kind, soon);
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (flying) {
      // What is on its way makes a version that this would not know of.
      afterwards = () => form.requestSubmit(event.submitter);
      event.preventDefault();
    } else {
      leaving = true;
    }
  });
  form.addEventListener("save-now", saveNow);
  for (const link of form.querySelectorAll("a[data-after-saving]")) link.addEventListener("click", saveAndGo);
  addEventListener("online", save);
  addEventListener("focus", comeBack);
  addEventListener("pagehide", lastWord);
  addEventListener("pageshow", ({ persisted }) => {
    leaving = false;
    if (persisted) save(); // what came of the last word?
  });
}

for (const form of document.querySelectorAll("form[data-autosave]")) watch(form);
