from collections.abc import Iterator

from councils.attendance import letters
from councils.models import Apology, Guest
from plans.demo.letter_examples import told
from plans.demo.letter_examples.meetings import called_meeting
from samarbejde.outbox.letters import Letter


def called() -> Iterator[list[Letter]]:
    yield letters.called(called_meeting(), told.person("sekretariat"))


def guest_called() -> Iterator[list[Letter]]:
    yield letters.guest_called(Guest.objects.select_related("meeting__council").exclude(email="")[0])


def guest_not_called() -> Iterator[list[Letter]]:
    yield letters.guest_not_called(Guest.objects.select_related("meeting__council").exclude(email="")[0])


def agenda_changed() -> Iterator[list[Letter]]:
    yield letters.agenda_changed(called_meeting(), told.person("sekretariat"))


def reminded() -> Iterator[list[Letter]]:
    yield letters.reminded(called_meeting())


def apology_sent() -> Iterator[list[Letter]]:
    """With a deputy, and with nobody."""
    sent = Apology.objects.select_related("meeting__council", "membership__user", "deputy__user")
    for known in (False, True):
        yield letters.apology_sent(sent.filter(deputy__isnull=not known)[0])


def deputy_not_needed() -> Iterator[list[Letter]]:
    sent = Apology.objects.select_related("meeting__council", "membership__user", "deputy__user")
    apology = sent.exclude(deputy=None)[0]
    assert apology.deputy is not None
    yield letters.deputy_not_needed(apology, apology.deputy)


def comes_after_all() -> Iterator[list[Letter]]:
    sent = Apology.objects.select_related("meeting__council", "membership__user", "deputy__user")
    apology = sent.exclude(deputy=None)[0]
    yield letters.comes_after_all(apology.meeting, apology.membership, apology.deputy)
