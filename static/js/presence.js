// Who else has the section open: asked every few seconds while the page is seen. <p data-presence="address" data-every="8">

const window_ = crypto.randomUUID();

const listing = (names) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} og ${names.at(-1)}`);

function told({ others = [], elsewhere, version }, form) {
  const said = [];
  if (others.length) said.push(`${listing(others)} skriver her.`);
  if (elsewhere) said.push("Du har selv afsnittet åbent i et andet vindue.");
  if (version > Number(form.elements.version.value) && form.dataset.saving !== "saving") {
    said.push("Der er gemt en nyere tekst. Når du gemmer, ser du begge.");
  }
  return said.join(" ");
}

function watch(place) {
  const form = place.closest("form");
  let timer = 0;

  function body(more = {}) {
    const data = new FormData();
    for (const [name, value] of Object.entries({ window: window_, ...more })) data.set(name, value);
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    return data;
  }

  async function ask() {
    clearTimeout(timer);
    if (document.hidden) return;
    const answer = await fetch(place.dataset.presence, { method: "POST", body: body() }).catch(() => null);
    if (answer?.ok) {
      const now = told(await answer.json(), form);
      if (place.textContent !== now) place.textContent = now;
    }
    timer = setTimeout(ask, Number(place.dataset.every) * 1000);
  }

  document.addEventListener("visibilitychange", ask);
  addEventListener("pageshow", ask);
  addEventListener("pagehide", () => {
    clearTimeout(timer);
    navigator.sendBeacon(place.dataset.presence, body({ gone: "on" }));
  });
}

for (const place of document.querySelectorAll("[data-presence]")) watch(place);
