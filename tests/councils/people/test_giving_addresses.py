"""The address of a known person is written with a post only where their account opens nothing else."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone

from councils.models import MembershipRole, Side
from samarbejde.accounts.models import PersonalLink, User
from samarbejde.outbox.models import Message
from tests.cast import TERM_THAT_ENDED, seat
from tests.councils.people import stages

pytestmark = pytest.mark.django_db


def of_the_administration(cast, known: User) -> None:
    User.objects.filter(pk=known.pk).update(is_staff=True)


def of_all_rights(cast, known: User) -> None:
    User.objects.filter(pk=known.pk).update(is_superuser=True)


def of_another_district(cast, known: User) -> None:
    seat(known, cast.lokalraad("Odense"), MembershipRole.CHAIR, side=Side.POLICE)


def of_the_secretariat(cast, known: User) -> None:
    seat(known, cast.kredsraad(), MembershipRole.SECRETARIAT, side=Side.POLICE)


def with_a_password(cast, known: User) -> None:
    known.set_password("en lang adgangskode, som ingen kender")
    known.save()


def with_a_second_factor(cast, known: User) -> None:
    Authenticator.objects.create(user=known, type=Authenticator.Type.TOTP, data={})


def who_was_in(cast, known: User) -> None:
    User.objects.filter(pk=known.pk).update(last_login=timezone.now())


@pytest.mark.parametrize(
    "account",
    [
        of_the_administration,
        of_all_rights,
        of_another_district,
        of_the_secretariat,
        with_a_password,
        with_a_second_factor,
        who_was_in,
    ],
)
def test_an_account_that_opens_more_than_the_post_gets_no_address_here(as_user, cast, account):
    """Whoever writes the address gets the way in."""
    known = User.objects.create_user(None, "Den uden adresse")
    seat(known, cast.lokalraad("Herning"), period=TERM_THAT_ENDED)
    account(cast, known)
    held = known.memberships.count()
    told = stages.typed(name=known.name, email="egen@example.org", person=f"p{known.pk}")
    client, post = as_user(cast.sekretariat), stages.mayor(cast)
    page = reverse("appoint", args=[cast.district.slug, post.council.pk, post.key])
    answer = client.post(page, told)
    assert answer.status_code == 409
    assert f"{known} har ingen e-mail. Bed administratoren skrive den, og udpeg så personen." in answer.text
    assert 'value="egen@example.org"' in answer.text
    known.refresh_from_db()
    assert (known.email, known.memberships.count()) == (None, held)
    assert not PersonalLink.objects.exists()
    assert not Message.objects.exists()
    without = client.post(page, told | {"email": ""})
    assert without.status_code == 302
