"""Other words for one that the dictionary does not know: the likeliest first, and never for long."""

import time

import pytest
from django.urls import reverse

from plans.consistency import spelling, suggesting
from plans.consistency.misspelt import distance
from plans.consistency.preparing import findings_of
from plans.consistency.spelling import misspelt
from plans.consistency.suggesting import suggestions
from plans.document.models import Plan
from tests.plans.consistency.texts import text


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("samabejde", "samarbejde"),
        ("politikredens", "politikredsens"),
        ("tryghdsmåling", "tryghedsmåling"),  # only its first part is wrong
        ("kredsdekkende", "kredsdækkende"),  # only its second
        ("rusmiddelsrådgivningen", "rusmiddelrådgivningen"),  # only what joins them
        ("task-forces", "taskforces"),
    ],
)
def test_the_likeliest_is_first(word, first):
    found = suggestions([word], text("<p>Tekst.</p>"), asked=word)[word]
    assert found.words[0] == first
    assert len(found.words) <= 3
    assert word not in found.words


def test_what_is_like_nothing_gets_nothing():
    found = suggestions(["arrangørmiljøet"], text("<p>Tekst.</p>"), asked="arrangørmiljøet")
    assert found["arrangørmiljøet"].words == ()


class Slow:
    """Takes its time, and counts what it is asked."""

    def __init__(self):
        self.asked = []

    def spell(self, word):
        return word == "hyrdebrevet"

    def suggest(self, word):
        self.asked.append(word)
        until = time.thread_time() + 0.02
        while time.thread_time() < until:
            pass
        return (f"{word}e",)


@pytest.fixture
def slow(monkeypatch) -> Slow:
    book = Slow()
    monkeypatch.setattr(suggesting, "_answers", {})
    monkeypatch.setattr(suggesting, "dictionary", lambda: book)
    monkeypatch.setattr(suggesting, "PATIENCE", 0.01)
    return book


def test_the_dictionary_is_asked_while_there_is_time_and_of_what_is_asked_for(slow):
    plan, words = text("<p>Tekst.</p>"), ["fjelen", "gjelen", "hjelen"]
    found = suggestions(words, plan)
    assert [found[word].is_all for word in words] == [True, False, False]
    found = suggestions(words, plan, asked="hjelen")
    assert found["hjelen"].words == ("hjelene",)
    assert not found["gjelen"].is_all
    assert slow.asked == ["fjelen", "hjelen"], "each once"


def test_the_plans_own_words_cost_nothing(slow, monkeypatch):
    monkeypatch.setattr(spelling, "_answers", {})
    monkeypatch.setattr(spelling, "dictionary", lambda: slow)
    monkeypatch.setattr(suggesting, "PATIENCE", 0)
    plan = text("<p>Om hyrdebrevet og hyrdebreevt.</p>")
    assert misspelt(plan.lower_words) >= {"hyrdebreevt"}
    found = suggestions(["hyrdebreevt"], plan)["hyrdebreevt"]
    assert (found.words, found.is_all, slow.asked) == (("hyrdebrevet",), False, [])


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("ord", "ord", 0),
        ("ord", "odr", 1),
        ("ord", "orde", 1),
        ("ord", "rd", 1),
        ("ord", "æd", 2),
        ("", "ord", 3),
    ],
)
def test_distance(one, other, steps):
    assert distance(one, other) == distance(other, one) == steps


@pytest.fixture
def page(plan, cast, as_user):
    client, address = as_user(cast.sekretariat), reverse("plan-consistency", args=[plan.pk])
    return lambda **asked: client.get(address, asked).text


def test_the_page_offers_them_beside_the_word(plan, section, page):
    section("Emner", body="<p>Politiet har en tryghdsmåling hvert år.</p>")
    shown = page(ord="tryghdsmåling")
    assert "Politiet har en <strong>tryghdsmåling</strong> hvert år." in shown
    assert "Ret til »tryghedsmåling«" in shown
    assert "Læg i ordlisten" in shown
    assert "Hvor skal det rettes?" not in shown, "it stands in one place"
    section("Mål", body="<p>En tryghdsmåling.</p>")
    assert "I alle 2 afsnit" in page()


def test_what_there_was_no_time_for_is_asked_for(plan, section, page, slow):
    section("Emner", body="<p>Vi har fjelene og gjelene.</p>")
    assert [one.unknown_word for one in findings_of(plan)] == ["fjelene", "gjelene"]
    shown = page()
    assert "?ord=gjelene#fund-" in shown
    assert "?ord=fjelene#fund-" not in shown
    assert "Ret til »gjelenee«" in page(ord="gjelene")


def test_nothing_is_offered_in_a_text_that_lies_fast(plan, section, page, slow):
    section("Emner", body="<p>Vi har fjelene.</p>")
    Plan.objects.filter(pk=plan.pk).update(state="signed")
    assert "Ret til" not in page()
    assert slow.asked == []
