import pytest

from tests.plans.proposals import stages


@pytest.fixture
def four(cast):
    """Of Herning two, of Viborg and of Skive one each: one for each thing that can be decided."""
    round_ = stages.a_round(cast)
    made = [("Herning", "Natteravne"), ("Herning", "Cykler"), ("Viborg", "Nattelivet"), ("Skive", "Havnen")]
    return [stages.submitted(cast, round_, place=place, of=stages.words(title)) for place, title in made]


def decide_all(four, by):
    """Everything that can be decided, and nothing told."""
    ravens, bikes, night, harbour = four
    stages.accept(night, by=by, title="Trygge nætter", told=False)
    stages.merge(ravens, night, by=by, reason="De vil det samme.", told=False)
    stages.reject(bikes, by=by, reason="Det gør kommunen alene.", told=False)
    stages.accept(harbour, by=by, scope="local", told=False)
