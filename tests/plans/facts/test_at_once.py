"""Two write in one fact at the same moment: whoever comes second is told."""

import pytest

from councils.models import Figure
from plans.facts.kinds import KINDS
from plans.facts.workflow import delete_fact, edit_fact, take_figures
from plans.facts.workflow.figures import MET, seen_of
from samarbejde.transitions import Refused, Stale
from tests.at_once import while_another
from tests.cast import person, seat
from tests.plans.facts import stages

pytestmark = pytest.mark.django_db(transaction=True)

KIND = KINDS["tal"]


@pytest.fixture
def colleague(cast):
    return seat(person("kollega", "Karla Kjær"), cast.kredsraad(), "secretariat")


def test_two_correct_one(cast, colleague):
    fact, by = stages.figure(cast), cast.sekretariat
    refusal = while_another(
        lambda: edit_fact(KIND, fact, {"value": 8}, version=1, by=by),
        lambda: edit_fact(KIND, fact, {"value": 9}, version=1, by=colleague),
    )
    assert isinstance(refusal, Stale)
    assert refusal.current.value == 8
    assert Figure.objects.get(pk=fact.pk).value == 8


def test_one_is_corrected_while_it_is_deleted(cast, colleague):
    fact, by = stages.figure(cast), cast.sekretariat
    refusal = while_another(
        lambda: delete_fact(fact, by=by),
        lambda: edit_fact(KIND, fact, {"value": 9}, version=1, by=colleague),
    )
    assert isinstance(refusal, Refused)
    assert "slettet" in str(refusal)
    assert not Figure.objects.filter(pk=fact.pk).exists()


def test_two_write_the_years_figures(cast, colleague):
    fact, by = stages.figure(cast), cast.sekretariat
    names = ("table", "row", "unit", "year", "source")
    told = {name: getattr(fact, name) for name in names}
    seen = seen_of(cast.district)
    refusal = while_another(
        lambda: take_figures(cast.district, [told | {"value": 8}], seen=seen, by=by),
        lambda: take_figures(cast.district, [told | {"value": 9}], seen=seen, by=colleague),
    )
    assert str(refusal) == MET
    assert Figure.objects.get(pk=fact.pk).value == 8
