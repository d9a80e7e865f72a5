"""Two versions of a plan in Word: accepted it is the newer, rejected the older."""

import copy

import pytest
from django.urls import reverse
from lxml import etree

from plans.versions import workflow
from plans.word.redlines import as_redline
from tests.making import a_plan, section
from tests.plans.publication.pdf import samples
from tests.plans.word.reading import W, blocks, letters, opened, parts, words

NAMES = ("Samarbejdsplan 2026: 1. udgave", "Samarbejdsplan 2027: som den er nu")
AUTHOR = "Fra Samarbejdsplan 2026: 1. udgave til Samarbejdsplan 2027: som den er nu"


def changed():
    text = copy.deepcopy(samples.plan())
    sections = text["sections"]
    sections[2]["body"] = sections[2]["body"].replace("forebygge", "hindre") + "<p>Helt nyt stykke.</p>"
    sections[2]["data"]["groups"][0]["rows"].append({"name": "Ny", "title": "Borgmester", "role": "Medlem"})
    sections[3]["body"] = (
        sections[3]["body"].replace("Digital", "Elektronisk").replace("indskolingen", "skolen")
    )
    sections[5]["heading"] = "Psykisk sårbare mennesker"
    sections[6] = samples.section("3.2", "Nyt afsnit", 2, body=samples.RICH)
    return text


@pytest.fixture(scope="module")
def redline():
    return as_redline(samples.plan(), changed(), names=NAMES)


def told(document, mark: str) -> list[str]:
    return list(filter(None, map(words, document.element.body.iter(f"{W}{mark}"))))


def test_accepted_it_is_the_newer_text_and_rejected_the_older(redline):
    document = opened(redline)
    newer, older = (opened(as_redline(made(), made(), names=NAMES)) for made in (changed, samples.plan))
    assert letters(document, without="del", numbered=False) == letters(newer, numbered=False)
    rejected = letters(document, without="ins", numbered=False)
    assert rejected.replace("3.2Børn", "Børn") == letters(older, numbered=False)


def test_what_is_the_same_has_no_mark(redline):
    document = opened(redline)
    assert "hindre" in told(document, "ins")
    assert "forebygge" in told(document, "del")
    assert told(opened(as_redline(changed(), changed(), names=NAMES)), "ins") == []


def test_every_change_is_by_the_versions_and_has_a_number_of_its_own(redline):
    marks = list(opened(redline).element.body.iter(f"{W}ins", f"{W}del"))
    assert {mark.get(f"{W}author") for mark in marks} == {AUTHOR}
    assert len({mark.get(f"{W}id") for mark in marks}) == len(marks)


def test_paragraphs_and_rows_come_and_go_whole(redline):
    document = opened(redline)
    [fresh] = [one for one in blocks(document) if words(one) == "Helt nyt stykke."]
    assert fresh.find(f"{W}pPr/{W}rPr/{W}ins") is not None
    rows = [row for row in document.element.body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}ins") is not None]
    assert "NyBorgmesterMedlem" in [words(row) for row in rows]


def test_what_is_gone_keeps_the_number_that_it_had(redline):
    gone = [words(one) for one in blocks(opened(redline)) if one.find(f"{W}pPr/{W}rPr/{W}del") is not None]
    assert "3.2 Børn, unge og mistrivsel" in gone


def test_a_changed_footnote_goes_and_comes_with_what_calls_for_it():
    before, after = samples.plan(), samples.plan()
    for text, word in ((before, "loven"), (after, "bekendtgørelsen")):
        text["sections"][5]["body"] = f'<p>Vi mødes<span data-footnote="">Se {word} nu.</span>.</p>'
    data = as_redline(before, after, names=NAMES)
    notes = etree.fromstring(parts(data)["word/footnotes.xml"])
    for mark, said in (("del", " Se loven nu."), ("ins", " Se bekendtgørelsen nu.")):
        assert [words(one) for one in notes.iter(f"{W}{mark}")] == [said]
        body = opened(data).element.body
        assert len(body.findall(f".//{W}{mark}//{W}footnoteReference")) == 1


def test_a_project_that_its_topic_came_to_name_is_new():
    before, after = samples.plan(), samples.plan()
    after["sections"][2]["projects"] = [
        {"name": "Tryg skolevej", "parties": "Skolerne", "period": "2027", "link": ""}
    ]
    found = "".join(told(opened(as_redline(before, after, names=NAMES)), "ins"))
    assert "Tryg skolevej, 2027. Parter: Skolerne" in found


def test_what_moved_is_told_in_a_comment():
    text = copy.deepcopy(samples.plan())
    text["sections"].append(text["sections"].pop(4))
    document = opened(as_redline(samples.plan(), text, names=NAMES))
    assert [comment.text for comment in document.comments] == ["Afsnittet er flyttet"]
    assert [comment.author for comment in document.comments] == [AUTHOR]


ONE = "<p>Politiet går tur.</p>"
TWO = (
    "<p>Skolen ringer hjem til forældrene, når et barn ikke er kommet om morgenen, og igen klokken tolv.</p>"
)
THREE = (
    "<p>Kommunen spørger en gang om året alle foreninger, hvad de mangler for at kunne tage flere med.</p>"
)


def with_body(body: str):
    text = samples.plan()
    text["sections"][2]["body"] = body
    return text


def redlined(before: str, after: str):
    return opened(as_redline(with_body(before), with_body(after), names=NAMES))


def marked(document, mark: str) -> list[tuple[str, str, str]]:
    """The paragraphs between the ends of each move: its name, its words and its author."""
    found = []
    for begin in document.element.body.iter(f"{W}{mark}RangeStart"):
        moved = begin.getnext()
        end = moved.getnext()
        assert (end.tag, end.get(f"{W}id")) == (f"{W}{mark}RangeEnd", begin.get(f"{W}id"))
        assert moved.find(f"{W}pPr/{W}rPr/{W}{mark}") is not None
        assert words(moved) == "".join(map(words, moved.iter(f"{W}{mark}")))
        found.append((begin.get(f"{W}name"), words(moved), begin.get(f"{W}author")))
    return found


def test_paragraphs_that_moved_whole_are_tracked_as_moves():
    before, after = ONE + TWO + THREE, TWO + THREE + ONE
    document = redlined(before, after)
    [left], [came] = marked(document, "moveFrom"), marked(document, "moveTo")
    assert left == came == (left[0], "Politiet går tur.", AUTHOR)
    assert [*document.comments] == [] == told(document, "ins") == told(document, "del")
    for gone, text in (("del", after), ("ins", before)):
        read = letters(redlined(text, text), numbered=False)
        assert letters(document, without=gone, numbered=False) == read


def test_each_move_has_a_name_of_its_own_and_every_mark_a_number():
    document = redlined(ONE + TWO + THREE, THREE + TWO + ONE)
    names = [sorted(name for name, _, _ in marked(document, mark)) for mark in ("moveFrom", "moveTo")]
    assert names[0] == names[1]
    assert len(set(names[0])) == 2
    ids = [
        one.get(f"{W}id")
        for mark in ("moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "ins", "del")
        for one in document.element.body.iter(f"{W}{mark}")
    ]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p>Politiet går tur i byen hver aften.</p>",
        '<p>Politiet går tur<span data-footnote="">Hver dag.</span>.</p>',
    ],
)
def test_what_moved_and_is_changed_or_has_a_footnote_is_told_in_comments(paragraph):
    document = redlined(paragraph + TWO + THREE, TWO + THREE + paragraph.replace("aften", "fredag"))
    assert marked(document, "moveFrom") == []
    said = [comment.text for comment in document.comments]
    assert any(one.startswith("Flyttet herfra") for one in said)
    assert any(one.startswith("Flyttet hertil") for one in said)


def test_one_pair_makes_one_file(redline):
    assert as_redline(samples.plan(), changed(), names=NAMES) == redline
    assert b"w:date=" not in b"".join(parts(redline).values())


@pytest.mark.django_db
def test_the_page_that_compares_leads_to_the_redline(cast, as_user):
    plan = a_plan(cast.kredsraad())
    one = section(plan, "Natteliv", "<p>Politiet går tur i nattelivet.</p>")
    kept = workflow.keep(plan, "Før", by=cast.sekretariat)
    type(one).objects.filter(pk=one.pk).update(body="<p>Politiet kører tur i nattelivet.</p>")
    client = as_user(cast.medlem_herning)
    asked = f"?fra=version-{kept.pk}&til=nu-{plan.pk}"
    page = client.get(reverse("compare-versions", args=[plan.pk]) + asked).content.decode()
    address = reverse("redline-word", args=[plan.pk]) + asked
    assert f'href="{address.replace("&", "&amp;")}"' in page
    document = opened(client.get(address).content)
    assert (told(document, "del"), told(document, "ins")) == (["går"], ["kører"])
    assert document.core_properties.title == "Udkast: Samarbejdsplan 2027"
    wrong = client.get(reverse("redline-word", args=[plan.pk]) + "?fra=version-0&til=nu-0")
    assert wrong.url == reverse("compare-versions", args=[plan.pk]) + "?fra=version-0&til=nu-0"
