"""Whoever takes a post gives up their own other one in that council: said, asked about, and then allowed."""

import pytest
from django.urls import reverse

from councils.models import Membership, MembershipRole, Side
from councils.people import workflow
from tests.cast import Cast, seat
from tests.councils.people import stages

pytestmark = pytest.mark.django_db

LEADERLESS = "Lokalrådet i Herning står uden formand"


@pytest.fixture
def client(cast, as_user):
    return as_user(cast.sekretariat)


def page_of(cast: Cast, post) -> str:
    return reverse("appoint", args=[cast.district.slug, post.council.pk, post.key])


def typed(term: Membership, **more: str) -> dict[str, str]:
    who = {"name": term.user.name, "email": term.user.email, "title": "Lærer"}
    return stages.typed(**who, **more)


@pytest.fixture
def chair(cast) -> Membership:
    return cast.formand_herning.memberships.get()


def test_the_only_chair_who_becomes_a_member_is_asked_about(client, cast, chair):
    asked = client.post(page_of(cast, stages.civil(cast)), typed(chair))
    assert asked.status_code == 422
    assert f"{chair.user} går samtidig af som formand i Lokalrådet i Herning." in asked.text
    assert LEADERLESS in asked.text
    assert "Sæt hak, hvis det er meningen." in asked.text
    assert 'value="Lærer"' in asked.text
    chair.refresh_from_db()
    assert chair.last_day is None
    assert chair.user.memberships.count() == 1
    assert client.post(page_of(cast, stages.civil(cast)), typed(chair, gives_up="on")).status_code == 302
    chair.refresh_from_db()
    assert chair.last_day == stages.in_days(-1)
    assert [term.role for term in chair.user.memberships.current()] == ["member"]


def test_who_is_sure_of_the_holder_is_not_sure_of_what_was_not_shown(client, cast, chair):
    answer = client.post(page_of(cast, stages.civil(cast)), typed(chair, sure="on"))
    assert answer.status_code == 422
    assert LEADERLESS in answer.text
    chair.refresh_from_db()
    assert chair.last_day is None


def test_it_is_asked_when_it_is_known_who_is_meant(client, cast, chair):
    told = typed(chair) | {"email": ""}
    which = client.post(page_of(cast, stages.civil(cast)), told)
    assert which.status_code == 422
    assert "Vælg, hvem du mener." in which.text
    assert LEADERLESS not in which.text
    new = client.post(page_of(cast, stages.civil(cast)), told | {"person": "new", "name": "En ganske anden"})
    assert new.status_code == 302
    meant = client.post(page_of(cast, stages.civil(cast)), told | {"person": f"p{chair.user_id}"})
    assert meant.status_code == 422
    assert LEADERLESS in meant.text


def test_a_chair_who_becomes_vice_chair_still_leads(client, cast, chair):
    post = stages.the_post(chair.council, "naestformand")
    asked = client.post(page_of(cast, post), typed(chair, side="police"))
    assert asked.status_code == 422
    assert "går samtidig af som formand" in asked.text
    assert LEADERLESS not in asked.text


def test_a_mayor_in_the_seat_who_is_naestformand_is_told_to_be_that_no_more(client, cast):
    mayor = cast.borgmester("Herning").memberships.get()
    elected = workflow.elect_vice_chair(mayor, stages.in_days(-5), by=cast.sekretariat)
    asked = client.post(page_of(cast, stages.mayor(cast)), typed(elected))
    assert asked.status_code == 422
    assert "går samtidig af som næstformand i Kredsrådet" in asked.text


def test_the_same_post_again_and_a_post_elsewhere_are_no_loss(client, cast, chair):
    renewed = typed(chair, side="police", first_day=f"{stages.in_days(10):%d-%m-%Y}")
    assert client.post(page_of(cast, stages.chair(cast)), renewed).status_code == 302
    member = seat(cast.medlem_herning, cast.lokalraad("Viborg"), MembershipRole.MEMBER, side=Side.CIVIL)
    shown = client.post(
        page_of(cast, stages.the_post(cast.lokalraad("Viborg"), "naestformand")),
        stages.typed(name=member.name, email=member.email, side="police", first_day="ikke en dag"),
    )
    assert shown.status_code == 422
    assert "går samtidig af" not in shown.text
