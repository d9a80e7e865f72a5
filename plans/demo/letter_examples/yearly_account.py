from collections.abc import Iterator

from plans.yearly_account import letters
from plans.yearly_account.models import YearlyAccount
from samarbejde.outbox.letters import Letter

REASON = "Et af tallene for indbrud var fra året før."


def _account() -> YearlyAccount:
    return YearlyAccount.objects.select_related("council__district").earliest("year")


def presented() -> Iterator[list[Letter]]:
    yield letters.presented(_account())


def taken_back() -> Iterator[list[Letter]]:
    yield letters.taken_back(_account(), REASON)
