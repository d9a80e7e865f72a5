"""What says the same is found whatever the endings and compounds of its words."""

import pytest
from django.urls import reverse

from plans.document.models import FocusArea, Scope
from plans.proposal_board.similar import LEAST, similar_to
from plans.proposal_board.similarity import Text, most_alike
from tests.making import a_plan
from tests.plans.proposals import stages
from tests.plans.rounds.test_board import MOST_QUERIES, cost

TITLES = (
    "Natteliv og vold",
    "Butikstyverier",
    "Trafik ved skoler",
    "Rusmidler blandt unge",
    "Digital svindel mod ældre",
    "Naboer, der passer på hinanden",
    "Partnervold og støtte til ofre",
    "Utryghed ved stationen",
)
PAIRS = {
    "Vold i nattelivet": "Natteliv og vold",
    "Tyveri fra butikker": "Butikstyverier",
    "Tryg skolevej i trafikken": "Trafik ved skoler",
    "Unges brug af rusmiddel": "Rusmidler blandt unge",
    "Svindlere, der ringer til de ældre": "Digital svindel mod ældre",
    "Nabohjælp": "Naboer, der passer på hinanden",
    "Vold i parforhold: partnere og ofrene": "Partnervold og støtte til ofre",
    "Stationer, hvor folk er utrygge": "Utryghed ved stationen",
}


@pytest.mark.parametrize("asked", PAIRS)
def test_it_is_found_whatever_the_form_of_its_words(asked):
    others = [Text(title, title, "") for title in TITLES]
    found = most_alike(Text("", asked, ""), others, least=LEAST, most=3)
    assert found, asked
    assert found[0][0].title == PAIRS[asked]


def test_small_words_and_endings_alone_say_nothing():
    others = [Text(title, title, "") for title in ("Hvad vi vil gøre for alle", "Cyklerne")]
    assert most_alike(Text("", "Børnene er med for alle", ""), others, least=LEAST, most=3) == []


def test_nothing_is_alike_to_nothing():
    assert most_alike(Text("", "", ""), [Text("a", "Natten", "")], least=LEAST, most=3) == []
    assert most_alike(Text("", "Natten", ""), [], least=LEAST, most=3) == []


def test_beside_a_proposal_stand_those_of_its_round_of_last_year_and_last_years_topics(cast, as_user):
    before = a_plan(cast.kredsraad(), year=2026)
    plan = a_plan(cast.kredsraad(), year=2027, previous=before)
    FocusArea.objects.create(plan=before, own_title="Vold og natteliv", scope=Scope.DISTRICT)
    old = stages.submitted(cast, stages.a_round(cast, before), place="Skive", of=stages.words("Nattens vold"))
    round_ = stages.a_round(cast, plan)
    own = stages.submitted(cast, round_, of=stages.words("Vold i nattelivet"))
    same = stages.submitted(cast, round_, place="Viborg", of=stages.words("Natteliv uden vold"))
    gone = stages.submitted(cast, round_, place="Lemvig", of=stages.words("Vold i nattelivet"))
    stages.withdraw(gone, by=cast.formand("Lemvig"))
    stages.drafted(cast, round_, place="Struer", of=stages.words("Nattelivets vold"))
    found = {one.title: one for one in similar_to(stages.fresh(own), cast.sekretariat)}
    assert set(found) == {"Natteliv uden vold", "Nattens vold", "Vold og natteliv"}
    assert found["Natteliv uden vold"].where == "Viborg"
    assert found["Nattens vold"].where == "forslag fra Skive, 2026"
    assert found["Vold og natteliv"].where == "emne i planen for 2026"
    beside = reverse("similar-proposals", args=[own.pk])
    assert f'href="{beside}"' in as_user(cast.sekretariat).get(stages.page(own)).text
    read = as_user(cast.sekretariat).get(beside).text
    assert "Ligner dette forslag" in read
    assert f'href="{stages.page(same)}"' in read
    assert f'href="{reverse("proposal", args=[old.pk])}"' in read
    assert beside not in as_user(cast.formand_herning).get(stages.page(own)).text
    assert cost(as_user(cast.sekretariat), beside) <= MOST_QUERIES
