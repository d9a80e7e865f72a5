"""The secretariat's lists of words: what it puts there, the check knows from then on, in every plan."""

import time

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from lxml.html import fromstring

from plans.consistency import spelling
from plans.consistency.checks.spelling import Spelling
from plans.consistency.models import ListedWord
from plans.consistency.preparing import findings_of
from plans.consistency.workflow import list_word
from plans.document.models import Plan
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.plans.consistency.texts import text


@pytest.fixture
def told(plan):
    return lambda: [(one.code, one.quotation) for one in findings_of(Plan.objects.get(pk=plan.pk))]


@pytest.fixture
def lists(cast, as_user):
    client, address = as_user(cast.sekretariat), reverse("word-lists", args=[cast.district.slug])
    return lambda **typed: client.post(address, typed) if typed else client.get(address)


def test_each_list_is_read_by_its_check(told, section, lists):
    section("Emner", body="<p>Hos FNT og i vores info-hus har vi task-forces.</p>")
    assert told() == [("abbreviations", "FNT"), ("spelling", "task-forces")]
    lists(kind="abbreviation", word="FNT")
    lists(kind="word", word="Task-forces")
    lists(kind="house", word="Info-hus", right="infohus")
    assert told() == [("house-words", "info-hus")]
    assert Event.objects.filter(verb="word.listed", internal=True).count() == 3
    assert "(udgår: Info-hus) (nyt: infohus)" in fromstring(lists().text).text_content()


def test_another_district_has_its_own(told, section, cast):
    section("Emner", body="<p>Vi har task-forces.</p>")
    list_word(cast.other_district, kind="word", word="task-forces", by=cast.sekretariat)
    assert told() == [("spelling", "task-forces")]


def test_a_word_of_the_houses_own_may_be_let_be(told, section, cast):
    section("Emner", body="<p>På kreds niveau.</p>")
    assert told() == [("house-words", "kreds niveau")]
    list_word(cast.district, kind="word", word="kreds niveau", by=cast.sekretariat)
    assert told() == []


def test_what_is_no_word_comes_back_as_it_was_typed(lists, cast):
    answer = lists(kind="house", word="info-hus", right="")
    assert answer.status_code == 422
    assert 'value="info-hus"' in answer.text
    assert lists(kind="house", word="infohus", right="infohus").status_code == 409
    assert lists(kind="nogen", word="infohus").status_code == 422
    lists(kind="word", word="infohus")
    assert "står allerede på listen" in lists(kind="word", word="Infohus").text
    assert ListedWord.objects.count() == 1


def test_the_database_holds_it_too(cast):
    for words in ({"kind": "house", "word": "a"}, {"kind": "word", "word": "a", "right": "b"}):
        with pytest.raises(IntegrityError, match="a_house_word_alone"), transaction.atomic():
            ListedWord.objects.create(district=cast.district, **words)
    ListedWord.objects.create(district=cast.district, kind="word", word="a")
    with pytest.raises(IntegrityError, match="stands_once"), transaction.atomic():
        ListedWord.objects.create(district=cast.district, kind="word", word="A")
    with pytest.raises(Refused):
        list_word(cast.district, kind="house", word="a", by=cast.sekretariat)


def test_it_is_removed_again(told, section, lists, cast, as_user):
    section("Emner", body="<p>Vi har task-forces.</p>")
    lists(kind="word", word="task-forces")
    assert told() == []
    word = ListedWord.objects.get()
    as_user(cast.sekretariat).post(reverse("unlist-word", args=[cast.district.slug, word.pk]))
    assert told() == [("spelling", "task-forces")]


def test_a_word_is_listed_where_it_is_found(told, section, plan, cast, as_user):
    section("Emner", body="<p>Hos FNT har vi task-forces.</p>")
    client = as_user(cast.sekretariat)
    page = client.get(reverse("plan-consistency", args=[plan.pk])).text
    assert "Læg i ordlisten" in page
    for found in findings_of(plan):
        sent = {"kind": found.known.kind, "word": found.known.word}
        client.post(reverse("list-found-word", args=[plan.pk]), sent)
    assert told() == []


def test_without_a_dictionary_nothing_is_misspelt_and_the_page_says_so(
    told, section, plan, cast, as_user, settings, tmp_path
):
    section("Emner", body="<p>Vi har task-forces.</p>")
    settings.DANISH_DICTIONARY = tmp_path
    try:
        spelling.dictionary.cache_clear()
        spelling._answers.clear()
        assert told() == []
        page = as_user(cast.sekretariat).get(reverse("plan-consistency", args=[plan.pk])).text
        assert "Stavekontrollen er ikke med" in page
    finally:
        spelling.dictionary.cache_clear()
        spelling._answers.clear()


def test_a_dictionary_that_is_slow_is_asked_on_the_next_time(monkeypatch):
    asked = []

    class Slow:
        def spell(self, word):
            asked.append(word)
            until = time.thread_time() + 0.02
            while time.thread_time() < until:
                pass
            return word != "fjel"

    monkeypatch.setattr(spelling, "_answers", {})
    monkeypatch.setattr(spelling, "dictionary", Slow)
    monkeypatch.setattr(spelling, "PATIENCE", 0.01)
    words = ["rigtig", "fjel", "ord"]
    found = [spelling.misspelt(words) for _ in range(3)]
    assert (found, asked) == ([set(), {"fjel"}, {"fjel"}], words)


def test_all_first_words_of_sentences_together_are_given_as_much_time_as_one(monkeypatch):
    asked = []

    class Slow:
        def spell(self, word):
            asked.append(word)
            until = time.thread_time() + 0.02
            while time.thread_time() < until:
                pass
            return False

    monkeypatch.setattr(spelling, "_answers", {})
    monkeypatch.setattr(spelling, "dictionary", Slow)
    monkeypatch.setattr(spelling, "PATIENCE", 0.01)
    list(Spelling().find(text(*(f"<p>Kvistord{letter} er her.</p>" for letter in "abcdefgh"))))
    assert len(asked) <= 3
