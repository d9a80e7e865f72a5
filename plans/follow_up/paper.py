"""The kredsråd's paper of a quarter: what is due, who has answered what, who is missing. Reads only."""

from collections.abc import Iterator
from itertools import groupby

from django.db.models import prefetch_related_objects
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from plans.document.models import Plan
from plans.document.papers import paper
from plans.document.snapshot import Snapshot
from plans.follow_up.in_force import Laid, laid_on
from plans.follow_up.models import AnswerSubmission
from samarbejde import danish
from samarbejde.site.addresses import whole_address
from samarbejde.text.rich_text import from_plain

COLUMNS = 4  # duties beside each other, before the table goes on in another
Groups = list[tuple[str, list[Laid]]]  # a topic's or a duty's words, and all it is laid on


def quarter_paper(plan: Plan, quarter: int) -> Snapshot:
    """What was handed in, with its files, and nothing of what is still being written."""
    every = laid_on([plan.council.district_id], plan, with_words=True)
    due = [one for one in every if (one.duty.due_year, one.duty.due_quarter) == (plan.year, quarter)]
    handed_in = [one.answer.newest for one in due if one.answer and one.answer.newest]
    prefetch_related_objects(handed_in, "attachments")
    groups = [(str(duty), list(laid)) for duty, laid in groupby(due, lambda one: one.duty)]
    chapters = [("Overblik", _overview(groups)), *((_heading(laid[0]), _answers(laid)) for _, laid in groups)]
    title = f"Lokalrådenes svar, {danish.quarter_text(quarter, plan.year)}"
    return paper(plan.council, plan.year, title, chapters)


def _heading(one: Laid) -> str:
    topic = one.duty.topic
    return topic.title if topic else str(one.duty.section or "Opgave uden emne")


def _overview(groups: Groups) -> str:
    if not groups:
        return format_html("<p>{}</p>", "Planen beder ikke om noget i dette kvartal.")
    missing = format_html_join(
        "", "<li>{}: {}</li>", ((words.rstrip("."), _missing(laid)) for words, laid in groups)
    )
    return SafeString("").join([*_tables(groups), format_html("<h3>Hvem mangler</h3><ul>{}</ul>", missing)])


def _missing(laid: list[Laid]) -> str:
    names = [_answers_for(one) for one in laid if one.is_missing]
    return danish.listing(names) if names else "ingen"


def _tables(groups: Groups) -> Iterator[SafeString]:
    """Lokalråd by duty, the duties numbered as the chapters below are."""
    numbered = list(enumerate(groups, start=2))
    for first in range(0, len(numbered), COLUMNS):
        part = numbered[first : first + COLUMNS]
        bodies = {one.council.pk: _short(one) for _, (_, laid) in part for one in laid}
        head = format_html_join(
            "", '<th scope="col">{}. {}</th>', ((number, _heading(laid[0])) for number, (_, laid) in part)
        )
        rows = format_html_join(
            "",
            '<tr><th scope="row">{}</th>{}</tr>',
            ((name, _cells(pk, [laid for _, (_, laid) in part])) for pk, name in bodies.items()),
        )
        yield format_html(
            '<table><thead><tr><th scope="col">Råd</th>{}</tr></thead><tbody>{}</tbody></table>', head, rows
        )


def _cells(council: int, columns: list[list[Laid]]) -> SafeString:
    found = (next((one for one in laid if one.council.pk == council), None) for laid in columns)
    return format_html_join("", "<td>{}</td>", ((_said(one),) for one in found))


def _said(one: Laid | None) -> str:
    if one is None:
        return "–"
    if one.answer and one.answer.newest:
        return one.answer.newest.get_progress_display()
    return one.in_words


def _short(one: Laid) -> str:
    """Of its row: the secretariat answers for all that the kredsråd is asked of."""
    return str(one.council.municipality or "Politiet og andre")


def _answers_for(one: Laid) -> str:
    return str(one.council.municipality or one.duty.whom())


def _answers(laid: list[Laid]) -> str:
    answered = [one for one in laid if one.answer and one.answer.newest]
    asked = format_html("<p><strong>Opgaven:</strong> {}</p>", laid[0].duty.wording)
    if not answered:
        return asked + "<p>Ingen har svaret endnu.</p>"
    return asked + "".join(format_html("<h3>{}</h3>", _said_by(one)) + _text(one) for one in answered)


def _said_by(one: Laid) -> str:
    return str(one.council) if one.council.municipality else one.duty.whom()


def _text(one: Laid) -> str:
    assert one.answer
    newest = one.answer.newest
    assert newest
    status = format_html("<p><strong>Status: {}.</strong></p>", newest.get_progress_display())
    figures = format_html_join("", "<li>{}: {}</li>", newest.figure_rows)
    listed = format_html("<ul>{}</ul>", figures) if figures else ""
    return status + from_plain(newest.text) + listed + _attachments(newest)


def _attachments(newest: AnswerSubmission) -> SafeString:
    """By name, and where those who may read them fetch them."""
    named = format_html_join(
        ", ",
        '<a href="{}">{}</a>',
        ((whole_address(one.address), one.name) for one in newest.attachments.all()),
    )
    return format_html("<p>Bilag: {}</p>", named) if named else SafeString("")
