"""An old document becomes a plan: uploaded, looked at, written. Nothing else writes what a reading found."""

from django.db import transaction

from councils.models import Council, CouncilKind, PoliceDistrict
from plans.document.models import Plan
from plans.document.numbering import numbered
from plans.document.states import PlanState
from plans.importing.admission import plan_in
from plans.importing.findings.plan import ReadPlan
from plans.importing.findings.questions import Question
from plans.importing.lineage import previous_plan
from plans.importing.models import ImportedDocument
from plans.importing.sandbox import read_apart
from plans.importing.writing import write
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.text.rich_text import line
from samarbejde.transitions import Refused, lock

ALREADY_IMPORTED = "Dokumentet er allerede indlæst. Ret det i planen, eller hent et nyt dokument ind."


def upload_document(
    name: str, content: bytes, *, district: PoliceDistrict, year: int, by: User
) -> ImportedDocument:
    """Keep a document for its preview; raises `Refused` when it cannot become this plan."""
    blocks = read_apart(name, content)
    plan_in(blocks, {}, district=district, year=year)
    return ImportedDocument.objects.create(
        district=district, year=year, name=line(name)[-200:], content=content, blocks=blocks, uploaded_by=by
    )


def plan_of(document: ImportedDocument) -> ReadPlan:
    """The plan in a document, with what was answered and corrected so far; `Refused` when it is none."""
    return plan_in(
        blocks_of(document),
        document.answers,
        document.corrections,
        district=document.district,
        year=document.year,
    )


def blocks_of(document: ImportedDocument) -> dict[str, object]:
    """As they are stored; of a document of before they were, they are read."""
    return document.blocks or read_apart(document.name, bytes(document.content))


@transaction.atomic
def correct_document(
    document: ImportedDocument, corrections: dict[str, str], *, seen: dict[str, str], by: User
) -> None:
    """Say what lines are; `seen` are the corrections that stood when they were chosen.

    Raises `Refused` when the plan would be none, or when somebody corrected the document meanwhile.
    """
    document = lock(document)
    if document.plan_id is not None:
        raise Refused(ALREADY_IMPORTED)
    if document.corrections != seen:
        raise Refused(
            "En anden har rettet i dokumentet imens. Her står dine valg oven på det nye. "
            "Se dem igennem, og gem."
        )
    document.corrections = corrections
    plan_of(document)
    document.save(update_fields=["corrections"])
    told = f"Rettede, hvordan {len(corrections)} linjer i dokumentet {document} læses"
    record("document.corrected", told, by=by, subject=document, internal=True)


@transaction.atomic
def answer_question(document: ImportedDocument, question: Question, choice: str, *, by: User) -> None:
    """Read the plan so from now on; "" takes an answer back."""
    document = lock(document)
    if document.plan_id is not None:
        raise Refused(ALREADY_IMPORTED)
    others = {key: given for key, given in document.answers.items() if key != question.key}
    document.answers = others | ({question.key: choice} if choice else {})
    document.save(update_fields=["answers"])
    told = f"Svarede »{choice}« på: {question.text}" if choice else f"Tog svaret tilbage på: {question.text}"
    record("document.answered", told, by=by, subject=document, internal=True)


@transaction.atomic
def import_document(document: ImportedDocument, *, by: User, replace: bool = False) -> Plan:
    """Write the plan of an uploaded document; a document is imported once."""
    document = lock(document)
    if document.plan_id is not None and not replace:
        raise Refused("Dokumentet er allerede indlæst. Se planen, eller hent et nyt dokument ind.")
    document.plan = import_plan(
        plan_of(document), district=document.district, year=document.year, by=by, replace=replace
    )
    document.save(update_fields=["plan"])
    return document.plan


@transaction.atomic
def delete_document(document: ImportedDocument, *, by: User) -> None:
    """For good: it may hold what nobody should keep. The plan that it became stays."""
    text = f"Slettede dokumentet {document} (planår {document.year})"
    record("document.deleted", text, by=by, subject=document, within=document.plan, internal=True)
    document.delete()


@transaction.atomic
def import_plan(
    reading: ReadPlan, *, district: PoliceDistrict, year: int, by: User | None, replace: bool = False
) -> Plan:
    """Write what was read as a draft, all of it or nothing; `by=None` is the command line.

    Raises `Refused` when the district has a plan for the year, unless it is a draft and `replace` is set.
    """
    council = Council.objects.select_for_update().get(district=district, kind=CouncilKind.DISTRICT)
    standing = standing_plan(district, year)
    if standing is not None:
        refuse_to_overwrite(standing, replace=replace)
        _empty(standing, by)
    plan = standing or Plan(council=council, year=year, state=PlanState.DRAFT)
    plan.signed_place, plan.signed_on = reading.signed_place, reading.signed_date
    plan.previous = previous_plan(plan)
    with_editor(by, plan).save()
    write(reading, plan, by=by)
    record(
        "plan.imported",
        f"Planen blev indlæst fra et dokument: {len(reading.sections)} afsnit og "
        f"{len(reading.focus_areas)} indsatsområder",
        by=by,
        subject=plan,
    )
    return plan


def obstacles(standing: Plan | None, *, replace: bool) -> list[str]:
    """Why `import_plan` would refuse, in words; `standing` is the plan in its place."""
    try:
        if standing is not None:
            refuse_to_overwrite(standing, replace=replace)
    except Refused as refusal:
        return [str(refusal)]
    return []


def standing_plan(district: PoliceDistrict, year: int) -> Plan | None:
    plans = Plan.objects.filter(council__district=district, council__kind=CouncilKind.DISTRICT, year=year)
    return plans.with_places().first()


def refuse_to_overwrite(plan: Plan, *, replace: bool) -> None:
    """A plan that stands is never overwritten; a draft only on purpose, while nothing else hangs on it."""
    if plan.state != PlanState.DRAFT:
        raise Refused(
            f"{plan} er »{plan.get_state_display()}« og bliver aldrig overskrevet. Vælg et andet år, "
            "eller ret teksten i den plan, der står."
        )
    if plan.editions.exists():
        raise Refused(
            f"{plan} har været offentliggjort og bliver aldrig overskrevet. Ret teksten i planen i stedet."
        )
    if hasattr(plan, "proposal_round"):
        raise Refused(f"{plan} har en forslagsrunde og bliver ikke overskrevet. Ret teksten i planen.")
    if not replace:
        raise Refused(
            f"Der findes allerede en kladde til {plan}. Vælg at erstatte den, hvis dokumentet skal gælde."
        )


def _empty(plan: Plan, by: User | None) -> None:
    """Take everything out of a draft, row by row and inner sections first, so that its history keeps it."""
    sections = [place.section for place in reversed(numbered(plan.sections.all()))]
    for row in [*plan.duties.all(), *plan.focus_areas.all(), *sections]:
        with_editor(by, row).delete()
    plan.signatories.all().delete()
    plan.import_remarks.all().delete()
