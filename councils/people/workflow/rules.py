"""The secretariat says how many may sit in a lokalråd from each side, and for how long."""

from collections.abc import Mapping

from django.db import transaction

from councils.register.models import PoliceDistrict, SeatRules
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.transitions import lock, lock_as_seen, stands


@transaction.atomic
def set_seat_rules(
    district: PoliceDistrict, answers: Mapping[str, object], *, version: int, by: User
) -> SeatRules:
    """Those who sit keep their seats and their terms. Raises `Stale` if another version stands."""
    lock(district)
    rules, made = SeatRules.objects.get_or_create(district=district)
    rules = lock_as_seen(rules, rules.version if made else version, answers)
    if stands(rules, answers):
        return rules
    for name, answer in answers.items():
        setattr(rules, name, answer)
    save_as_next(by, rules)
    record("people.seat_rules", _told(rules), by=by, subject=rules, internal=True)
    return rules


def _told(rules: SeatRules) -> str:
    caps = {
        "politiet": rules.most_police,
        "kommunen": rules.most_municipality,
        "civilsamfundet": rules.most_civil,
    }
    years = {"kommunen": rules.municipality_years, "civilsamfundet": rules.civil_years}
    told = [f"højst {most} fra {side}" for side, most in caps.items() if most]
    told += [f"{length} år ad gangen for {side}" for side, length in years.items() if length]
    return f"Reglerne for pladser i lokalrådene blev: {danish.listing(told) or 'ingen'}"
