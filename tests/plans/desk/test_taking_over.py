"""A chair steps down: no access from the next request on, and a successor who is told what is left."""

from datetime import timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils import timezone

from councils.models import Membership, MembershipRole
from tests.cast import person, seat
from tests.plans.proposals import stages
from tests.plans.proposals.stages import page


def step_down(user, council):
    today = timezone.localdate()
    held = Membership.objects.get(user=user, council=council)
    Membership.objects.filter(pk=held.pk).update(period=DateRange(held.period.lower, today))
    new = person("ny.formand", "Den nye formand")
    return seat(new, council, MembershipRole.CHAIR, period=DateRange(today, today + timedelta(days=900)))


def test_what_the_former_chair_began_is_the_successors(cast, as_user):
    round_ = stages.a_round(cast)
    handed_in = stages.submitted(cast, round_, of=stages.words("Indsendt af den tidligere"))
    asked = stages.changes_requested(cast, round_)
    drafts = [stages.drafted(cast, round_, of=stages.words(title)) for title in ("Havnen", "Torvet")]
    former = as_user(cast.formand_herning)
    assert former.get(page(drafts[0])).status_code == 200
    assert "Du overtager" not in former.get(reverse("desk")).text

    new = step_down(cast.formand_herning, cast.lokalraad("Herning"))
    for proposal in (*drafts, asked, handed_in):
        assert former.get(page(proposal)).status_code == 404
    successor = as_user(new)
    desk = successor.get(reverse("desk")).text
    assert "Du overtager 2 kladder og 1 forslag, der mangler svar" in desk
    assert f"{cast.formand_herning} skrev for" in desk
    assert str(cast.formand_herning) in successor.get(page(handed_in)).text
    assert handed_in.submissions.get().submitted_by == cast.formand_herning

    for proposal in drafts:
        successor.post(reverse("submit-proposal", args=[proposal.pk]))
        assert proposal.submissions.get().submitted_by == new
    assert "Du overtager 1 forslag, der mangler svar" in successor.get(reverse("desk")).text


def test_what_a_member_wrote_is_no_inheritance(cast, as_user):
    round_ = stages.a_round(cast)
    address = stages.new_page(cast, round_)
    as_user(cast.medlem_herning).post(address, stages.typed(save="1"))
    assert "Du overtager" not in as_user(cast.formand_herning).get(reverse("desk")).text
