"""What the plan lays on whom, and when it is due."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.document.make_snapshot import make_snapshot
from plans.document.states import WRITABLE, PlanState
from plans.duties import workflow
from plans.duties.forms import DutyForm
from plans.duties.models import Duty
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.making import a_plan, section
from tests.plans.duties.stages import shown_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad(), 2027)


@pytest.fixture
def duty(plan):
    return a_duty(plan)


def a_duty(plan, wording="Drøft natteliv", who="Lokalrådene", year=2027, quarter=2, **fields) -> Duty:
    return Duty.objects.create(
        plan=plan, wording=wording, who=who, due_year=year, due_quarter=quarter, **fields
    )


def address(name, plan, *more):
    return reverse(name, args=[plan.pk, *more])


def answers(**changes):
    typed = {"wording": "Fortæl om skolerne", "who": "SSP i Herning", "modality": "bør"}
    typed |= {"addressee": "office", "asked": "report"}
    return typed | {"due_quarter": "4", "due_year": "2027", "section": "", "version": ""} | changes


def test_duties_stand_in_the_order_they_are_due(cast, as_user, plan):
    a_duty(plan, "Løbende opgave", year=None, quarter=None)
    a_duty(plan, "Hele året", quarter=None)
    a_duty(plan, "Næste år", year=2028, quarter=1)
    a_duty(plan, "Sidste kvartal", quarter=4)
    a_duty(plan, "Andet kvartal", section=plan.sections.get(heading="Trivsel for unge"))
    page = as_user(cast.medlem_herning).get(address("duties", plan)).content.decode()
    order = [
        "2. kvartal 2027</h2>",
        "Andet kvartal",
        "4. kvartal 2027</h2>",
        "Sidste kvartal",
        ">2027</h2>",
        "Hele året",
        "1. kvartal 2028</h2>",
        "Næste år",
        "Løbende</h2>",
        "Løbende opgave",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "Trivsel for unge</a>" in page
    assert "Tilføj en opgave" not in page
    assert address("edit-duty", plan, 1)[:-2] + "1" not in page


def test_without_duties_the_page_says_what_one_is(cast, as_user, plan):
    page = as_user(cast.sekretariat).get(address("duties", plan)).content.decode()
    assert "Planen har ingen opgaver endnu" in page
    assert address("add-duty", plan) in page


def test_the_secretariat_adds_one_and_the_plan_shows_it(cast, as_user, plan):
    section(plan, "Årets opgaver", data="duties")
    chapter = plan.sections.get(heading="Kredsrådet")
    a_duty(plan, position=7)

    seen = as_user(cast.sekretariat).post(address("add-duty", plan), answers(section=chapter.pk))

    assert seen.url == address("duties", plan)
    duty = Duty.objects.get(wording="Fortæl om skolerne")
    assert (duty.who, duty.modality, duty.due, duty.section, duty.position) == (
        "SSP i Herning",
        "bør",
        "4. kvartal 2027",
        chapter,
        8,
    )
    assert duty.history.get().history_user == cast.sekretariat
    assert "Fortæl om skolerne" in str(make_snapshot(plan))
    assert Event.objects.about(plan).get(verb="duty.added").actor == cast.sekretariat


def test_one_is_corrected(cast, as_user, plan, duty):
    client = as_user(cast.sekretariat)
    page = client.get(address("edit-duty", plan, duty.pk)).content.decode()
    assert "Drøft natteliv" in page
    assert 'name="version" value="1"' in page

    typed = answers(version=1, due_quarter="", due_year="")
    assert client.post(address("edit-duty", plan, duty.pk), typed).status_code == 302

    duty.refresh_from_db()
    assert (duty.wording, duty.due) == ("Fortæl om skolerne", "løbende")
    assert duty.history.latest().history_user == cast.sekretariat
    assert Event.objects.about(plan).filter(verb="duty.edited").exists()


def test_it_says_whom_it_is_laid_on_and_what_it_asks(cast, as_user, plan):
    section(plan, "Årets opgaver", data="duties")
    places = [cast.lokalraad(name).pk for name in ("Thisted", "Herning")]
    typed = answers(addressee="named", council_ids=places, who="", asked="decision")
    typed |= {"due_quarter": "", "due_year": "", "due_on": "01-05-2027"}
    assert as_user(cast.sekretariat).post(address("add-duty", plan), typed).status_code == 302
    duty = Duty.objects.get()
    assert (set(duty.council_ids), duty.asked, duty.due_year, duty.due_quarter) == (
        set(places),
        "decision",
        2027,
        2,
    )
    assert DutyForm.stored(duty)["due_quarter"] is None
    row = shown_rows(plan)[0]
    assert (row["who"], row["due"]) == ("Lokalrådene i Herning og Thisted", "1. maj 2027")
    page = as_user(cast.medlem_herning).get(address("duties", plan)).content.decode()
    assert "Lokalrådene i Herning og Thisted" in page
    assert "En beslutning" in page


def test_an_invalid_answer_does_not_hide_anothers_correction(cast, as_user, plan, duty):
    client = as_user(cast.sekretariat)
    workflow.edit_duty(duty, {"wording": "Drøft natteliv og musik"}, version=1, by=cast.sekretariat)
    page = client.post(address("edit-duty", plan, duty.pk), answers(version=1, due_year="x"))
    assert page.context["form"]["version"].value() == "1"


def test_the_same_correction_twice_is_one(cast, as_user, plan, duty):
    client = as_user(cast.sekretariat)
    for _ in range(2):
        assert client.post(address("edit-duty", plan, duty.pk), answers(version=1)).status_code == 302
    duty.refresh_from_db()
    assert (duty.version, duty.history.count()) == (2, 2)


def test_one_is_deleted_after_a_question(cast, as_user, plan, duty):
    client = as_user(cast.sekretariat)
    page = client.get(address("delete-duty", plan, duty.pk)).content.decode()
    assert "Skal opgaven ud af planen?" in page
    assert Duty.objects.exists()

    assert client.post(address("delete-duty", plan, duty.pk)).url == address("duties", plan)

    assert not Duty.objects.exists()
    assert Duty.history.latest().history_type == "-"
    assert "Drøft natteliv" in Event.objects.about(plan).get(verb="duty.deleted").text
    assert client.post(address("delete-duty", plan, duty.pk)).status_code == 404


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"wording": "\u00a0"}, "Feltet skal udfyldes"),
        ({"wording": "x" * 2001}, "2001"),
        ({"who": ""}, "Skriv, hvem der har opgaven"),
        ({"addressee": "alle"}, "gyldig"),
        ({"addressee": "police"}, "eller slet teksten"),
        ({"addressee": "named"}, "Sæt kryds ved de lokalråd"),
        ({"asked": "penge"}, "gyldig"),
        ({"due_on": "31-02-2027"}, "gyldig"),
        ({"due_on": "01-05-2027"}, "enten en dag eller et kvartal"),
        ({"due_on": "01-05-2047", "due_year": "", "due_quarter": ""}, "Skriv et år fra 2027 til 2037"),
        ({"condition": "når tallene stiger"}, "enten en betingelse eller en tid"),
        ({"due_quarter": "", "at_meeting": "on"}, "i hvilket kvartal kredsrådet mødes"),
        ({"who": "y" * 151}, "151"),
        ({"modality": "måske"}, "gyldig"),
        ({"due_quarter": "5"}, "gyldig"),
        ({"due_year": ""}, "hvilket år kvartalet ligger i"),
        ({"due_year": "0"}, "Skriv et år fra 2027 til 2037"),
        ({"due_year": "9999"}, "Skriv et år fra 2027 til 2037"),
        ({"due_year": "snart"}, "heltal"),
        ({"section": "0"}, "gyldig"),
        ({"wording": "Ring til 010190-1234"}, "ligner et CPR-nummer"),
    ],
)
def test_bad_input_comes_back_with_what_was_typed(cast, as_user, plan, change, complaint):
    seen = as_user(cast.sekretariat).post(address("add-duty", plan), answers(**change))
    page = seen.content.decode()
    assert seen.status_code == 422
    assert complaint in page
    for name in ("wording", "who"):
        assert answers(**change)[name].strip() in page
    assert not Duty.objects.exists()


@pytest.mark.parametrize("state", list(PlanState))
def test_duties_change_while_the_plan_is_open(cast, as_user, plan, duty, state):
    type(plan).objects.update(state=state)
    is_open = state in WRITABLE
    client = as_user(cast.sekretariat)
    assert ("Tilføj en opgave" in client.get(address("duties", plan)).content.decode()) == is_open
    written = {"wording": "Ny", "who": "Alle", "modality": "skal"}
    steps = {
        "add-duty": lambda: workflow.add_duty(plan, written, by=cast.sekretariat),
        "edit-duty": lambda: workflow.edit_duty(duty, written, version=1, by=cast.sekretariat),
        "delete-duty": lambda: workflow.delete_duty(duty, by=cast.sekretariat),
    }
    for step in steps.values():
        if is_open:
            step()
        else:
            with pytest.raises(Refused, match="ligger fast"):
                step()
    left = list(Duty.objects.values_list("wording", flat=True))
    assert left == (["Ny"] if is_open else ["Drøft natteliv"])
    if not is_open:
        assert "ligger fast" in client.get(address("add-duty", plan)).content.decode()


def test_who_may_not(cast, as_user, client, plan, duty):
    pages = {"duties": (), "add-duty": (), "edit-duty": (duty.pk,), "delete-duty": (duty.pk,)}
    for name, more in pages.items():
        at = address(name, plan, *more)
        assert client.get(at).url.startswith(reverse("account_login"))
        for role in ("politidirektør", "borgmester", "stedfortræder", "formand", "medlem", "kontaktudvalg"):
            reads = as_user(cast.roles[role])
            assert reads.get(at).status_code == (200 if name == "duties" else 403), (name, role)
            assert reads.post(at, answers()).status_code == (405 if name == "duties" else 403), (name, role)
        for role in ("sekretariat i en anden kreds", "administrator"):
            assert as_user(cast.roles[role]).get(at).status_code == 404, (name, role)
    assert Duty.objects.get() == duty


def test_a_duty_of_another_plan_is_not_found(cast, as_user, plan, duty):
    other = a_plan(cast.kredsraad(), 2028)
    client = as_user(cast.sekretariat)
    for name in ("edit-duty", "delete-duty"):
        assert client.get(address(name, other, duty.pk)).status_code == 404
        assert client.post(address(name, other, duty.pk), answers(wording="Andet")).status_code == 404
    assert [(row.pk, row.wording) for row in Duty.objects.all()] == [(duty.pk, duty.wording)]


@pytest.mark.parametrize("role", ["sekretariat", "medlem"])
def test_one_duty_and_three(cast, as_user, plan, duty, role):
    client = as_user(cast.roles[role])

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address("duties", plan)).status_code == 200
        return len(captured)

    cost()
    one = cost()
    for quarter in (3, 4):
        a_duty(plan, quarter=quarter, section=plan.sections.get(heading="Kredsrådet"))
    assert cost() == one <= 12
