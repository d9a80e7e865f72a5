"""The district words its letters: fields are checked, real people are shown, the portal's words return."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import get_resolver, reverse

from councils.models import LetterWording
from councils.wordings.fields import complaints, filled
from councils.wordings.kinds import GROUPS, KINDS
from plans.proposals.models import Proposal
from plans.rounds import letters
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from tests.plans.proposals import stages

pytestmark = pytest.mark.django_db
KEY = letters.EXTENDED.key
OURS = {
    "subject": "Mere tid til {plan}, {lokalråd}",
    "text": "Hej {modtager}\n\nI har til {frist}, fordi: {begrundelse}\n\n{link}",
    "version": "",
}


@pytest.fixture
def client(cast, as_user):
    assert cast.formand_herning
    return as_user(cast.sekretariat)


def page(cast, key: str = KEY) -> str:
    return reverse("word-letter", args=[cast.district.slug, key])


def shown(text: str) -> str:
    return " ".join(text.split())


def test_the_portals_own_words_pass_their_own_check():
    assert get_resolver().url_patterns  # the rooms are loaded, and have told their kinds
    assert len(KINDS) > 70
    for kind in KINDS.values():
        assert complaints(kind.subject, kind.subject_fields) == [], kind.key
        assert complaints(kind.standard, kind.field_names, kind.needed) == [], kind.key
        used = kind.subject + kind.standard
        assert all(f"{{{name}}}" in used for name in kind.needed), kind.key
        assert kind.group in GROUPS
        assert all(kind.fields.values()), kind.key


def test_what_is_typed_by_somebody_else_is_no_field():
    assert filled("{a} og {b}", {"a": "{b}", "b": "{a}"}) == "{b} og {a}"


def test_the_list_has_every_kind_and_says_whose_text_it_is(client, cast):
    address = reverse("letter-kinds", args=[cast.district.slug])
    before = client.get(address).text
    assert before.count("Standard<") == len(KINDS) > 10
    assert all(page(cast, key) in before for key in KINDS)
    client.post(page(cast), OURS)
    after = client.get(address).text
    assert (after.count("Standard<"), after.count("Jeres egen")) == (len(KINDS) - 1, 1)


def test_the_districts_words_are_in_the_letter_and_not_in_the_next_districts(client, cast):
    assert client.post(page(cast), OURS)["Location"] == reverse("letter-kinds", args=[cast.district.slug])
    round_ = stages.a_round(cast)
    herning = cast.lokalraad("Herning")
    extension = stages.extend_deadline(round_, herning, deadline=stages.deadline(21), by=cast.sekretariat)
    [message] = Message.objects.caused_by(extension)
    assert message.subject == f"Mere tid til {round_.plan.title}, {herning}"
    assert f"Hej {cast.formand_herning.name}\n\nI har til " in message.body
    assert f"fordi: {extension.reason}\n\nhttp" in message.body
    assert "Sekretariatets begrundelse" not in message.body
    other = letters.EXTENDED.worded(cast.other_district.pk)
    assert other.text == letters.EXTENDED.standard


def test_it_is_told_in_the_log_and_kept_in_the_history(client, cast):
    client.post(page(cast), OURS)
    event = Event.objects.get(verb="letters.worded")
    assert (event.actor, event.internal) == (cast.sekretariat, True)
    assert event.text == "Brevet »Ét lokalråd har fået længere frist« blev skrevet om"
    row = LetterWording.objects.get()
    client.post(page(cast), OURS | {"subject": "Ny frist", "version": row.version})
    records = list(row.history.exclude(text=""))
    assert [one.subject for one in records] == ["Ny frist", OURS["subject"]]
    assert {one.history_user for one in records} == {cast.sekretariat}
    assert OURS["subject"] in client.get(page(cast)).text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"text": OURS["text"].replace("{link}", "")}, "Feltet {link} mangler."),
        ({"text": OURS["text"].replace("{begrundelse}", "")}, "Feltet {begrundelse} mangler."),
        ({"text": OURS["text"] + " {frits}"}, "Feltet {frits} findes ikke her."),
        ({"subject": "Ny frist {link}"}, "Feltet {link} findes ikke her."),
        ({"text": ""}, "Tekst"),
        ({"text": OURS["text"] + " 010190-1239"}, "CPR"),
    ],
)
def test_wrong_fields_are_refused_and_what_was_typed_stays(client, cast, typed, told):
    answer = client.post(page(cast), OURS | typed)
    assert answer.status_code == 422
    assert told in answer.text
    assert (OURS | typed)["subject"] in answer.text
    assert not LetterWording.objects.exists()


def test_the_letter_is_shown_to_real_people_and_nothing_is_saved(client, cast):
    answer = client.post(page(cast), OURS | {"show": "1"})
    assert answer.status_code == 200
    assert f"Til {cast.formand_herning.name}" in answer.text
    assert f"Hej {cast.formand_herning.name}" in shown(answer.text)
    assert f", {cast.lokalraad('Herning')}</p>" in answer.text
    assert not LetterWording.objects.exists()
    assert not Message.objects.exists()


def test_what_is_shown_is_inert(client, cast):
    evil = OURS | {"text": OURS["text"] + "\n\n<script>alert(1)</script>", "show": "1"}
    answer = client.post(page(cast), evil).text
    assert "&lt;script&gt;alert(1)" in answer
    assert "<script>alert" not in answer


def test_the_standard_text_is_restored(client, cast):
    client.post(page(cast), OURS)
    row = LetterWording.objects.get()
    address = reverse("restore-standard-letter", args=[cast.district.slug, KEY])
    assert address in client.get(page(cast)).text
    client.post(address, {"version": row.version})
    row.refresh_from_db()
    assert (row.subject, row.text, row.version) == ("", "", 3)
    assert letters.EXTENDED.worded(cast.district.pk).text == letters.EXTENDED.standard
    assert Event.objects.filter(verb="letters.worded").latest("pk").text.endswith("fik standardteksten igen")
    assert "I har til {frist}" in client.get(page(cast)).text  # among the earlier texts


def test_two_who_word_one_letter_see_each_others_words(client, cast):
    client.post(page(cast), OURS)
    answer = client.post(page(cast), OURS | {"subject": "Fra et gammelt vindue", "version": ""})
    assert answer.status_code == 409
    assert "har selv gemt teksten" in answer.text
    assert "Fra et gammelt vindue" in answer.text
    assert LetterWording.objects.get().subject == OURS["subject"]


def test_a_wording_has_both_or_neither_and_is_one(cast):
    LetterWording.objects.create(district=cast.district, kind=KEY)
    for wrong, name in (
        ({"kind": KEY}, "one_wording_per_district"),
        ({"kind": "x", "subject": "Emne"}, "subject_and_text"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            LetterWording.objects.create(district=cast.district, **wrong)


def test_every_kind_is_written_with_all_its_fields(cast, client):
    """A round in which each is caused: with words that hold every field, none is left as a field."""
    for kind in KINDS.values():
        LetterWording.objects.create(
            district=cast.district,
            kind=kind.key,
            subject=kind.key,
            text="\n\n".join(f"<{name}> {{{name}}}" for name in kind.field_names),
        )
    stages.merged(cast, stages.a_round(cast))
    assert Proposal.objects.exists()
    messages = Message.objects.filter(subject__in=KINDS)
    assert len({message.subject for message in messages}) > 2
    for message in messages:
        assert "{" not in message.body
        assert all(f"<{name}>" in message.body for name in KINDS[message.subject].field_names)
