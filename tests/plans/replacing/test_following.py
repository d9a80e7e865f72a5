"""A heading that is written anew by a replacement takes its references along, there and back."""

from plans.drafting.workflow.following import Followed
from plans.replacing import workflow
from plans.replacing.finding import found
from plans.replacing.models import Replacement
from samarbejde.text.rich_text_replacing import Sought
from tests.making import section

SOUGHT = Sought("Natteliv")


def test_references_follow_a_replaced_heading_and_its_undoing(plan, cast):
    both = section(plan, "Fora", "<p>Natteliv, se {afsnit: Natteliv}.</p>")
    only = section(plan, "Tal", "<p>{afsnit: Natteliv}</p>")
    told: list[Followed] = []
    chosen = [place.key for text in found(plan, SOUGHT, "Aftenliv") for place in text.places]
    workflow.replace(plan, SOUGHT, "Aftenliv", chosen=chosen, by=cast.sekretariat, tell=told.append)
    assert [one.count for one in told] == [2]
    for row in (both, only):
        row.refresh_from_db()
    assert (both.body, only.body) == ("<p>Aftenliv, se {afsnit: Aftenliv}.</p>", "<p>{afsnit: Aftenliv}</p>")
    assert workflow.undo(Replacement.objects.get(), by=cast.sekretariat) == []
    for row in (both, only):
        row.refresh_from_db()
    assert (both.body, only.body) == ("<p>Natteliv, se {afsnit: Natteliv}.</p>", "<p>{afsnit: Natteliv}</p>")
