"""A new holder of an office: the one before leaves, nobody is made twice, and who must is invited."""

import pytest
from django.urls import reverse

from councils.models import Membership
from samarbejde.accounts.models import LinkKind, PersonalLink, User
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.cast import Cast
from tests.councils.people import stages

pytestmark = pytest.mark.django_db


def page_of(cast: Cast, post) -> str:
    return reverse("appoint", args=[cast.district.slug, post.council.pk, post.key])


@pytest.fixture
def client(cast, as_user):
    return as_user(cast.sekretariat)


def test_a_new_mayor_takes_the_seat_and_the_old_one_leaves_the_day_before(client, cast):
    old = cast.borgmester("Herning").memberships.get()
    form = client.get(page_of(cast, stages.mayor(cast)))
    assert 'value="Borgmester i Herning Kommune"' in form.text
    assert f'value="{stages.in_days(0):%d-%m-%Y}"' in form.text
    answer = client.post(page_of(cast, stages.mayor(cast)), stages.typed(), follow=True)
    assert "Der er sendt en e-mail til ny.borgmester@example.org." in answer.text
    old.refresh_from_db()
    assert old.last_day == stages.in_days(-1)
    new = Membership.objects.get(user__email=stages.EMAIL)
    assert (new.first_day, new.last_day) == (stages.in_days(0), None)
    assert (new.role, new.side, new.municipality.name) == ("member", "municipality", "Herning")
    events = Event.objects.filter(verb__startswith="people.", actor=cast.sekretariat, internal=True)
    assert set(events.values_list("verb", flat=True)) == {"people.added", "people.left", "people.appointed"}
    assert new.history.get().history_user == cast.sekretariat
    link = PersonalLink.objects.get(user=new.user, kind=LinkKind.INVITATION)
    assert link.is_open
    assert [message.subject for message in Message.objects.all()] == ["Invitation til Samarbejde"]


def test_the_seat_of_a_kommune_without_a_mayor_is_filled_with_its_usual_title(client, cast):
    form = client.get(page_of(cast, stages.the_post(cast.kredsraad(), "medlem-skive")))
    assert 'value="Borgmester i Skive Kommune"' in form.text


def test_a_civil_member_sits_for_two_years(client, cast):
    form = client.get(page_of(cast, stages.civil(cast))).context["form"]
    first, last = form["first_day"].value(), form["last_day"].value()
    assert (last - first).days in (729, 730)


def test_a_term_may_begin_later(client, cast):
    old = cast.borgmester("Herning").memberships.get()
    first = stages.in_days(40)
    client.post(page_of(cast, stages.mayor(cast)), stages.typed(first_day=f"{first:%d-%m-%Y}"))
    old.refresh_from_db()
    assert old.last_day == stages.in_days(39)
    assert Membership.objects.get(user__email=stages.EMAIL).first_day == first
    page = client.get(reverse("council-people", args=[cast.district.slug, cast.kredsraad().pk])).text
    assert stages.NAME in page
    assert cast.borgmester("Herning").name in page


def test_a_taken_post_is_refused_in_the_words_of_the_rule_and_what_was_typed_stays(client, cast):
    assert cast.borgmester("Herning")
    stages.appointed(cast, first_day=stages.in_days(40), name="Den kommende", email="kommende@example.org")
    answer = client.post(page_of(cast, stages.mayor(cast)), stages.typed(title="Borgmester (fg.)"))
    assert answer.status_code == 409
    assert "Kommunens plads er besat i perioden." in answer.text
    assert 'value="Borgmester (fg.)"' in answer.text
    assert f'value="{stages.EMAIL}"' in answer.text
    assert not User.objects.filter(email=stages.EMAIL).exists()
    assert cast.borgmester("Herning").memberships.get().last_day == stages.in_days(39)


def test_a_person_who_sits_elsewhere_is_shown_and_chosen_and_never_made_twice(client, cast):
    known = cast.formand_viborg
    told = stages.typed(name="En anden stavemåde", email=known.email.upper())
    asked = client.post(page_of(cast, stages.mayor(cast)), told)
    assert asked.status_code == 422
    assert f"{known.name}, {known.email}: {known.memberships.get().title}" in asked.text
    assert "En anden, som portalen ikke kender" not in asked.text
    done = client.post(page_of(cast, stages.mayor(cast)), told | {"person": f"p{known.pk}"})
    assert done.status_code == 302
    assert known.memberships.count() == 2
    assert User.objects.filter(email=known.email).count() == 1
    known.refresh_from_db()
    assert known.name != "En anden stavemåde"


def test_somebody_of_the_same_name_in_the_district_is_asked_about(client, cast):
    known = cast.formand_viborg
    told = stages.typed(name=known.name.upper(), email="ny@example.org")
    assert client.post(page_of(cast, stages.mayor(cast)), told).status_code == 422
    assert client.post(page_of(cast, stages.mayor(cast)), told | {"person": "new"}).status_code == 302
    assert Membership.objects.get(user__email="ny@example.org").user != known


def test_a_person_of_another_name_cannot_be_smuggled_in(client, cast):
    stranger = cast.formand_viborg
    told = stages.typed(person=f"p{stranger.pk}")
    client.post(page_of(cast, stages.mayor(cast)), told)
    assert stranger.memberships.count() == 1


def test_who_can_log_in_is_told_and_not_invited(cast):
    known = cast.formand_viborg
    known.set_password("en lang adgangskode, som ingen kender")
    known.save()
    stages.appointed(cast, person=known, email="")
    assert not PersonalLink.objects.exists()
    message = Message.objects.get(to=known)
    assert message.subject == "Din post i Kredsrådet i Midt- og Vestjylland"
    assert "som borgmester i Herning Kommune" in message.body


def test_a_person_without_an_address_is_appointed_and_gets_one_later(client, cast):
    answer = client.post(page_of(cast, stages.mayor(cast)), stages.typed(email=""), follow=True)
    assert "Uden e-mail kan personen ikke logge ind." in answer.text
    person = Membership.objects.get(user__name=stages.NAME).user
    assert person.email is None
    told = stages.typed(first_day=f"{stages.in_days(1):%d-%m-%Y}", person=f"p{person.pk}")
    assert client.post(page_of(cast, stages.mayor(cast)), told).status_code == 302
    person.refresh_from_db()
    assert person.email == stages.EMAIL
    assert person.memberships.count() == 2


def test_nobody_gives_a_post_to_themselves(client, cast):
    own = cast.sekretariat
    told = stages.typed(name=own.name, email=own.email, person=f"p{own.pk}")
    answer = client.post(page_of(cast, stages.chair(cast)), told | {"side": "police"})
    assert answer.status_code == 409
    assert "Du kan ikke give dig selv en post." in answer.text
    assert own.memberships.count() == 1
    for post in (stages.mayor(cast), stages.civil(cast), stages.chair(cast)):
        with pytest.raises(Refused, match="Du kan ikke give dig selv en post"):
            stages.appointed(cast, post, person=own)


def test_nobody_makes_a_secretary_of_the_kredsraad_here(client, cast):
    address = reverse("appoint", args=[cast.district.slug, cast.kredsraad().pk, "sekretaer"])
    assert client.get(address).status_code == 404
    assert client.post(address, stages.typed()).status_code == 404


def test_a_chair_who_was_a_member_leaves_that_seat(cast):
    member = cast.medlem_herning
    stages.appointed(cast, stages.chair(cast), person=member, title="Formand", email="")
    assert [term.role for term in member.memberships.current()] == ["chair"]
    assert member.memberships.count() == 2


def test_a_term_is_renewed_for_the_same_person(client, cast):
    term = stages.appointed(
        cast, stages.civil(cast), side="civil", title="Lærer", last_day=stages.in_days(30)
    )
    address = page_of(cast, stages.civil(cast)) + f"?efter={term.pk}"
    form = client.get(address).context["form"]
    assert form["name"].value() == stages.NAME
    assert form["first_day"].value() == stages.in_days(31)
    told = {name: form[name].value() for name in ("name", "email", "title")}
    told |= {name: f"{form[name].value():%d-%m-%Y}" for name in ("first_day", "last_day")}
    assert client.post(address, told).status_code == 302
    assert term.user.memberships.count() == 2
    twice = client.post(address, told | {"first_day": f"{stages.in_days(0):%d-%m-%Y}"})
    assert twice.status_code == 409
    assert term.user.memberships.count() == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"last_day": "01-01-2020"}, "Den sidste dag ligger før den første."),
        ({"first_day": ""}, "skal udfyldes"),
        ({"first_day": "31-11-2026"}, "gyldig dato"),
        ({"name": ""}, "skal udfyldes"),
        ({"title": ""}, "skal udfyldes"),
        ({"email": "ikke en adresse"}, "gyldig e-mail"),
    ],
)
def test_bad_input_comes_back_with_what_was_typed(client, cast, change, said):
    answer = client.post(page_of(cast, stages.mayor(cast)), stages.typed(**change))
    assert answer.status_code == 422
    assert said in answer.text
    assert Membership.objects.filter(council=cast.kredsraad(), role="member").count() == 0
    if "name" not in change:
        assert f'value="{stages.NAME}"' in answer.text


def test_a_day_long_ago_is_for_the_administrator(client, cast):
    answer = client.post(page_of(cast, stages.mayor(cast)), stages.typed(first_day="01-01-2020"))
    assert answer.status_code == 409
    assert "mere end en måned siden" in answer.text


def test_who_is_closed_out_is_not_appointed(cast):
    person = User.objects.create_user("lukket@example.org", "Den lukkede", is_active=False)
    with pytest.raises(Refused, match="spærret"):
        stages.appointed(cast, person=person)
    assert not person.memberships.exists()


def test_another_district_does_not_exist(cast, as_user):
    assert cast.sekretariat
    client = as_user(cast.sekretariat_fyn)
    assert client.post(page_of(cast, stages.mayor(cast)), stages.typed()).status_code == 404
    odense = cast.lokalraad("Odense")
    crossed = reverse("appoint", args=[cast.district.slug, odense.pk, "formand"])
    assert as_user(cast.sekretariat).post(crossed, stages.typed()).status_code == 404
    seat_of_odense = reverse("appoint", args=[cast.district.slug, cast.kredsraad().pk, "medlem-odense"])
    assert as_user(cast.sekretariat).post(seat_of_odense, stages.typed()).status_code == 404
    assert not Membership.objects.filter(user__email=stages.EMAIL).exists()
