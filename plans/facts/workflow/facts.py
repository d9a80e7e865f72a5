"""The secretariat writes in its district's register. What is published has a copy of its own."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from councils.models import Figure, PoliceDistrict
from plans.drafting.workflow.following import Tell, unsaid
from plans.facts.following import called, follow_facts
from plans.facts.kinds import Fact, Kind
from plans.facts.workflow.figures import place_of
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.transitions import Refused, lock, lock_as_seen, stands

GONE = "Det er slettet af en anden."
Answers = Mapping[str, object]


@transaction.atomic
def add_fact(
    kind: Kind, district: PoliceDistrict, answers: Answers, *, by: User, tell: Tell = unsaid
) -> Fact:
    """A second of its name gives the first another one: fields that name it follow, and `tell` is told."""
    fact, before = kind.model(district=district, **answers), called(district, kind.model)
    if isinstance(fact, Figure):
        fact.position = place_of(fact)
    with _told_apart(kind):
        with_editor(by, fact).save()
    tell(follow_facts(district, before, kind.model, by=by))
    record("register.added", f"Oprettede {_named(fact)}", by=by, subject=fact, internal=True)
    return fact


@transaction.atomic
def edit_fact(
    kind: Kind, fact: Fact, answers: Answers, *, version: int, by: User, tell: Tell = unsaid
) -> Fact:
    """Correct it if `version` is what stands; raises `Stale` if not.

    Fields that name it follow in the plans that are open, and `tell` is told.
    """
    fact = lock_as_seen(fact, version, answers, gone=GONE)
    if stands(fact, answers):
        return fact
    before = called(fact.district, kind.model)
    for name, answer in answers.items():
        setattr(fact, name, answer)
    with _told_apart(kind):
        save_as_next(by, fact)
    tell(follow_facts(fact.district, before, kind.model, by=by))
    record("register.changed", f"Rettede {_named(fact)}", by=by, subject=fact, internal=True)
    return fact


@transaction.atomic
def delete_fact(fact: Fact, *, by: User, tell: Tell = unsaid) -> None:
    """What it was told apart from may get a shorter name: fields follow, and `tell` is told."""
    fact = lock(fact, gone=GONE)
    before, model = called(fact.district, type(fact)), type(fact)
    record("register.removed", f"Slettede {_named(fact)}", by=by, subject=fact, internal=True)
    with_editor(by, fact).delete()
    tell(follow_facts(fact.district, before, model, by=by))


def _named(fact: Fact) -> str:
    return f"{fact._meta.verbose_name} »{fact}«"


@contextmanager
def _told_apart(kind: Kind) -> Iterator[None]:
    """Two of one name: the database refuses it, and this says why."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as broken:
        raise Refused(kind.taken) from broken
