"""What is recommended of the lokalråd's proposals, as a paper for the kredsråd's meeting. Reads only."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from plans.decisions.recommended import Recommended
from plans.document.models import Plan
from plans.document.papers import paper
from plans.document.snapshot import Snapshot
from samarbejde.text.rich_text import from_plain


def recommendations_paper(plan: Plan, found: Iterable[Recommended]) -> Snapshot:
    """An overview, and a chapter for each proposal."""
    listed = list(found)
    title = f"Indstillinger til lokalrådenes forslag, {plan.title}"
    chapters = [("Overblik", _overview(listed)), *((one.words.title, _chapter(one)) for one in listed)]
    return paper(plan.council, plan.year, title, chapters)


def _overview(listed: list[Recommended]) -> str:
    if not listed:
        return format_html("<p>{}</p>", "Der er ingen indstillinger, som venter på en afgørelse.")
    rows = format_html_join(
        "",
        '<tr><th scope="row">{}. {}</th><td>{}</td><td>{}</td></tr>',
        (
            (number, one.words.title, one.proposal.council.municipality, _advice(one))
            for number, one in enumerate(listed, start=2)
        ),
    )
    names = ((name,) for name in ("Forslag", "Lokalråd", "Indstilling"))
    head = format_html_join("", '<th scope="col">{}</th>', names)
    return format_html("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", head, rows)


def _advice(one: Recommended) -> str:
    return capfirst(one.review.get_recommendation_display())


def _chapter(one: Recommended) -> str:
    asked = format_html("<p><strong>{}</strong> foreslår emnet.</p>", one.proposal.council)
    advice = format_html("<h3>Indstilling</h3><p><strong>{}.</strong></p>", _advice(one))
    if one.is_overtaken:
        later = "Lokalrådet har siden sendt en ny udgave, som står her."
        advice = format_html("{}<p>{}</p>", advice, later)
    texts = [format_html("<h3>{}</h3>", text.label) + text.html for text in one.words.texts]
    return "".join([asked, advice, from_plain(one.review.comment), *texts])
