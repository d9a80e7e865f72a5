"""A plan's rows and its register → what the checks read. Two queries, however much there is."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery, prefetch_related_objects
from django.db.models.functions import TruncDate
from django.utils import timezone

from councils.models import Council, Membership, PreventionArea
from plans.consistency import checking
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.facts import Agreement, Area, Facts, Holder, LocalCouncil, Remark, ToDo, Topic
from plans.consistency.findings import Finding, Place, Waived, key_of
from plans.consistency.models import ListedWord, Waiver, WordKind
from plans.document.field_facts import FieldFacts, facts_in, field_lists
from plans.document.fields import Fields
from plans.document.models import MultiYearAgreement, Plan, Priority, Scope, Section
from plans.document.numbering import Numbered, numbered
from plans.document.short_lists import rows_as_list

Row = Mapping[str, Any]  # of a list that the database gives as JSON
_OF_FIELDS = "of_fields_"


def findings_of(plan: Plan, fields: Fields | None = None) -> list[Finding]:
    """Without what may stand."""
    return checking.findings(checked(plan, fields=fields))


def findings_in_section(plan: Plan, section: Section, fields: Fields | None = None) -> list[Finding]:
    """What concerns this section; what concerns others as well is told here too."""
    return checking.findings_in(checked(plan, fields=fields), str(section.lineage))


def checked(plan: Plan, day: date | None = None, fields: Fields | None = None) -> CheckedPlan:
    """The plan as it stands, measured against the register of `day`, which is today.

    `fields` are those of the day, where they are known.
    """
    prefetch_related_objects([plan], "sections")
    day = day or timezone.localdate()
    rows = _rows(plan, day, with_fields=fields is None)
    fields = fields or Fields(plan, day, facts=_of_fields(rows))
    sections = tuple(_text(entry, fields) for entry in numbered(plan.sections.all()))
    return CheckedPlan(sections, _facts(plan, rows, fields))


def _text(entry: Numbered, fields: Fields) -> Text:
    """As readers will have it: a field is what it stands for."""
    section = entry.section
    place = Place(fields.line(entry.title), str(section.lineage), section.pk, section.version)
    return Text(
        place=place,
        heading=fields.line(section.heading),
        body=fields.text(section.body),
        closing=fields.text(section.closing),
        kind=section.kind,
        data_kind=section.data,
        number=entry.label,
        depth=entry.depth,
    )


def _facts(plan: Plan, rows: Row, fields: Fields) -> Facts:
    district = plan.council.district
    councils = tuple(LocalCouncil(**row) for row in rows["councils"])
    return Facts(
        plan=plan.pk,
        year=plan.year,
        district=district.name,
        place=district.short_name,
        council_kind=plan.council.kind,
        municipalities=tuple(council.municipality for council in councils),
        local_councils=councils,
        topics=tuple(_topic(row, fields) for row in rows["topics"]),
        lists=_lists(rows["listed"], fields),
        holders=tuple(map(_holder, rows["holders"])),
        signed_by=tuple(map(_holder, rows["signed_by"])),
        to_do=tuple(_to_do(row) for row in rows["to_do"]),
        prevention_areas=tuple(Area(**row) for row in rows["areas"]),
        agreements=tuple(Agreement(**row) for row in rows["agreements"]),
        import_remarks=tuple(Remark(**row) for row in rows["remarks"]),
        **_words(rows["words"]),
        waived=tuple(map(_waived, rows["waived"])),
    )


def _rows(plan: Plan, day: date, *, with_fields: bool) -> Row:
    lists = {**_of_the_plan(plan), **_of_the_register(plan, day), "waived": _waivers(plan)}
    if with_fields:
        lists |= {f"{_OF_FIELDS}{name}": rows for name, rows in field_lists(plan, day).items()}
    return Plan.objects.filter(pk=plan.pk).values(**lists).get()


def _of_the_plan(plan: Plan) -> dict[str, ArraySubquery]:
    listed = Priority.objects.filter(focus_area__plan=plan).order_by("position", "pk")
    return {
        "topics": rows_as_list(
            plan.focus_areas.order_by("position", "pk"),
            *("own_title", "scope", "council_id", "description", "lineage"),
            heading="section__heading",
            section="section__lineage",
        ),
        "listed": rows_as_list(
            listed,
            "council_id",
            title="focus_area__own_title",
            heading="focus_area__section__heading",
        ),
        "signed_by": rows_as_list(plan.signatories.all(), "name", "title", municipality="municipality__name"),
        "to_do": rows_as_list(
            plan.duties.all(), "wording", "who", "due_year", "due_quarter", section="section__lineage"
        ),
        "remarks": rows_as_list(plan.import_remarks.all(), "message", "quotation", "lineage"),
    }


def _of_the_register(plan: Plan, day: date) -> dict[str, ArraySubquery]:
    district = plan.council.district_id
    councils = Council.objects.local_in(district)
    holders = Membership.objects.on(day).filter(council__district=district)
    areas = PreventionArea.objects.listed_in(plan.year).filter(municipality__district=district)
    agreements = MultiYearAgreement.objects.filter(district=district)
    return {
        "councils": rows_as_list(councils, "pk", "name", municipality="municipality__name"),
        "holders": rows_as_list(
            holders.order_by("council__sort_key", "pk"),
            *("title", "role"),
            name="user__name",
            council="council__name",
            council_kind="council__kind",
            municipality="municipality__name",
        ),
        "areas": rows_as_list(areas, "name", municipality="municipality__name"),
        "words": rows_as_list(ListedWord.objects.filter(district=district), "kind", "word", "right"),
        "agreements": rows_as_list(agreements, "name", "from_year", "to_year", "extended_to"),
    }


def _waivers(plan: Plan) -> ArraySubquery:
    """What may stand, with the office that whoever allowed it held on that day."""
    at_the_time = Membership.objects.filter(
        user=OuterRef("waived_by"), council=OuterRef("council"), period__contains=OuterRef("day")
    )
    waivers = Waiver.objects.filter(council=plan.council_id, year__lte=plan.year, taken_back=None)
    return rows_as_list(
        waivers.annotate(day=TruncDate("waived_at")).annotate(
            office=Subquery(at_the_time.order_by("pk").values("title")[:1])
        ),
        *("pk", "code", "lineage", "quotation", "reason", "year", "office"),
        by="waived_by__name",
        at="waived_at",
    )


def _of_fields(rows: Row) -> FieldFacts:
    return facts_in(
        {name.removeprefix(_OF_FIELDS): rows[name] for name in rows if name.startswith(_OF_FIELDS)}
    )


def _topic(row: Row, fields: Fields) -> Topic:
    return Topic(
        title=fields.line(row["heading"] or row["own_title"]),
        is_local=row["scope"] == Scope.LOCAL,
        council=row["council_id"],
        description=fields.text(row["description"]),
        lineage=row["lineage"],
        section=row["section"] or "",
    )


def _lists(rows: list[Row], fields: Fields) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        found[row["council_id"]].append(fields.line(row["heading"] or row["title"]))
    return {council: tuple(titles) for council, titles in found.items()}


def _holder(row: Row) -> Holder:
    return Holder(**{name: value or "" for name, value in row.items()})


def _words(rows: list[Row]) -> dict[str, Any]:
    """The secretariat's lists, by the names that facts have for them."""
    words = {kind: [row for row in rows if row["kind"] == kind] for kind in WordKind}
    return {
        "abbreviations": frozenset(row["word"] for row in words[WordKind.ABBREVIATION]),
        "own_words": frozenset(row["word"].casefold() for row in words[WordKind.WORD]),
        "house_words": tuple((row["word"].casefold(), row["right"]) for row in words[WordKind.HOUSE]),
    }


def _waived(row: Row) -> Waived:
    key = key_of(row["code"], row["lineage"], row["quotation"])
    at = datetime.fromisoformat(row["at"])
    return Waived(row["pk"], key, row["reason"], row["year"], row["by"], at, row["office"] or "")


def _to_do(row: Row) -> ToDo:
    return ToDo(**{**row, "section": row["section"] or ""})
