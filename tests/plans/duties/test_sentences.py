"""Duties that are found in the text: what is proposed, what is said to it, what is remembered."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.consistency.duty_reading import seen_in
from plans.consistency.prose import blocks
from plans.document.states import WRITABLE, PlanState
from plans.duties import workflow
from plans.duties.models import DeclinedSentence, Duty
from plans.duties.proposing import proposed_in
from plans.duties.reading import answers_in
from plans.importing.files import read_file
from plans.importing.findings.places import Places
from plans.importing.findings.reading import read_plan
from samarbejde.transitions import Refused
from tests.making import a_plan, section
from tests.plans.importing.conftest import DISTRICTS, MUNICIPALITIES
from tests.plans.importing.test_real_documents import PLAN_2014, PLAN_2025

REPORT = "Lokalrådene afrapporterer om natteliv til kredsrådets møde i 2. kvartal 2027."
DUTIES = {
    "Lokalrådene skal tale med værtshusene.": ("skal", "all_local", "answer", "løbende"),
    REPORT: ("skal", "all_local", "report", "kredsrådets møde i 2. kvartal 2027"),
    "I lokalrådene kan det drøftes, hvordan stier lyses op.": ("kan", "all_local", "answer", "løbende"),
    "Kontaktudvalget mødes før hvert kredsrådsmøde.": ("skal", "contact", "answer", "løbende"),
    "Politiet skal inden udgangen af 2027 besøge alle skoler.": (
        "skal",
        "police",
        "answer",
        "31. december 2027",
    ),
    "Hvis tallene stiger, bør lokalrådene drøfte det.": ("bør", "all_local", "answer", "Hvis tallene stiger"),
    "Lokalrådene i Herning og Skive skal beslutte en fælles plan.": ("skal", "named", "decision", "løbende"),
    "Kommunerne skal i 2028 lyse stierne op.": ("skal", "office", "answer", "2028"),
}
NO_DUTIES = (
    "Planen skal sikre, at flere er trygge.",
    "Lokalrådet i Herning holdt tre møder i 2025.",
    "Der er kommet flere lamper på stierne.",
    "Flere unge skal trives.",
)


@pytest.mark.parametrize("sentence", DUTIES)
def test_what_a_sentence_says_of_its_duty(sentence):
    [seen] = seen_in(blocks(f"<p>{sentence}</p>"))
    found = Duty(**answers_in(seen, 2027, {"Herning": 1, "Skive": 2}))
    assert (found.modality, found.addressee, found.asked, found.due) == DUTIES[sentence]
    assert seen.sign.lower() in sentence.lower()
    assert found.council_ids == ([1, 2] if found.addressee == "named" else [])


@pytest.mark.parametrize("sentence", NO_DUTIES)
def test_what_lays_nothing_on_anybody(sentence):
    assert not list(seen_in(blocks(f"<p>{sentence}</p>")))


def test_a_list_that_a_duty_introduces_is_its_items():
    html = "<p>Lokalrådene skal drøfte:</p><ul><li>lys på stierne</li><li>støj om natten</li></ul>"
    assert [seen.sentence for seen in seen_in(blocks(html))] == ["lys på stierne", "støj om natten"]
    assert [seen.sentence for seen in seen_in(blocks("<p>Lokalrådene skal drøfte:</p>"))] == [
        "Lokalrådene skal drøfte:"
    ]


def test_who_reports_may_stand_in_the_sentence_before():
    html = "<p>Lokalrådene samler op på dette. Der afrapporteres om det i 3. kvartal.</p>"
    [seen] = seen_in(blocks(html))
    found = answers_in(seen, 2027, {})
    assert (found["addressee"], found["due_year"], found["due_quarter"]) == ("all_local", 2027, 3)


# One line for each duty that a reader found: words of the sentence, or of the sentences, that lay it down.
KNOWN_2025 = """
udarbejde og gennemføre fælles
hovedarbejdsområde er at sikre
opmærksomt følge
drøfte spørgsmål
Der er et lokalråd i hver kommune
mødes fire gange
udarbejder en årlig lokal
samarbejdsplan udmønter
samarbejdsplan godkendes
får mulighed for at bidrage
blive inddraget
fokusere på børn, unge
muligheden for at arbejde lokalt
dobbeltrettet tilgang
samlet op på
fortsætter som hidtil
alle 11 lokalråd
indbefatte de projekter
samtlige lokalråd skal
lokale emner, som fylder
tages forbehold
Prioriterede lister
drøftes og beslutte
nærmere gennemgang af udfordringerne
inddrage andre interessenter
skal disse iværksættes
kan det drøftes, hvordan
bør derfor også fokuseres
bør lokalrådene drøfte
undersøge og drøfte lokale forhold
simple og smidige
"""
KNOWN_2014 = """
årets første møde
orienterer lokalrådene løbende
deltage i nogle eksperimenter
om denne opfølgning / følger op på de lokale
skal tage afsæt
afrapporterer om lokalrådenes
samlet afrapportering
kan lokalrådene afdække
tager initiativ til at drøfte
redegøre for forløbet
orientere kredsrådet om arbejdet
mødes før hvert / følger også op på kredsrådets
også formand for
"""


@pytest.mark.skipif(not PLAN_2025.exists(), reason="../shared/seeds findes ikke ved siden af dette checkud")
@pytest.mark.parametrize(
    ("path", "known", "least"),
    [(PLAN_2025, KNOWN_2025, 24), (PLAN_2014, KNOWN_2014, 12)],
    ids=["2025", "2014"],
)
def test_what_a_reader_found_in_a_real_plan_is_proposed(path, known, least):
    sought = [line.split(" / ") for line in known.strip().split("\n")]
    plan = read_plan(read_file(path.name, path.read_bytes()), Places(DISTRICTS, MUNICIPALITIES))
    parts = [blocks(part.body) + blocks(part.closing) for part in plan.sections]
    proposed = [seen.sentence for part in parts for seen in seen_in(part)]
    found = [line for line in sought if any(words in one for one in proposed for words in line)]
    false = [one for one in proposed if not any(words in one for line in sought for words in line)]
    assert len(found) >= least, [line for line in sought if line not in found]
    assert len(false) <= 10, false


@pytest.fixture
def plan(cast):
    made = a_plan(cast.kredsraad(), 2027)
    section(made, "Natteliv", body=f"<p>{' '.join(DUTIES)} {' '.join(NO_DUTIES)}</p>")
    return made


def page_of(plan):
    return reverse("propose-duties", args=[plan.pk])


def sent(answer, **changes):
    """The page's forms as they would be sent, with these answers."""
    fields = {"row": [form.prefix for form in answer.context["rows"]]}
    for form in answer.context["rows"]:
        for field in form:
            value = field.value()
            fields[field.html_name] = "" if value is None or value is False else value
    return {name: value for name, value in (fields | changes).items() if value != []}


@pytest.mark.django_db
def test_the_secretariat_says_which_are_duties_and_is_not_asked_again(cast, as_user, plan):
    client = as_user(cast.sekretariat)
    page = client.get(page_of(plan))
    said = [form.said for form in page.context["rows"]]
    assert set(DUTIES) <= set(said)
    first, second = (str(said.index(one)) for one in (REPORT, "Lokalrådene skal tale med værtshusene."))
    changes = {f"{first}-choice": "tag", f"{first}-wording": "Fortæl om natteliv.", f"{second}-choice": "nej"}
    assert client.post(page_of(plan), sent(page, **changes)).url == reverse("duties", args=[plan.pk])

    duty = Duty.objects.get(plan=plan)
    assert (duty.wording, duty.addressee, duty.asked, duty.at_meeting) == (
        "Fortæl om natteliv.",
        "all_local",
        "report",
        True,
    )
    assert duty.section == plan.sections.get(heading="Natteliv")
    assert duty.history.get().history_user == cast.sekretariat
    declined = DeclinedSentence.objects.get()
    assert (declined.sentence, declined.declined_by) == (
        "Lokalrådene skal tale med værtshusene.",
        cast.sekretariat,
    )
    left = [one.seen.sentence for one in proposed_in(plan)]
    assert len(left) == len(said) - 2
    assert not {REPORT, declined.sentence} & set(left)


@pytest.mark.django_db
def test_the_same_answers_twice_are_one(cast, plan):
    answers = {"wording": "Mød op.", "addressee": "police"}
    for taken in (1, 0):
        done = workflow.answer_sentences(plan, {REPORT: answers}, ["Nej."], by=cast.sekretariat)
        assert (done.taken, done.declined) == (taken, 1)
    assert (Duty.objects.count(), DeclinedSentence.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_next_years_plan_does_not_ask_of_what_was_declined(cast, plan):
    workflow.answer_sentences(plan, {}, [REPORT], by=cast.sekretariat)
    later = a_plan(cast.kredsraad(), 2028)
    section(later, "Natteliv", body=f"<p>{REPORT.upper().replace('I 2.', 'i  2.')}</p>")
    assert "Natteliv" not in {one.place.title.split(" ")[-1] for one in proposed_in(later)}
    elsewhere = a_plan(cast.kredsraad(cast.other_district), 2027)
    section(elsewhere, "Natteliv", body=f"<p>{REPORT}</p>")
    assert REPORT in [one.seen.sentence for one in proposed_in(elsewhere)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"wording": ""}, "Feltet skal udfyldes"),
        ({"addressee": "named"}, "Sæt kryds ved de lokalråd"),
        ({"due_year": "1999"}, "Skriv et år fra 2027"),
        ({"wording": "Ring til 010190-1234"}, "ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_comes_back_with_all_that_was_typed(cast, as_user, plan, change, complaint):
    client = as_user(cast.sekretariat)
    page = client.get(page_of(plan))
    typed = {f"0-{name}": value for name, value in change.items()} | {
        "0-choice": "tag",
        "1-wording": "Mine egne ord.",
    }
    answer = client.post(page_of(plan), sent(page, **typed))
    assert answer.status_code in (409, 422)
    assert complaint in answer.text
    assert "Mine egne ord." in answer.text
    assert not Duty.objects.exists()


@pytest.mark.django_db
def test_nothing_chosen_is_refused(cast, as_user, plan):
    client = as_user(cast.sekretariat)
    answer = client.post(page_of(plan), sent(client.get(page_of(plan))))
    assert answer.status_code == 409
    assert "Vælg ved mindst én af dem" in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("state", list(PlanState))
def test_only_while_the_plan_is_open(cast, as_user, plan, state):
    page = as_user(cast.sekretariat).get(page_of(plan))
    type(plan).objects.update(state=state)
    answer = as_user(cast.sekretariat).post(page_of(plan), sent(page, **{"0-choice": "tag"}))
    assert answer.status_code == (302 if state in WRITABLE else 409)
    assert Duty.objects.exists() == (state in WRITABLE)
    if state not in WRITABLE:
        assert "ligger fast" in as_user(cast.sekretariat).get(page_of(plan)).text
        with pytest.raises(Refused, match="ligger fast"):
            workflow.answer_sentences(plan, {}, ["Nej."], by=cast.sekretariat)


@pytest.mark.django_db
def test_one_sentence_and_three(cast, as_user):
    plan = a_plan(cast.kredsraad(), 2027)
    part = section(plan, "Natteliv", body=f"<p>{REPORT}</p>")
    client = as_user(cast.sekretariat)

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page_of(plan)).status_code == 200
        return len(captured)

    cost()
    one = cost()
    part.body = f"<p>{' '.join(list(DUTIES)[:3])}</p>"
    part.save()
    assert cost() == one <= 12
