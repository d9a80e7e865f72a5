"""One plan as PDF of many forms, tagged and not."""

from collections.abc import Iterable
from html import escape

from weasyprint import HTML

from plans.importing.findings.plan import ReadPlan, ReadSection
from plans.importing.markup import as_html
from samarbejde.danish import date_text
from tests.plans.importing.word_forms import WIDE, Form, title_of

FORMS = {
    "overskrifter": Form(),
    "fede linjer": Form(headings="bold"),
    "skrevet indhold": Form(contents="typed"),
    "underskrifter i tabel": Form(signatories="rows"),
    "underskrifter i kolonner": Form(signatories="columns"),
    "titel over navn": Form(signatories="title first"),
    "navn og titel på linje": Form(signatories="one line"),
    "skrevne numre": Form(priorities="typed"),
    "bogstaver": Form(priorities="letters"),
    "punkter": Form(priorities="bullets"),
    "en tabel hver": Form(priorities="table"),
    "én tabel": Form(priorities="one table"),
    "to spalter": Form(columns=2),
}
_LOOK = """
    @page { size: A4; margin: 22mm; @top-left { content: "Kredsrådets plan" }
            @bottom-right { content: counter(page) } }
    body { font: 10.5pt/1.4 sans-serif } h1 { font-size: 22pt } h2 { font-size: 17pt } h3 { font-size: 14pt }
    h4 { font-size: 12pt } h5 { font-size: 10.5pt } td, th { border: 0.5pt solid; padding: 2pt 6pt }
    .plain td { border: 0; width: 33% } .bold { font-weight: bold } .entry { display: flex }
    .entry i { flex: 1 }
"""


def as_pdf(plan: ReadPlan, form: Form, *, tagged: bool) -> bytes:
    columns = f"main {{ columns: {form.columns} }}" if form.columns > 1 else ""
    body = "".join(_section(section, plan, form) for section in plan.sections)
    front = "".join(f"<h1>{escape(line)}</h1>" for line in plan.title)
    front += _contents(plan, form)
    html = f"<html lang=da><style>{_LOOK}{columns}</style>{front}<main>{body}</main></html>"
    return HTML(string=html).write_pdf(pdf_tags=tagged)


def _contents(plan: ReadPlan, form: Form) -> str:
    if not form.contents:
        return ""
    entries = (
        f"<p>{escape(title_of(section))} {'.' * 40} {3 + place}</p>"
        for place, section in enumerate(plan.sections)
    )
    return f"<p>Indholdsfortegnelse</p>{''.join(entries)}"


def _section(section: ReadSection, plan: ReadPlan, form: Form) -> str:
    title = escape(title_of(section))
    level = max(section.level, 1) + (1 if section.level else 0)
    heading = f"<p class=bold>{title}</p>" if form.headings == "bold" else f"<h{level}>{title}</h{level}>"
    return heading + as_html(section.before) + _data(section, plan, form) + as_html(section.after)


def _data(section: ReadSection, plan: ReadPlan, form: Form) -> str:
    if section.data == "signatories":
        signed = f"{plan.signed_place}, den {date_text(plan.signed_date)}" if plan.signed_date else ""
        people = [(one.name, one.title) for one in plan.signatories]
        return f"<p>{signed}</p>{_signatories(people, form.signatories)}"
    if section.data == "priorities":
        return _priorities(plan.priorities, form.priorities)
    if section.data == "prevention_areas":
        return _list("ul", (f"{area.name}, {area.municipality}" for area in plan.prevention_areas))
    return as_html(section.taken)


def _list(tag: str, items: Iterable[str]) -> str:
    return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>"


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _signatories(people: list[tuple[str, str]], form: str) -> str:
    if form == "rows":
        return f"<table>{''.join(map(_row, people))}</table>"
    if form == "columns":
        rows = [people[at : at + WIDE] for at in range(0, len(people), WIDE)]
        sides = (_row(one[side] for one in row) for row in rows for side in (0, 1))
        return f"<table class=plain>{''.join(sides)}</table>"
    between = ", " if form == "one line" else "<br>"
    turned = ((title, name) if form == "title first" else (name, title) for name, title in people)
    return "".join(f"<p>{between.join(map(escape, pair))}</p>" for pair in turned)


def _priorities(lists: dict[str, list[str]], form: str) -> str:
    if form == "one table":
        rows = ""
        for name, titles in lists.items():
            for number, title in enumerate(titles, start=1):
                first = f"<td rowspan={len(titles)}>{name} Kommune</td>" if number == 1 else ""
                rows += f"<tr>{first}<td>{number}</td><td>{escape(title)}</td></tr>"
        return f"<table><tr><th>Kommune<th>Nr.<th>Prioritet</tr>{rows}</table>"
    return "".join(f"<p>{name} Kommune</p>{_one(titles, form)}" for name, titles in lists.items())


def _one(titles: list[str], form: str) -> str:
    if form == "table":
        rows = (_row((f"{number}.", title)) for number, title in enumerate(titles, start=1))
        return f"<table>{''.join(rows)}</table>"
    if form in ("typed", "letters"):
        labels = (f"{chr(96 + at)})" if form == "letters" else f"{at}." for at in range(1, 99))
        return "".join(
            f"<p>{label} {escape(title)}</p>" for label, title in zip(labels, titles, strict=False)
        )
    return _list("ul" if form == "bullets" else "ol", titles)
