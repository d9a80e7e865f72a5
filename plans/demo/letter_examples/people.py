from collections.abc import Iterator

from councils.models import Membership, MembershipRole
from councils.people import letters
from councils.people.running_out import running_out
from samarbejde.outbox.letters import Letter


def appointed() -> Iterator[list[Letter]]:
    for role in (MembershipRole.CHAIR, MembershipRole.MEMBER):
        yield letters.appointed(Membership.objects.with_places().filter(role=role).order_by("pk")[0])


def terms_run_out() -> Iterator[list[Letter]]:
    terms = list(running_out().select_related("user", "council__district"))
    yield letters.terms_run_out(terms[0].council.district, terms)
