"""`manage.py check_plan midt-og-vestjylland 2026`: what »Kontrol« finds, and what the secretariat lets stand.

With `--json` a list of objects, what blocks first, then in reading order, and last what may stand:

* `key` – the same for the same fault in the same place, next year too
* `code`, `title` – which check it is of, for programs and for people
* `level` – `blocking` or `advisory`
* `section` – its number and heading; several are parted by `; `, and it is empty for the plan as a whole
* `quotation`, `message` – what stands there, and what is said of it
* `mend` – what puts it right: words for words, or a page's name and address; empty where there is none
* `suggestions` – for a word that the dictionary does not know: at most three others, the likeliest first
* `waived` – `null`, or why it may stand: `reason`, `by`, `office` (that day), `year` (of the plan), `at`
"""

import json
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from councils.models import CouncilKind
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.checking import sorted_out
from plans.consistency.checks import CHECKS
from plans.consistency.findings import Finding, Level, Sorted, Waived
from plans.consistency.preparing import checked
from plans.consistency.suggesting import Suggested, suggestions
from plans.document.models import Plan

TITLES = {check.code: check.title for check in CHECKS}


class Command(BaseCommand):
    help = "Viser, hvad kontrollen finder i et kredsråds plan, og hvad der må stå i den."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("district", help="politikredsens navn i adresser, som midt-og-vestjylland")
        parser.add_argument("year", type=int, help="planens år")
        parser.add_argument("--json", action="store_true", help="for programmer")
        parser.add_argument(
            "--code",
            action="append",
            choices=sorted(TITLES),
            metavar="KODE",
            help="kun denne slags; flere kan nævnes",
        )
        parser.add_argument("--level", choices=[level.value for level in Level], help="kun dette niveau")
        parser.add_argument("--section", help="kun afsnit, hvis nummer eller overskrift har disse ord i sig")
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--standing", action="store_true", help="kun det, der er at se på")
        only.add_argument("--waived", action="store_true", help="kun det, der må stå, og hvorfor")

    def handle(self, *args: object, district: str, year: int, **options: Any) -> None:
        plans = Plan.objects.with_places().filter(council__kind=CouncilKind.DISTRICT)
        plan = plans.filter(council__district__slug=district, year=year).first()
        if plan is None:
            raise CommandError(f"Der er ingen plan for {district} i {year}.")
        read = checked(plan)
        found = _asked_for(sorted_out(read), options)
        self.stdout.write(_as_json(found, read) if options["json"] else _as_lines(found))


def _asked_for(found: Sorted, options: dict[str, Any]) -> Sorted:
    wanted = _wanted(options)
    return Sorted(
        [] if options["waived"] else [one for one in found.standing if wanted(one)],
        [] if options["standing"] else [(one, why) for one, why in found.waived if wanted(one)],
    )


def _wanted(options: dict[str, Any]) -> Callable[[Finding], bool]:
    codes, level, words = options["code"], options["level"], (options["section"] or "").casefold()

    def wanted(found: Finding) -> bool:
        is_there = not words or any(words in place.title.casefold() for place in found.places)
        return is_there and (not codes or found.code in codes) and level in (None, found.level.value)

    return wanted


def _as_json(found: Sorted, plan: CheckedPlan) -> str:
    told = [*((one, None) for one in found.standing), *found.waived]
    unknown = suggestions((one.unknown_word for one, _ in told if one.unknown_word), plan)
    rows = [_row(one, why, unknown.get(one.unknown_word)) for one, why in told]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _row(found: Finding, waived: Waived | None, suggested: Suggested | None) -> dict[str, object]:
    return {
        "key": found.key,
        "code": found.code,
        "title": TITLES[found.code],
        "level": found.level.value,
        "section": "; ".join(place.title for place in found.places) or found.place.title,
        "quotation": found.quotation,
        "message": found.message,
        "mend": str(found.mend or ""),
        "suggestions": list(suggested.words) if suggested else [],
        "waived": waived and _why(waived),
    }


def _why(waived: Waived) -> dict[str, object]:
    return {
        "reason": waived.reason,
        "by": waived.by,
        "office": waived.office,
        "year": waived.year,
        "at": waived.at.isoformat(),
    }


def _as_lines(found: Sorted) -> str:
    lines = [f"{one.code} ({one.level.label}): {one.message}" for one in found.standing]
    lines += [
        f"{one.code} (må stå): {one.message} {why.by}, {why.year}: {why.reason}" for one, why in found.waived
    ]
    return "\n".join([*lines, f"{len(found.standing)} ting at se på, {len(found.waived)} må stå."])
