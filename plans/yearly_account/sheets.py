"""What the pages of yearly accounts show, for a spreadsheet."""

from collections.abc import Iterable

from councils.models import Council
from plans.yearly_account.models import YearlyAccount
from plans.yearly_account.reading import shown_text
from samarbejde.site.sheets import Sheet, Value
from samarbejde.text.rich_text import plain_text


def list_of_accounts(council: Council, accounts: Iterable[YearlyAccount]) -> Sheet:
    rows: list[list[Value]] = []
    for account in accounts:
        newest = account.newest
        presented_on = newest.presented_on if newest and not account.is_draft else None
        rows.append([account.year, account.get_state_display(), presented_on, account.drafted_at])
    headings = ["År", "Tilstand", "Forelagt den", "Tal og svar hentet"]
    return Sheet(f"redegoerelser-{council.district.slug}", "Årlige redegørelser", headings, rows)


def parts_of_account(account: YearlyAccount) -> Sheet:
    """A draft part by part, with whose words they are; else the chapters that were presented."""
    name = f"redegoerelse-{account.council.district.slug}-{account.year}"
    title = f"Redegørelsen for {account.year}"
    if not account.is_draft:
        sections = shown_text(account)["sections"]
        told: list[list[Value]] = [[one["title"], plain_text(one["body"])] for one in sections]
        return Sheet(name, title, ["Del", "Tekst"], told)
    rows: list[list[Value]] = [
        [part.heading, plain_text(part.body), part.whose_words] for part in account.parts.all()
    ]
    return Sheet(name, title, ["Del", "Tekst", "Hvis ord"], rows)
