"""The høringsnotat, shown and printed like a plan: who was heard, what they said, what came of it."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from plans.approval.models import Consultation
from plans.consultation.models import ReplyAnswer
from plans.consultation.reading import Row, rows
from plans.document.papers import paper
from plans.document.snapshot import Snapshot
from samarbejde import danish
from samarbejde.text.rich_text import from_plain


def note(consultation: Consultation) -> Snapshot:
    """A chapter for each body that wrote, and one for those who did not; two or three queries."""
    plan = consultation.plan
    found = rows(consultation)
    written = [row for row in found if row.reply]
    chapters = [("Høringen", _facts(consultation, found)), *((str(row.body), _said(row)) for row in written)]
    title = f"Høringsnotat om {danish.in_a_sentence(plan.title)}"
    return paper(plan.council, plan.year, title, chapters)


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
