"""A finding of the check is put right in one step, as it was shown, and can be undone."""

import pytest
from django.urls import reverse
from lxml.html import fromstring

from plans.consistency.preparing import findings_of
from plans.document.models import Carried, Plan
from plans.drafting.workflow import save_section
from plans.replacing import workflow
from plans.replacing.mending import mend
from plans.replacing.models import Replacement
from samarbejde.transitions import Refused
from tests.making import section

BODY = "<p>Det <strong>kredsdek</strong>kende emne. Kredsdekkende.</p>"


@pytest.fixture
def plan(cast) -> Plan:
    plan = Plan.objects.create(council=cast.kredsraad(), year=2027)
    section(plan, "Emner", BODY, carried=Carried.KEPT, unread=True)
    section(plan, "Lov", "<p>Lovens §10 og § 11.</p>")
    section(plan, "Indsatsområder 2026", "<p>Det kredsdekkende i Midt- Vestjyllands politikreds.</p>")
    return plan


@pytest.fixture
def finding(plan):
    def of(code: str):
        [one] = [one for one in findings_of(Plan.objects.get(pk=plan.pk)) if one.code == code]
        return one

    return of


@pytest.fixture
def put_right(plan, finding, cast):
    def mended(code: str) -> Replacement:
        one = finding(code)
        return mend(plan, one.key, seen=one.replacement.seen, by=cast.sekretariat)

    return mended


@pytest.fixture
def texts(plan):
    return lambda: [row for pair in plan.sections.values_list("heading", "body") for row in pair]


def test_a_house_word_everywhere_with_version_history_and_the_way_back(put_right, plan, texts, cast):
    done = put_right("house-words")
    assert done.places == 3
    assert texts()[1] == "<p>Det <strong>kredsdækkende</strong> emne. Kredsdækkende.</p>"
    emner = plan.sections.get(heading="Emner")
    assert (emner.version, emner.unread) == (2, True), "it is mended, but nobody has read it"
    assert emner.history.latest().history_change_reason == "»kredsdekkende« erstattet med »kredsdækkende«"
    workflow.undo(done, by=cast.sekretariat)
    assert texts()[1] == BODY


def test_a_fact_of_an_earlier_year_is_not_made_one_of_this(plan, finding):
    plan.sections.filter(heading="Indsatsområder 2026").update(
        heading="Tal", body="<p>2.800 er adspurgt i september 2024.</p>"
    )
    assert finding("past-years").quotation == "»i september 2024«"
    assert finding("past-years").replacement is None


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("short-forms", "§10 og", "§ 10 og"),
        ("names-of-bodies", "Midt- Vestjyllands", "Midt- og Vestjyllands"),
        ("past-years", "Indsatsområder 2026", "Indsatsområder 2027"),
    ],
)
def test_what_the_check_knows_better(put_right, texts, code, wrong, right):
    assert wrong in " ".join(texts())
    put_right(code)
    assert wrong not in " ".join(texts())
    assert right in " ".join(texts())


def test_what_was_written_since_it_was_shown_is_left_alone(plan, finding, texts, cast):
    shown = finding("house-words")
    emner = plan.sections.get(heading="Emner")
    save_section(emner, by=cast.sekretariat, version=1, heading="Emner", body=BODY + "<p>Nyt.</p>")
    with pytest.raises(Refused, match="ændret"):
        mend(plan, shown.key, seen=shown.replacement.seen, by=cast.sekretariat)
    assert "kredsdækkende" not in " ".join(texts())


def test_the_page_shows_the_change_and_the_button_does_it(plan, finding, texts, cast, as_user):
    client = as_user(cast.sekretariat)
    page = client.get(reverse("plan-consistency", args=[plan.pk])).text
    words = fromstring(page).text_content()
    assert "Det (udgår: kredsdekkende) (nyt: kredsdækkende) emne. Kredsdekkende." in words
    assert "(udgår: Kredsdekkende) (nyt: Kredsdækkende)." in words
    assert "Ret alle 3 steder" in page
    one = finding("house-words")
    sent = {"finding": one.key, "seen": one.replacement.seen}
    answer = client.post(reverse("mend-finding", args=[plan.pk]), sent, follow=True)
    assert "erstattet med »kredsdækkende«: 3 steder. Det kan fortrydes" in answer.text
    assert "kredsdekkende" not in " ".join(texts())


def test_nothing_is_offered_and_nothing_done_in_a_text_that_lies_fast(plan, finding, cast, as_user):
    one = finding("house-words")
    Plan.objects.filter(pk=plan.pk).update(state="signed")
    client = as_user(cast.sekretariat)
    assert "<del>" not in client.get(reverse("plan-consistency", args=[plan.pk])).text
    sent = {"finding": one.key, "seen": one.replacement.seen}
    client.post(reverse("mend-finding", args=[plan.pk]), sent)
    assert Replacement.objects.count() == 0


@pytest.fixture
def misspelt(plan) -> Plan:
    section(plan, "Tal", "<p>En tryghdsmåling hvert år.</p>")
    section(plan, "Mål", "<p>Vores tryghdsmåling.</p>")
    return plan


@pytest.mark.parametrize("only", [None, "Mål"])
def test_an_unknown_word_is_put_right_everywhere_or_in_one_place(
    misspelt, finding, texts, cast, as_user, only
):
    one = finding("spelling")
    placed = misspelt.sections.get(heading=only).pk if only else ""
    sent = {
        "finding": one.key,
        "seen": one.rewritten().seen,
        "word": "tryghedsmåling",
        "section": placed,
    }
    answer = as_user(cast.sekretariat).post(reverse("mend-finding", args=[misspelt.pk]), sent, follow=True)
    places = "1 sted" if only else "2 steder"
    assert f"»tryghdsmåling« erstattet med »tryghedsmåling«: {places}" in answer.text
    assert "<p>Vores tryghedsmåling.</p>" in texts()
    assert ("<p>En tryghdsmåling hvert år.</p>" in texts()) == bool(only)
    workflow.undo(Replacement.objects.get(), by=cast.sekretariat)
    assert "<p>Vores tryghdsmåling.</p>" in texts()


def test_only_an_unknown_word_becomes_what_is_sent(misspelt, finding, texts, cast):
    house, unknown = finding("house-words"), finding("spelling")
    mend(misspelt, house.key, seen=house.replacement.seen, word="noget andet", by=cast.sekretariat)
    assert "noget andet" not in " ".join(texts())
    for word, section_pk in (("", None), ("tryghedsmåling", misspelt.sections.get(heading="Lov").pk)):
        with pytest.raises(Refused):
            mend(
                misspelt,
                unknown.key,
                seen=unknown.rewritten().seen,
                word=word,
                section=section_pk,
                by=cast.sekretariat,
            )
    assert "<p>Vores tryghdsmåling.</p>" in texts()


def test_an_unknown_word_that_was_written_over_meanwhile_is_left_alone(misspelt, finding, cast):
    shown = finding("spelling")
    moved = misspelt.sections.get(heading="Mål")
    save_section(moved, by=cast.sekretariat, version=1, heading="Mål", body=moved.body + "<p>Nyt.</p>")
    with pytest.raises(Refused, match="ændret"):
        mend(misspelt, shown.key, seen=shown.rewritten().seen, word="tryghedsmåling", by=cast.sekretariat)
