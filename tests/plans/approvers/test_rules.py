"""Which posts approve a lokalråd's plan is chosen for the district, and for a kommune in its place."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from councils.models import Council, Membership, Side
from plans.approvers.candidates import parties_in, parties_of
from plans.approvers.models import ApprovalRules
from samarbejde.events.models import Event
from tests.cast import person, seat
from tests.plans.approval.stages import leave
from tests.plans.approvers.stages import TYPED, chosen
from tests.plans.local_plans import stages

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast, as_user):
    return as_user(cast.sekretariat)


def listed(cast) -> str:
    return reverse("approval-rules", args=[cast.district.slug])


def of_district(cast) -> str:
    return reverse("edit-approval-rules", args=[cast.district.slug])


def of_place(cast, place="herning") -> str:
    return reverse("edit-approvers-of-place", args=[cast.district.slug, place])


def test_the_secretariat_chooses_and_the_log_tells_it(client, cast):
    assert client.post(of_district(cast), TYPED | {"version": "0"}).status_code == 302
    rules = ApprovalRules.objects.get()
    assert (rules.municipality, rules.police_post, rules.municipality_post) == (None, "director", "mayor")
    event = Event.objects.get(verb="approvers.chosen")
    assert event.text == "Lokalrådenes planer godkendes af politidirektøren og borgmesteren"
    assert event.actor == cast.sekretariat


def test_a_kommune_has_its_own_and_follows_the_district_again(client, cast):
    chosen(cast)
    mayor = cast.borgmester("Herning")
    client.post(of_place(cast), TYPED | {"municipality_post": "office", "version": "0"})
    assert parties_of(stages.draft(cast)).municipality is None, "nobody is in the kontaktudvalg for it"
    assert "kommunens egen" in client.get(listed(cast)).text
    client.post(reverse("follow-the-district", args=[cast.district.slug, "herning"]))
    assert [rules.municipality for rules in ApprovalRules.objects.all()] == [None]
    assert parties_of(cast.lokalraad("Herning").plans.get()).municipality.user == mayor
    texts = Event.objects.filter(verb__startswith="approvers.").values_list("text", flat=True)
    assert "Lokalrådets plan i Herning godkendes igen af dem, som kredsens regel siger" in texts


def test_a_title_that_is_asked_for_is_written(client, cast):
    answer = client.post(of_place(cast), TYPED | {"municipality_post": "title", "version": "0"})
    assert answer.status_code == 422
    assert "Skriv titlen, for eksempel" in answer.text
    assert not ApprovalRules.objects.exists()


def test_a_title_is_found_with_its_place_behind_it(cast):
    committee = Council.objects.get(kind="contact", district=cast.district)
    head = person("direktoer.herning", "Kommunaldirektøren i Herning")
    place = cast.lokalraad("Herning").municipality
    seat(head, committee, title="Kommunaldirektør i Herning Kommune", municipality=place)
    chosen(cast, municipality_post="title", municipality_title="kommunaldirektør")
    assert parties_of(stages.draft(cast)).municipality.user == head


@pytest.mark.parametrize(
    ("post", "who"),
    [("police_post", "formand_herning"), ("municipality_post", "naestformand_herning")],
)
def test_a_leader_of_the_lokalraad_is_found_on_their_side(cast, post, who):
    expected = getattr(cast, who)
    assert cast.formand_herning
    chosen(cast, **{post: "leader"})
    assert expected in {one.user for one in parties_of(stages.draft(cast)).people}


def test_they_are_ticked_when_the_plan_is_sent(cast, as_user):
    director, mayor = cast.direktoer, cast.borgmester("Herning")
    assert cast.medlem_herning
    chosen(cast)
    page = as_user(cast.formand_herning).get(reverse("signatures", args=[stages.draft(cast).pk]))
    ticked = Membership.objects.filter(pk__in=page.context["form"]["approvers"].value())
    assert {one.user for one in ticked} == {director, mayor}
    assert "Reglen er: politidirektøren og borgmesteren." in page.text


def test_a_post_that_nobody_holds_is_told_of(cast, as_user, client):
    assert cast.direktoer
    chosen(cast)
    plan = stages.draft(cast)
    assert (
        "Ingen har kommunens post i dag."
        in as_user(cast.formand_herning).get(reverse("signatures", args=[plan.pk])).text
    )
    assert "Ingen har posten i dag" in client.get(listed(cast)).text
    assert cast.borgmester("Herning")
    leave(cast.direktoer)
    assert (
        "Ingen har politiets post i dag."
        in as_user(cast.formand_herning).get(reverse("signatures", args=[plan.pk])).text
    )


def test_a_deputy_or_a_secretary_holds_no_post_of_these(cast):
    assert cast.stedfortraeder("Herning")
    seat(person("sekr", "Lokalrådets sekretær"), cast.lokalraad("Herning"), "secretariat", side=Side.POLICE)
    chosen(cast)
    assert parties_of(stages.draft(cast)).people == []


def test_the_list_takes_the_same_queries_for_one_lokalraad_and_for_all(
    cast, client, django_assert_num_queries
):
    chosen(cast)
    assert cast.formand_herning
    with django_assert_num_queries(3):
        rows = parties_in(cast.district)
    assert sum(row.police is None for row in rows) == len(rows)
    assert cast.formaend
    assert cast.borgmestre
    assert cast.direktoer
    with django_assert_num_queries(3):
        rows = parties_in(cast.district)
    assert all(row.police and row.municipality for row in rows)


def test_who_was_first_is_told_to_who_saves_over_it(client, cast):
    rules = chosen(cast)
    chosen_later = TYPED | {"police_post": "leader", "version": f"{rules.version}"}
    assert client.post(of_district(cast), chosen_later).status_code == 302
    answer = client.post(of_district(cast), TYPED | {"municipality_post": "office", "version": rules.version})
    assert answer.status_code == 409
    assert ApprovalRules.objects.get().municipality_post == "mayor"


def test_another_districts_kommune_has_no_such_page(client, cast):
    assert client.get(of_place(cast, "odense")).status_code == 404
    address = reverse("follow-the-district", args=[cast.district.slug, "herning"])
    assert client.post(address).status_code == 404, "it follows the district already"


@pytest.mark.parametrize(
    ("columns", "rule"),
    [
        ({"police_post": "title"}, "an_approver_by_title_has_a_title"),
        ({"municipality_post": "king"}, "a_local_plan_is_approved_by_known_posts"),
    ],
)
def test_the_database_refuses(cast, columns, rule):
    with pytest.raises(IntegrityError, match=rule):
        ApprovalRules.objects.create(district=cast.district, **columns)


def test_a_district_has_one_rule(cast):
    ApprovalRules.objects.create(district=cast.district)
    with pytest.raises(IntegrityError, match="a_district_says_once_who_approves_its_local_plans"):
        ApprovalRules.objects.create(district=cast.district)
