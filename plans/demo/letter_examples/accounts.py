from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from plans.demo.letter_examples import told
from samarbejde.accounts import letters
from samarbejde.accounts.links import LASTS
from samarbejde.accounts.models import LinkKind, PersonalLink
from samarbejde.outbox.letters import Letter

MAYOR, ADMINISTRATOR = "borgmester.herning", "administrator"
FORMER = "borgmester@demo.invalid"
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def invitation() -> Iterator[list[Letter]]:
    yield letters.invitation(_link(LinkKind.INVITATION))


def new_password() -> Iterator[list[Letter]]:
    yield letters.new_password(_link(LinkKind.NEW_PASSWORD))


def address_changed() -> Iterator[list[Letter]]:
    person = told.person(MAYOR)
    yield letters.address_changed(person, FORMER, by=told.person(ADMINISTRATOR))
    person.email = None
    yield letters.address_changed(person, FORMER, by=told.person(ADMINISTRATOR))


def second_factor_off() -> Iterator[list[Letter]]:
    for is_required in (True, False):
        by = told.person(ADMINISTRATOR)
        yield letters.second_factor_off(told.person(MAYOR), is_required=is_required, by=by)


def account_changed() -> Iterator[list[Letter]]:
    """Whatever has a Danish text here is sent by allauth."""
    folder = Path(settings.BASE_DIR) / "templates"
    context = {"timestamp": timezone.now(), "ip": "192.0.2.7", "user_agent": BROWSER}
    for subject in sorted(folder.glob("*/email/*_subject.txt")):
        kind = str(subject.relative_to(folder)).removesuffix("_subject.txt")
        yield letters.account_changed(told.person(MAYOR), kind, context)


def _link(kind: LinkKind) -> PersonalLink:
    """Of no use: it is written down nowhere."""
    return PersonalLink(kind=kind, user=told.person(MAYOR), expires_at=timezone.now() + LASTS[kind])
