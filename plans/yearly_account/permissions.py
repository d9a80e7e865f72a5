"""The secretariat writes, the director reads along, the kredsråd's members read what is presented."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from councils.models import Council, CouncilKind, MembershipRole
from councils.register.offices import Person, offices
from plans.yearly_account.models import AccountPart, AccountState, YearlyAccount


def visible_accounts(person: Person) -> QuerySet[YearlyAccount]:
    own = [seat for seat in offices(person).memberships if seat.council.kind == CouncilKind.DISTRICT]
    drafting = {
        seat.council_id for seat in own if seat.role in (MembershipRole.SECRETARIAT, MembershipRole.CHAIR)
    }
    presented = Q(council__in={seat.council_id for seat in own}, state=AccountState.PRESENTED)
    found = YearlyAccount.objects.filter(Q(council__in=drafting) | presented)
    return found.select_related("council__district").prefetch_related(
        "presented__taken_back", "presented__text"
    )


def may_write_for(person: Person, council: Council) -> bool:
    return council.district_id in offices(person).secretariat_districts


def load_kredsraad(person: Person, pk: int) -> Council:
    """For those who sit in it, its secretariat among them."""
    found = Council.objects.filter(pk=pk, kind=CouncilKind.DISTRICT).select_related("district").first()
    if found is None or not offices(person).sits_in(pk):
        raise Http404
    return found


def load_written_kredsraad(person: Person, pk: int) -> Council:
    """For its secretariat; 403 for its members."""
    return _written(person, load_kredsraad(person, pk))


def load_account(person: Person, pk: int) -> YearlyAccount:
    found = visible_accounts(person).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def load_written_account(person: Person, pk: int) -> YearlyAccount:
    """For the secretariat; 403 for whoever only reads it."""
    found = load_account(person, pk)
    _written(person, found.council)
    return found


def load_part(person: Person, pk: int, part_pk: int) -> AccountPart:
    """For the secretariat; 404 where it is of another account."""
    account = load_written_account(person, pk)
    found = account.parts.filter(pk=part_pk).first()
    if found is None:
        raise Http404
    found.account = account
    return found


def _written(person: Person, council: Council) -> Council:
    if not may_write_for(person, council):
        raise PermissionDenied("Kun sekretariatet kan gøre dette.")
    return council
