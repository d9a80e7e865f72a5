"""Offices that change hands: a mayor to come, members who were just found, and a term that runs out."""

from datetime import date, timedelta

from django.utils import timezone

from councils.models import Council, Membership, MembershipRole, Side
from councils.people import workflow
from councils.people.posts import Post
from councils.people.workflow import Newcomer, Term
from plans.demo.clock import on
from plans.demo.people import People
from samarbejde.accounts.demo import address
from samarbejde.accounts.models import User
from samarbejde.danish import at

CHANGES, RUNS_OUT = "Struer", "Viborg"
# One more from the civil society than the district's rules say.
FOUND = {
    "forening.unge-herning": "Ungerådets repræsentant i Herning",
    "forening.idraet-herning": "Idrætsforeningernes repræsentant i Herning",
}


def change_hands(people: People) -> None:
    """Everybody of before has been logged in; nobody is the kredsråd's næstformand."""
    today = timezone.localdate()
    User.objects.update(last_login=timezone.now() - timedelta(days=20))
    with on(today - timedelta(days=3)):
        _elect_mayor(people, today + timedelta(days=45))
        for handle, title in FOUND.items():
            _find_member(people.lokalraad["Herning"], handle, title, people.secretariat)
        term = Membership.objects.with_places().get(user__email=address(f"forening.{RUNS_OUT.lower()}"))
        workflow.leave(term, today + timedelta(days=40), by=people.secretariat)


def _elect_mayor(people: People, first_day: date) -> None:
    place = people.lokalraad[CHANGES].municipality
    post = Post(people.kredsraad, MembershipRole.MEMBER, Side.MUNICIPALITY, place)
    newcomer = Newcomer(f"Den kommende borgmester {at(CHANGES)}", address(f"borgmester.ny-{CHANGES.lower()}"))
    term = Term(f"Borgmester i {CHANGES} Kommune", Side.MUNICIPALITY, first_day)
    workflow.appoint(post, newcomer, term, by=people.secretariat)


def _find_member(council: Council, handle: str, title: str, by: User) -> None:
    today = timezone.localdate()
    post = Post(council, MembershipRole.MEMBER, Side.CIVIL)
    term = Term(title, Side.CIVIL, today, today + timedelta(days=729))
    workflow.appoint(post, Newcomer(title, address(handle)), term, by=by)
