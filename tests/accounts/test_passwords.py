"""Which passwords are refused, in which words, and wherever one is chosen."""

import io
import sys
from types import FrameType
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from samarbejde.accounts.models import User
from samarbejde.accounts.passwords import EASY_WORDS, HOW_TO, IN_ORDER, LEAKED, REPEATS
from samarbejde.accounts.workflow import invite, send_new_password_link
from tests.accounts.conftest import PASSWORD

OWN = "som står i dit navn eller din e-mail"
DIGITS = "er kun tal"
COMMON = "Adgangskoden er for almindelig."
SHORT = "for kort"

REFUSED = [
    ("", SHORT), ("kort", SHORT), ("ellevetegn!", SHORT), ("aaaaaaaaaaaa", REPEATS),
    ("abcabcabcabc", REPEATS), ("fodboldfodbold", REPEATS), ("xyxyxyxyxyxyxyxy", REPEATS),
    ("kommune kommune kommune", REPEATS), ("hejhejhejhej", REPEATS), ("a" * 1000, REPEATS),
    ("123456789012", DIGITS), ("987654321098", DIGITS), ("195804301122", DIGITS),
    ("abcdefghijkl", IN_ORDER), ("ABCDEFGHIJKLMNOP", IN_ORDER), ("qwertyuiopå1", LEAKED),
    ("asdfghjklæøz", IN_ORDER), ("Velkommen2026!", EASY_WORDS), ("Velkommen-til-2026", EASY_WORDS),
    ("Kodeord12345", EASY_WORDS), ("Kodeord-Velkommen-2026", EASY_WORDS), ("Adgangskode1!", EASY_WORDS),
    ("samarbejdsplan2026", EASY_WORDS), ("velkommen til samarbejdsplanen", EASY_WORDS),
    ("S@m@rbejdspl@n1", EASY_WORDS), ("HerningKommune2026", EASY_WORDS),
    ("herning-kommune-2027", EASY_WORDS), ("København1234", EASY_WORDS), ("Koebenhavn2026", EASY_WORDS),
    ("Kobenhavn-2026", EASY_WORDS), ("midt-og-vestjylland", EASY_WORDS), ("lokalrådet-viborg", EASY_WORDS),
    ("Sommerferie2026", EASY_WORDS), ("jegelskerdig", EASY_WORDS), ("hemmelighed12", EASY_WORDS),
    ("Danmark12345", EASY_WORDS), ("MortenNielsen1", EASY_WORDS), ("formand formand 2026", REPEATS),
    ("annaholm2026xy", OWN), ("anna.bro@skov.example", OWN), ("mit navn er Anna Holm!", OWN),
    ("H o l m grusgrav", OWN), ("snurretop ANNA trappe", OWN), ("soerensen i kælderen", OWN),
    ("sorensen i kælderen", OWN), ("P@ssw0rd1234", LEAKED), ("iloveyou1234", LEAKED),
    ("trustno1trustno2", LEAKED), ("Password1234", COMMON), ("1qaz2wsx3edc", COMMON),
    ("qwerty123456", COMMON),
]  # fmt: skip
ACCEPTED = [
    PASSWORD, "sytten grønne både", "nitten lilla lamper", "gynge trompet mosegris flise",
    "paraply kælderrum sennep", "tagrende luftballon pensel", "knirkende støvler i smedjen",
    "Toogtyve væltede hylder", "lysegrå hvaler synger skævt", "vaffeljern under kommoden",
    "snublende giraffer ved bageren", "kold suppe, varm trappe", "cykel banan torsdag",
    "grøn stol danser mandag", "ujævne-brosten-glimter", "x9$Kq2!vP7#m", "T4gsten&kardemomme",
    "zqvnwxkjhtgb", "gynge trompet mosegris flise " * 34, "ordbog " + "muldvarp trompet " * 58,
    "日本語のながいパスフレーズ",
]  # fmt: skip


@pytest.fixture
def person() -> User:
    return User(name="Anna Holm Sørensen", email="anna.bro@skov.example")


@pytest.mark.parametrize(("password", "said"), REFUSED)
def test_it_is_refused_with_a_reason(person, password, said):
    with pytest.raises(ValidationError) as refused:
        validate_password(password, person)

    assert said in " ".join(refused.value.messages)
    assert said in (SHORT, COMMON) or HOW_TO in " ".join(refused.value.messages)
    assert len(refused.value.messages) <= 2


@pytest.mark.parametrize("password", ACCEPTED)
def test_it_is_accepted(person, password):
    assert len(password) <= 1000
    validate_password(password, person)


def test_more_than_a_thousand_characters_are_refused(person):
    with pytest.raises(ValidationError, match="højst have 1000 tegn"):
        validate_password("gynge trompet mosegris " * 50, person)


def test_what_was_typed_is_not_repeated(person):
    for password, _ in REFUSED[3:]:
        with pytest.raises(ValidationError) as refused:
            validate_password(password, person)
        assert password not in " ".join(refused.value.messages)


HARD_TO_READ = [
    "gynge trompet mosegris flise ",
    "4@8({[<369&#!1/|0$5+7%2",
    "a1!b2@c3#d4$e5%",
    "0123456789",
    "-_ ",
    "æøå",
]


@pytest.mark.parametrize("part", HARD_TO_READ)
def test_a_long_password_takes_no_more_steps_than_a_middling_one(person, part):
    middling, long = (steps(lambda n=n: tried((part * 1000)[:n], person)) for n in (120, 1000))

    assert long < 1.1 * middling
    assert long < 1_000_000


def tried(password: str, person: User) -> None:
    try:
        validate_password(password, person)
    except ValidationError:
        pass


def steps(work: Any) -> int:
    """How many calls of functions it takes: the same on every machine."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    work()  # lists are read once
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def is_told(response) -> bool:
    return EASY_WORDS in response.content.decode() and HOW_TO in response.content.decode()


def test_at_every_page_where_one_is_chosen(anna, cast, client, log_in):
    easy, bodil = "Velkommen2026!", User.objects.create_user("bodil@example.org", "Bodil Krog")
    for link in (invite(bodil, by=cast.administrator), send_new_password_link(anna)):
        assert is_told(client.post(link.web_address, {"password": easy, "repeated": easy}))
    log_in(client)
    change = {"oldpassword": PASSWORD, "password1": easy, "password2": easy}
    assert is_told(client.post("/konto/adgangskode/", change))
    client.force_login(bodil)
    assert is_told(client.post("/konto/adgangskode/vaelg/", {"password1": easy, "password2": easy}))

    anna.refresh_from_db()
    bodil.refresh_from_db()
    assert anna.check_password(PASSWORD)
    assert not bodil.has_password


def test_the_command_line_gives_an_administrator_no_easy_one(db, monkeypatch):
    chosen = {"email": "chef@example.org", "name": "Chefen", "interactive": False, "stdout": io.StringIO()}
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "Velkommen2026!")
    with pytest.raises(CommandError, match="andre gætter først"):
        call_command("createsuperuser", **chosen)
    assert not User.objects.filter(email="chef@example.org").exists()

    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", **chosen)
    assert User.objects.get(email="chef@example.org").check_password(PASSWORD)
