// The list of what a proposal lacks follows what is typed: a line is hidden while its field says something.

const says = (field) => /\S/.test(field.value.replace(/<[^>]*>|&nbsp;/g, ""));

function follow(list) {
  const lines = [...list.querySelectorAll("a[href^='#id_']")].map((link) => ({
    line: link.closest("li"),
    field: document.getElementById(link.hash.slice(1)),
  }));
  const look = () => {
    for (const { line, field } of lines) line.hidden = Boolean(field && says(field));
    list.hidden = lines.every(({ line }) => line.hidden);
  };
  const form = document.querySelector("form[data-unsaved]");
  for (const kind of ["input", "change"]) form?.addEventListener(kind, look);
  look();
}

document.querySelectorAll("[data-missing]").forEach(follow);
