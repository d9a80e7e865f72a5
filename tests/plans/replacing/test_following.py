"""A heading that is written anew by a replacement takes its references along, there and back."""

from django.urls import reverse

from plans.consistency.preparing import findings_of
from plans.document.models import EditMode
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


def test_undoing_says_what_followed_and_what_could_not(plan, cast, as_user):
    section(plan, "Fora", "<p>{afsnit: Natteliv}</p>")
    chosen = [place.key for text in found(plan, SOUGHT, "Aftenliv") for place in text.places]
    workflow.replace(plan, SOUGHT, "Aftenliv", chosen=chosen, by=cast.sekretariat)
    section(plan, "Tal", "<p>{afsnit: Aftenliv}</p>", mode=EditMode.LOCKED)
    address = reverse("undo-replacement", args=[plan.pk, Replacement.objects.get().pk])
    page = as_user(cast.sekretariat).post(address, follow=True).text
    assert "Én henvisning er rettet." in page
    assert "Det gamle navn står stadig i »Tal« (låst)." in page


def test_a_heading_that_the_check_mends_takes_them_along_and_the_page_says_so(plan, cast, as_user):
    section(plan, "Indsatsområder 2026", "<p>Torvet.</p>")
    section(plan, "Fora", "<p>Se {afsnit: Indsatsområder 2026}.</p>")
    [one] = [one for one in findings_of(plan) if one.code == "past-years"]
    sent = {"finding": one.key, "seen": one.replacement.seen}
    page = as_user(cast.sekretariat).post(reverse("mend-finding", args=[plan.pk]), sent, follow=True).text
    assert "Én henvisning er rettet." in page
    assert plan.sections.get(heading="Fora").body == "<p>Se {afsnit: Indsatsområder 2027}.</p>"
