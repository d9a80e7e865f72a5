"""A returned draft is read and looked at, and sent: its changes as suggestions, its comments as comments."""

from collections.abc import Iterator
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from plans.approval.frozen import current_text
from plans.approval.models import Consultation
from plans.comments import workflow as comments
from plans.comments.anchoring import WHOLE, Quotation, place_of, quotation_at, text_of, words
from plans.comments.models import AROUND, LONGEST_QUOTATION, Channel, Comment
from plans.consultation.bodies import Body
from plans.consultation.models import ConsultationReply
from plans.consultation.sent_text import sent_text
from plans.consultation.workflow import reply
from plans.document.models import Plan, Section
from plans.document.numbering import numbered
from plans.document.register_data import Register
from plans.returned_drafts.models import ReturnedDraft, ReturnedFile, ReturnedRemark
from plans.returned_drafts.reading.findings import Finding
from plans.returned_drafts.reading.sections import ToldSection, ToldVersion
from plans.returned_drafts.sandbox import read_apart
from plans.suggestions import workflow as suggestions
from plans.suggestions.comparing import texts_of
from plans.suggestions.models import Suggestion, SuggestionState
from plans.suggestions.permissions import may_suggest
from plans.word.drafts import as_word
from plans.word.remarks import shared_remarks
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.files.kinds import is_package, refuse_old_office
from samarbejde.histories import Record
from samarbejde.text import personal_numbers
from samarbejde.text.rich_text import clean, line, plain_text
from samarbejde.text.rich_text_fields import FIELD
from samarbejde.transitions import Refused, lock

MOST_VERSIONS = 40  # of a section: which of them somebody wrote in
NOT_WORD = "Filen er ikke et Word-dokument. Gem udkastet som .docx, og vælg den fil."
NOTHING = (
    "Der er ingen rettelser eller kommentarer i filen: den er, som da den blev hentet. "
    "Se efter, om det er den rigtige fil."
)
SENT = "Udkastet er allerede sendt tilbage. Hent en ny fil ind, hvis der er mere at rette."
IN_WORDS = "En rettelse i Word, som ikke kan sættes ind i teksten af sig selv.\n\n"


def upload_draft(
    consultation: Consultation, body: Body, name: str, content: bytes, *, by: User
) -> ReturnedDraft:
    """Keep a file with what it says; raises `Refused` when it cannot be read, or says nothing."""
    plan = consultation.plan
    _refuse_closed(consultation, by)
    personal_numbers.refuse_in([name])
    found = list(_remarks(plan, _read(plan, name, content), by))
    if not found:
        raise Refused(NOTHING)
    personal_numbers.refuse_in(
        plain_text(text) for one in found for text in (one.heading, one.body, one.closing)
    )
    with transaction.atomic():
        draft = ReturnedDraft.objects.create(
            consultation=consultation,
            council=body.council,
            municipality=body.municipality,
            partner=body.partner,
            name=line(name)[-200:],
            uploaded_by=by,
        )
        ReturnedFile.objects.create(draft=draft, content=content)
        for number, remark in enumerate(found, 1):
            remark.draft, remark.number = draft, number
        ReturnedRemark.objects.bulk_create(found)
    return draft


@transaction.atomic
def send_draft(draft: ReturnedDraft, text: str, *, version: int, by: User) -> ConsultationReply:
    """Hand it in as a part of its body's reply, which `text` is; raises `Stale` as a reply does."""
    draft = lock(draft)
    plan = draft.consultation.plan
    if draft.sent_at:
        raise Refused(SENT)
    _refuse_closed(draft.consultation, by)
    body = draft.body
    written = reply(draft.consultation, body, text, version=version, by=None if body.partner else by)
    sections = {section.lineage: section for section in plan.sections.all()}
    for remark in draft.remarks.all():
        section = sections.get(remark.lineage) if remark.lineage else None
        if section is None:
            continue
        section.plan = plan
        if remark.is_change:
            remark.suggestion = _suggested(remark, section, body, by)
        else:
            remark.comment = _commented(remark, section, body, by)
        remark.save(update_fields=["suggestion", "comment"])
    draft.reply, draft.sent_at = written, timezone.now()
    draft.save(update_fields=["reply", "sent_at"])
    told = f"{body} sendte udkastet tilbage med rettelser"
    record("draft.returned", told, by=by, subject=plan, internal=True)
    return written


@transaction.atomic
def delete_draft(draft: ReturnedDraft, *, by: User) -> None:
    """With all that was found in it. What is sent stays."""
    draft = lock(draft)
    if draft.sent_at:
        raise Refused("Filen er sendt og kan ikke slettes. Du kan trække forslagene tilbage.")
    text = f"Slettede et rettet udkast fra {draft.body}, som ikke var sendt"
    record("draft.deleted", text, by=by, subject=draft.consultation.plan, internal=True)
    draft.delete()


def _refuse_closed(consultation: Consultation, by: User) -> None:
    plan = consultation.plan
    if plan.consultations.first() != consultation:
        raise Refused("Udkastet er sendt i høring igen. Hent det nye udkast, og ret i det.")
    if not may_suggest(by, plan):
        raise Refused(
            f"Planen er »{plan.get_state_display()}«, så der kan ikke foreslås ændringer nu. "
            "Skriv til sekretariatet i stedet."
        )


def _read(plan: Plan, name: str, content: bytes) -> list[Finding]:
    refuse_old_office(name[name.rfind(".") :].lower(), content)
    if not is_package(content):
        raise Refused(NOT_WORD)
    ours = [as_word(text) for text in (sent_text(plan), current_text(plan, Register(plan)))]
    return read_apart(content, ours, list(_told(plan)))


def _told(plan: Plan) -> Iterator[ToldSection]:
    """The sections in reading order, each with what it was in turn."""
    rows: dict[UUID, list[ToldVersion]] = {}
    history = Section.history.filter(plan_id=plan.pk).order_by("-version", "-history_id")
    for row in history:
        said = _as_it_was(row)
        versions = rows.setdefault(row.lineage, [])
        if len(versions) < MOST_VERSIONS and said not in versions:
            versions.append(said)
    for entry in numbered(list(plan.sections.all())):
        section = entry.section
        yield {
            "lineage": str(section.lineage),
            "title": str(section),
            "has_data": bool(section.data) or bool(FIELD.search(section.body + section.closing)),
            "versions": rows.get(section.lineage) or [_as_it_was(section)],
        }


def _as_it_was(row: Section | Record) -> ToldVersion:
    return {"number": row.version, "heading": row.heading, "body": row.body, "closing": row.closing}


def _remarks(plan: Plan, found: list[Finding], by: User) -> Iterator[ReturnedRemark]:
    """What the portal itself wrote beside the text is known again, and nothing new."""
    titles = {str(section.lineage): str(section) for section in plan.sections.all()}
    ours = {(one.note.author, words(" ".join(one.note.lines))) for one in shared_remarks(by, plan)}
    for one in found:
        if one.is_comment and (one.author, words(one.said)) in ours:
            continue
        lineage = one.lineage if one.lineage in titles else ""
        yield ReturnedRemark(
            author=line(one.author)[:200],
            place=one.place,
            lineage=lineage or None,
            section_title=titles.get(lineage, "")[:300],
            base_version=one.version if one.texts else None,
            heading=line(one.texts.get("heading", ""))[:300],
            body=clean(one.texts.get("body", "")),
            closing=clean(one.texts.get("closing", "")),
            said=one.said if one.is_comment or not one.said else f"{IN_WORDS}{one.said}",
            exact=one.exact[:LONGEST_QUOTATION],
            before=one.before[-AROUND:],
        )


def _suggested(remark: ReturnedRemark, section: Section, body: Body, by: User) -> Suggestion:
    """A file that is sent twice makes no suggestion twice."""
    texts = texts_of(remark)
    standing = Suggestion.objects.filter(
        plan=section.plan, lineage=section.lineage, state=SuggestionState.WAITING, by=by, **texts
    ).first()
    return standing or suggestions.suggest(
        section,
        texts,
        reason=_signed(remark, body),
        version=remark.base_version or section.version,
        form_key=uuid4(),
        by=by,
    )


def _commented(remark: ReturnedRemark, section: Section, body: Body, by: User) -> Comment:
    quotation = _quotation(remark, section)
    said = remark.said
    if remark.exact and quotation is WHOLE:
        said = f"Om »{remark.exact}«: {said}"
    text = f"{said}\n\n{_signed(remark, body)}"
    standing = Comment.objects.standing().filter(
        plan=section.plan, lineage=section.lineage, by=by, text=text, exact=quotation.exact
    )
    return standing.first() or comments.comment(
        section, text, channel=Channel.SHARED, form_key=uuid4(), by=by, quotation=quotation
    )


def _signed(remark: ReturnedRemark, body: Body) -> str:
    return f"{remark.author} i Word-filen »{remark.draft}« fra {body}"


def _quotation(remark: ReturnedRemark, section: Section) -> Quotation:
    text = text_of(section)
    exact = words(remark.exact)
    place = place_of(Quotation(exact, words(remark.before)[-AROUND:], ""), text)
    return WHOLE if place is None else quotation_at(place, exact, text)
