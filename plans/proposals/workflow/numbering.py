"""What a proposal is called by: its number is given as it is first handed in, and stays."""

from plans.proposals.models import Proposal


def number(proposal: Proposal) -> None:
    """Give it the next number of its lokalråd in the round, such as »2027-HER-02«. Does not save.

    Call it with the round's plan locked: of two who hand in at once, one waits.
    """
    if proposal.number is not None:
        return
    place = proposal.council.municipality
    assert place is not None, "proposals are of a lokalråd"
    given = Proposal.objects.filter(round=proposal.round_id, council=proposal.council_id)
    following = given.exclude(number=None).count() + 1  # none that has a number is ever deleted
    proposal.number = f"{proposal.round.plan.year}-{place.letters}-{following:02}"
