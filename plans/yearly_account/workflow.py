"""The steps of a yearly account: drafted, edited, drafted anew, presented, taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from councils.models import Council
from plans.document.keeping import frozen
from plans.publication.drafts import note_pdf
from plans.yearly_account import letters
from plans.yearly_account.drafting import Drafted, drafted
from plans.yearly_account.models import (
    ACCOUNT_TRANSITIONS,
    AccountPart,
    AccountState,
    AccountTakenBack,
    PresentedAccount,
    PresentedAccountFile,
    YearlyAccount,
)
from plans.yearly_account.reading import text_of
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.text.rich_text import plain_text
from samarbejde.transitions import Refused, lock, lock_as_seen, move, stands

GONE = "Delen er ikke i redegørelsen mere. Der var intet at sige om den, da tal og svar blev hentet igen."
LIES_FAST = "Den er forelagt kredsrådet, så teksten ligger fast. Tag den tilbage, hvis den skal rettes."


@dataclass(frozen=True)
class Refreshed:
    updated: int
    kept: int  # edited by people, so that the new draft only stands beside them


@transaction.atomic
def make_account(council: Council, year: int, *, by: User) -> YearlyAccount:
    lock(council)
    if YearlyAccount.objects.filter(council=council, year=year).exists():
        raise Refused(f"Redegørelsen for {year} er begyndt. Find den på listen, og skriv videre.")
    account = YearlyAccount(council=council, year=year)
    with_editor(by, account).save()
    for position, one in enumerate(drafted(council, year), 1):
        with_editor(by, _new_part(account, one, position)).save()
    return _told(account, "made", f"Begyndte redegørelsen for {year}", by)


@transaction.atomic
def refresh(account: YearlyAccount, *, by: User) -> Refreshed:
    """Draft every part anew; what people have edited stays, and has the new draft beside it."""
    account = _draft(account)
    standing = {part.key: part for part in account.parts.select_for_update()}
    updated = kept = position = 0
    for position, one in enumerate(drafted(account.council, account.year), 1):
        part = standing.pop(one.key, None) or _new_part(account, one, position)
        news = _is_news(part, one)
        kept += news and part.is_edited
        updated += news and not part.is_edited
        _renew(part, one, position, news=news, by=by)
    for part in standing.values():
        position = _leave(part, position, by)
    account.drafted_at = timezone.now()
    save_as_next(by, account, "Tal og svar hentet")
    _told(account, "refreshed", "Hentede tal og svar til redegørelsen", by)
    return Refreshed(updated, kept)


@transaction.atomic
def edit_part(part: AccountPart, answers: Mapping[str, str], *, version: int, by: User) -> AccountPart:
    """Correct it if `version` is what stands; raises `Stale` if not."""
    _draft(part.account)
    part = lock_as_seen(part, version, answers, gone=GONE)
    if stands(part, answers):
        return part
    refuse_in([answers["heading"], plain_text(answers["body"])])
    part.heading, part.body = answers["heading"], answers["body"]
    part.is_edited, part.has_news = True, False
    save_as_next(by, part)
    _told(part.account, "edited", f"Rettede »{part}« i redegørelsen", by)
    return part


@transaction.atomic
def use_draft(part: AccountPart, *, by: User) -> AccountPart:
    """The portal's own words instead of those that were written; the history keeps these."""
    _draft(part.account)
    part = lock(part, gone=GONE)
    if not part.is_edited:
        return part
    part.body, part.is_edited, part.has_news = part.drafted, False, False
    save_as_next(by, part, "Portalens udkast")
    _told(part.account, "draft_used", f"Satte portalens udkast ind i »{part}«", by)
    return part


@transaction.atomic
def present(account: YearlyAccount, presented_on: date, *, by: User) -> YearlyAccount:
    """Give it to the kredsråd: text and PDF are frozen, and its members are told."""
    account = lock(account)
    move(account, AccountState.PRESENTED, ACCOUNT_TRANSITIONS)
    text = text_of(account)
    if not text["sections"]:
        raise Refused("Redegørelsen er tom. Skriv noget i mindst én del, og forelæg den så.")
    if presented_on > timezone.localdate():
        raise Refused("Dagen er ikke kommet endnu. Skriv den dag, kredsrådet fik redegørelsen.")
    number = account.presented.count() + 1
    made = PresentedAccount.objects.create(
        account=account, number=number, text=frozen(text), presented_on=presented_on, presented_by=by
    )
    PresentedAccountFile.objects.create(presented=made, content=note_pdf(text))
    save_as_next(by, account, "Forelagt")
    queue(*letters.presented(account))
    day = danish.date_text(presented_on)
    return _told(account, "presented", f"Redegørelsen for {account.year} blev forelagt kredsrådet {day}", by)


@transaction.atomic
def take_back(account: YearlyAccount, reason: str, *, by: User) -> YearlyAccount:
    """A draft again; what was presented is kept, with the reason."""
    account = lock(account)
    move(account, AccountState.DRAFT, ACCOUNT_TRANSITIONS)
    if not reason:
        raise Refused("Skriv, hvorfor redegørelsen tages tilbage. Kredsrådets medlemmer får det at vide.")
    refuse_in([reason])
    newest = account.presented.latest("number")
    AccountTakenBack.objects.create(presented=newest, reason=reason, by=by)
    save_as_next(by, account, "Taget tilbage")
    queue(*letters.taken_back(account, reason))
    return _told(account, "taken_back", f"Redegørelsen for {account.year} blev taget tilbage: {reason}", by)


def _new_part(account: YearlyAccount, one: Drafted, position: int) -> AccountPart:
    return AccountPart(
        account=account,
        key=one.key,
        position=position,
        heading=one.heading,
        body=one.body,
        drafted=one.body,
    )


def _is_news(part: AccountPart, one: Drafted) -> bool:
    """A heading follows along until somebody has edited the part."""
    renamed = not part.is_edited and part.heading != one.heading
    return part._state.adding or part.drafted != one.body or renamed


def _renew(part: AccountPart, one: Drafted, position: int, *, news: bool, by: User) -> None:
    if not news and part.position == position:
        return
    part.position, part.drafted = position, one.body
    if part.is_edited:
        part.has_news = part.has_news or news
    else:
        part.heading, part.body = one.heading, one.body
    if part._state.adding:
        with_editor(by, part, "Tal og svar hentet").save()
    else:
        save_as_next(by, part, "Tal og svar hentet")


def _leave(part: AccountPart, position: int, by: User) -> int:
    """What the portal has nothing to say of any more: only somebody's own words stay."""
    if not part.is_edited:
        with_editor(by, part).delete()
        return position
    part.position = position + 1
    with_editor(by, part, "Flyttet").save(update_fields=["position"])
    return part.position


def _draft(account: YearlyAccount) -> YearlyAccount:
    """Locked, for as long as it may be written in."""
    held = lock(account)
    if not held.is_draft:
        raise Refused(LIES_FAST)
    return held


def _told(account: YearlyAccount, verb: str, text: str, by: User) -> YearlyAccount:
    internal = verb not in ("presented", "taken_back")
    record(f"yearly_account.{verb}", text, by=by, subject=account, within=account.council, internal=internal)
    return account
