import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from councils.models import CouncilKind
from plans.consistency.findings import Finding
from plans.consistency.preparing import findings_of
from plans.document.models import Plan


class Command(BaseCommand):
    help = "Viser, hvad kontrollen finder i et kredsråds plan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("district", help="politikredsens navn i adresser, som midt-og-vestjylland")
        parser.add_argument("year", type=int, help="planens år")
        parser.add_argument("--json", action="store_true", help="for programmer")

    def handle(self, *args: object, district: str, year: int, json: bool, **options: object) -> None:
        plans = Plan.objects.with_places().filter(council__kind=CouncilKind.DISTRICT)
        plan = plans.filter(council__district__slug=district, year=year).first()
        if plan is None:
            raise CommandError(f"Der er ingen plan for {district} i {year}.")
        found = findings_of(plan)
        self.stdout.write(_as_json(found) if json else _as_lines(found))


def _as_json(found: list[Finding]) -> str:
    return json.dumps([_row(one) for one in found], ensure_ascii=False, indent=2)


def _row(found: Finding) -> dict[str, Any]:
    return {
        "code": found.code,
        "level": found.level.value,
        "section": "; ".join(place.title for place in found.places) or found.place.title,
        "quotation": found.quotation,
        "message": found.message,
        "mend": str(found.mend or ""),
    }


def _as_lines(found: list[Finding]) -> str:
    lines = [f"{one.code} ({one.level.label}): {one.message}" for one in found]
    return "\n".join([*lines, f"{len(found)} ting at se på."])
