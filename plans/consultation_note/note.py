"""The høringsnotat, shown and printed like a plan: who was heard, what they said, what came of it."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from plans.approval.models import Consultation
from plans.consultation.models import ReplyAnswer
from plans.consultation.reading import Row, rows
from plans.document.models import SectionKind
from plans.document.snapshot import VERSION, SectionText, Snapshot
from samarbejde import danish
from samarbejde.text.rich_text import from_plain

TOP_LEVEL = 2  # of headings, below the page's own


def note(consultation: Consultation) -> Snapshot:
    """A chapter for each body that wrote, and one for those who did not; two or three queries."""
    plan = consultation.plan
    district, found = plan.council.district, rows(consultation)
    written = [row for row in found if row.reply]
    chapters = [("Høringen", _facts(consultation, found)), *((str(row.body), _said(row)) for row in written)]
    return {
        "version": VERSION,
        "title": f"Høringsnotat om {danish.in_a_sentence(plan.title)}",
        "year": plan.year,
        "district": {"name": district.name, "slug": district.slug, "short_name": district.short_name},
        "council": plan.council.name,
        "signed_place": "",
        "signed_on": None,
        "discussed": None,
        "unsigned": None,
        "news": [],
        "sections": [_chapter(n, heading, body) for n, (heading, body) in enumerate(chapters, start=1)],
    }


def _chapter(number: int, heading: str, body: str) -> SectionText:
    return {
        "number": str(number),
        "label": f"{number}.",
        "title": f"{number}. {heading}",
        "heading": heading,
        "anchor": f"afsnit-{number}",
        "depth": 0,
        "heading_level": TOP_LEVEL,
        "kind": SectionKind.CHAPTER,
        "lineage": "",
        "body": body,
        "closing": "",
        "data_kind": "",
        "data": None,
        "projects": [],
    }


def _facts(consultation: Consultation, found: list[Row]) -> str:
    until = f" med frist {danish.date_text(consultation.answer_by)}" if consultation.answer_by else ""
    sent = (
        f"Udkastet blev sendt i høring {danish.date_text(timezone.localdate(consultation.sent_at))}{until}."
    )
    remarks = [row.body for row in found if row.reply and row.reply.has_remarks]
    nothing = [row.body for row in found if row.reply and not row.reply.has_remarks]
    silent = [row.body for row in found if not row.reply]
    groups = (
        ("Skrev bemærkninger", remarks),
        ("Havde ingen bemærkninger", nothing),
        ("Svarede ikke", silent),
    )
    return format_html("<p>{}</p>{}", sent, format_html_join("", "{}", ([_group(*one)] for one in groups)))


def _group(told: str, bodies: Iterable[object]) -> SafeString:
    named = danish.listing(map(str, bodies))
    return format_html("<p><strong>{}:</strong> {}.</p>", told, named) if named else SafeString("")


def _said(row: Row) -> str:
    assert row.reply is not None, "it has written"
    late = "<p><strong>Skrevet efter fristen:</strong></p>" + from_plain(row.reply.late_text)
    said = from_plain(row.reply.text) + (late if row.reply.late_text else "")
    return said + (_answered(row.answer) if row.answer else "")


def _answered(answer: ReplyAnswer) -> str:
    outcome = format_html("<p><strong>Sekretariatet: {}.</strong></p>", answer.get_outcome_display())
    return outcome + from_plain(answer.text)
