// What the check finds in a section, asked anew each time the section has saved itself. <section data-findings="address">

function watch(place) {
  const list = place.querySelector("ul");
  let asked = 0;

  async function ask() {
    const mine = (asked += 1);
    const answer = await fetch(place.dataset.findings).catch(() => null);
    const told = answer?.ok && (await answer.json().catch(() => null))?.findings;
    if (mine !== asked || !told) return; // asked again meanwhile, or logged out
    const stands = [...list.children].map((item) => item.textContent);
    if (JSON.stringify(stands) === JSON.stringify(told)) return;
    list.replaceChildren(
      ...told.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
    );
    place.hidden = !told.length;
  }

  document.addEventListener("saved-itself", ask);
}

for (const place of document.querySelectorAll("[data-findings]")) watch(place);
