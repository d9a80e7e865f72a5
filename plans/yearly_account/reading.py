"""An account as one text, shown and printed like a plan. Reads only."""

from plans.document.papers import paper
from plans.document.snapshot import Snapshot, read_snapshot
from plans.yearly_account.models import YearlyAccount


def text_of(account: YearlyAccount) -> Snapshot:
    """The draft as it stands, without the parts that are empty."""
    chapters = [(part.heading, part.body) for part in account.parts.all() if part.body]
    return paper(account.council, account.year, str(account), chapters)


def shown_text(account: YearlyAccount) -> Snapshot:
    """The draft, or what was presented."""
    if account.is_draft or account.newest is None:
        return text_of(account)
    return read_snapshot(account.newest.text.snapshot)
