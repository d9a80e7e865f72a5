// One question of the editor's in a dialog: a name, labelled fields and a reason beside each answer that will not do.
// A module of the editor asks by an event, since modules share nothing:
// detail: {view, title, lead, fields: [{name, label, kind, hint, checked}], values, yes, refuse(values) → {name: reason}, answer}
// `refuse` may take its time, as when it sends a file.
// `kind` is "text", "textarea", "tick" or "file"; `answer` gets the values, or null when the dialog is left.

let made = 0;

function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

const TAGS = { textarea: ["textarea", { rows: 4 }], tick: ["input", { type: "checkbox" }], file: ["input", { type: "file" }] };
const classOf = (kind) => ({ tick: "form-checkbox", file: "" })[kind] ?? "form-input";

function row({ name, label, kind = "text", hint, accept }, value, id) {
  const [tag, more] = TAGS[kind] ?? ["input", { type: "text" }];
  const control = element(tag, { ...more, id, name, className: classOf(kind), autocomplete: "off" });
  if (kind === "tick") control.checked = Boolean(value);
  else if (kind !== "file") control.value = value ?? "";
  if (accept) control.accept = accept;
  const says = element("label", { htmlFor: id, className: "form-label", textContent: label });
  const told = hint ? [element("span", { id: `${id}-hint`, className: "form-hint", textContent: hint })] : [];
  const wrong = element("span", { id: `${id}-wrong`, className: "form-error-message", hidden: true });
  control.setAttribute("aria-describedby", [...told, wrong].map((each) => each.id).join(" "));
  const order = kind === "tick" ? [control, says, ...told] : [says, ...told, wrong, control];
  return element("div", { className: kind === "tick" ? "form-group form-group-checkbox" : "form-group" }, ...order);
}

const valuesOf = (form) =>
  Object.fromEntries(
    [...form.elements]
      .filter(({ name }) => name)
      .map(({ name, type, checked, files, value }) => [name, { checkbox: checked, file: files?.[0] ?? null }[type] ?? value.trim()]),
  );

/** Says beside each field why its answer will not do; true when all will. */
function isRight(form, reasons) {
  let first = null;
  for (const control of [...form.elements].filter(({ name }) => name)) {
    const wrong = form.querySelector(`#${control.id}-wrong`);
    const reason = reasons[control.name] ?? "";
    if (wrong) Object.assign(wrong, { hidden: !reason, textContent: reason });
    control.closest(".form-group").classList.toggle("form-error", Boolean(reason));
    if (reason) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    if (reason) first ??= control;
  }
  first?.focus();
  return !first;
}

/** A text that gets the focus again gets the cursor first of all; it belongs where the question found it. */
function putBack(view, selection) {
  if (view.state.doc === selection.$anchor.doc) view.dispatch(view.state.tr.setSelection(selection));
}

function ask({ view, title, lead, fields, values = {}, yes = "Indsæt", refuse = () => ({}), answer }) {
  const back = document.activeElement;
  const { selection } = view.state;
  const id = `editor-asks-${++made}`;
  const heading = element("h2", { id: `${id}-title`, className: "h3", textContent: title });
  const rows = fields.map((field, place) => row(field, values[field.name], `${id}-${place}`));
  const send = element("button", { className: "button button-primary", textContent: yes });
  const leave = element("button", { type: "button", className: "button button-secondary", textContent: "Fortryd" });
  const said = lead ? [element("p", { id: `${id}-lead`, textContent: lead })] : [];
  const form = element("form", { noValidate: true }, heading, ...said, ...rows, element("div", { className: "action-row" }, send, leave));
  const dialog = element("dialog", { className: "editor-asks" }, form);
  dialog.setAttribute("aria-labelledby", heading.id);
  if (lead) dialog.setAttribute("aria-describedby", `${id}-lead`);
  document.body.append(dialog); // not within the page's own form: forms do not nest
  /** At once: the browser says »close« a moment later, and a key pressed meanwhile would go where the cursor is not. */
  function end(given) {
    if (!dialog.isConnected) return;
    dialog.close();
    dialog.remove();
    back?.focus();
    putBack(view, selection);
    answer(given);
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (send.disabled) return;
    const values = valuesOf(form);
    send.disabled = true;
    const reasons = await refuse(values);
    send.disabled = false;
    if (dialog.open && isRight(form, reasons)) end(values);
  });
  leave.addEventListener("click", () => end(null));
  for (const event of ["cancel", "close"]) dialog.addEventListener(event, () => end(null));
  dialog.showModal();
  form.querySelector("input, textarea")?.focus();
}

document.addEventListener("prose-editor:ask", ({ detail }) => ask(detail));
