"""The director's accounts to the kredsråd: one that was presented, and the next as a draft."""

from contextlib import suppress
from datetime import timedelta

from django.utils import timezone

from plans.demo.clock import on
from plans.demo.people import People
from plans.publication.pdf.process import PangoMissing
from plans.yearly_account import workflow
from plans.yearly_account.models import YearlyAccount
from samarbejde.accounts.models import User

AHEAD = (
    "<p>Vi går videre med skolerne. Flere kommuner vil have en fast betjent, som de unge kender.</p>"
    "<p>Nattelivet får mere vagt i de store byer. Det aftaler hvert lokalråd med værtshusene.</p>"
)
BEGINS = "<p>Det har været et år med færre indbrud og flere sager om trusler på nettet.</p>"


def give_accounts(people: People) -> None:
    """A machine that makes no PDFs leaves both of them as drafts."""
    day, by = timezone.localdate() - timedelta(days=90), people.secretariat
    with on(day - timedelta(days=12)):
        first = workflow.make_account(people.kredsraad, day.year - 1, by=by)
        _write(first, "ahead", AHEAD, by)
    with on(day), suppress(PangoMissing):
        workflow.present(first, day, by=by)
    with on(timezone.localdate() - timedelta(days=2)):
        following = workflow.make_account(people.kredsraad, day.year, by=by)
        begins = following.parts.get(key="introduction").body
        _write(following, "introduction", begins + BEGINS, by)


def _write(account: YearlyAccount, key: str, body: str, by: User) -> None:
    part = account.parts.get(key=key)
    workflow.edit_part(part, {"heading": part.heading, "body": body}, version=part.version, by=by)
