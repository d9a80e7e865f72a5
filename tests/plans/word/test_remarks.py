"""Shared comments stand in the margin of the draft in Word, and nothing else that is said does."""

from uuid import uuid4

import pytest
from django.urls import reverse

from plans.comments import workflow
from plans.comments.models import Channel
from plans.document.models import RegisterData, Section
from tests.making import a_focus_area, a_plan
from tests.plans.comments import stages
from tests.plans.word.reading import W, blocks, opened, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def fetched(cast, as_user):
    def fetch(at: Section, who: str = "kontaktudvalg"):
        address = reverse("draft-word", args=[at.plan_id])
        return opened(as_user(getattr(cast, who)).get(address).content)

    return fetch


def told(document) -> dict[str, str]:
    """What each comment says, by the words that it is on."""
    found = {}
    for block in blocks(document):
        on: dict[str, str] = {}
        standing: set[str] = set()
        for node in block.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
            if node.tag == f"{W}t":
                on |= {key: on.get(key, "") + node.text for key in standing}
            else:
                key = node.get(f"{W}id")
                (standing.add if node.tag.endswith("Start") else standing.remove)(key)
        found |= {text: document.comments.get(int(key)).text for key, text in on.items()}
    return found


def test_a_shared_comment_is_on_the_words_that_it_quotes(cast, fetched):
    at = stages.nightlife(cast)
    said = stages.write(at, cast.kontaktudvalg, "Hvem går turen?", quotation=stages.QUOTATION)
    workflow.answer(said, "Klubberne.", form_key=uuid4(), by=cast.sekretariat)
    document = fetched(at)
    [line] = [one for one in blocks(document) if words(one).startswith("Skolerne")]
    assert line.find(f".//{W}commentRangeStart") is not None, "of two places with the same words"
    [text] = told(document).values()
    assert list(told(document)) == ["går tur"]
    assert text.startswith("Hvem går turen?")
    assert text.endswith(": Klubberne.")
    assert [comment.author for comment in document.comments] == [str(cast.kontaktudvalg)]


def test_words_half_in_bold_are_found(cast, fetched):
    at = stages.nightlife(cast)
    quotation = stages.Quotation("tur i nattelivet", "Politiet går ", ". Skolerne")
    stages.write(at, cast.sekretariat, "Hvilke byer?", quotation=quotation)
    assert told(fetched(at)) == {"tur i nattelivet": "Hvilke byer?"}


def test_what_is_on_all_of_a_section_or_has_lost_its_words_is_at_the_heading(cast, fetched):
    at = stages.nightlife(cast)
    stages.write(at, cast.sekretariat, "For langt.")
    assert told(fetched(at)) == {"Natteliv": "For langt."}
    stages.write(at, cast.sekretariat, "Hvem?", quotation=stages.QUOTATION)
    Section.objects.filter(pk=at.pk).update(body="<p>Nyt.</p>")
    said = [comment.text for comment in fetched(at).comments]
    assert said == ["For langt.", "Om ordene »går tur«, som ikke står i afsnittet mere:\nHvem?"]


def test_what_the_secretariat_says_to_itself_is_never_in_the_file(cast, fetched):
    at = stages.nightlife(cast)
    stages.write(at, cast.sekretariat, "Spørg juristen.", Channel.INTERNAL)
    for who in ("sekretariat", "kontaktudvalg"):
        assert not list(fetched(at, who).comments), who


def test_what_is_resolved_is_left_out(cast, fetched):
    at = stages.nightlife(cast)
    workflow.resolve(stages.write(at, cast.sekretariat, "For langt."), by=cast.sekretariat)
    assert not list(fetched(at).comments)


def test_whoever_reads_no_comments_gets_none(cast, fetched):
    at = stages.nightlife(cast)
    stages.write(at, cast.sekretariat, "For langt.")
    assert not list(fetched(at, "medlem_herning").comments)


def test_words_that_the_register_fills_in_are_told_apart_too(cast, fetched):
    plan = a_plan(cast.kredsraad())
    text = "<p>Politiet går tur i natten.</p><p>Skolerne går tur med de unge.</p>"
    a_focus_area(plan, "Uro på torvet", cast.lokalraad("Herning"), description=text)
    at = plan.sections.get(data=RegisterData.PRIORITIES)
    stages.write(at, cast.sekretariat, "Hvem?", quotation=stages.QUOTATION)
    document = fetched(at)
    assert told(document) == {"går tur": "Hvem?"}
    [line] = [one for one in blocks(document) if one.find(f".//{W}commentRangeStart") is not None]
    assert words(line).startswith("Skolerne")
