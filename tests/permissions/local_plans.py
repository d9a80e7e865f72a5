"""A lokalråd's plan: seen by the lokalråd and the secretariat, written by its leaders and those they let."""

from typing import Any

from plans.approval.models import Signature
from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK, WRITE_ONLY
from tests.permissions.meetings import lokalraad
from tests.permissions.rows import NOBODY, Row, secretariat
from tests.plans.local_plans import stages

Parts = dict[str, Any]

NOT_THEIRS = f"*=404 {NOBODY}=404"


def leads(answer: str) -> str:
    """The lokalråd's leaders and the secretariat get `answer`, its other members 403, others nothing."""
    return f"sekretariat={answer} formand={answer} medlem=403 {NOT_THEIRS}"


def writes(answer: str) -> str:
    """Where one of its members is let to write."""
    return f"sekretariat={answer} formand={answer} medlem={answer} {NOT_THEIRS}"


def a_board(cast: Cast) -> Parts:
    stages.draft(cast)
    return {"slug": cast.district.slug, "year": stages.YEAR}


def draft(cast: Cast) -> Parts:
    stages.districts(cast)
    return {"pk": stages.draft(cast).pk}


def written_by_a_member(cast: Cast) -> Parts:
    stages.districts(cast)
    return {"pk": stages.written_by_a_member(cast).pk}


def this_year(cast: Cast, parts: Parts) -> Parts:
    return {"year": stages.YEAR, "source": "empty"}


def a_member(cast: Cast, parts: Parts) -> Parts:
    return {"writers": [cast.medlem_herning.pk]}


def signing(cast: Cast) -> Parts:
    return {"pk": stages.sent(cast).pk}


def the_members_signature(cast: Cast) -> Parts:
    round_ = stages.sent(cast).signature_rounds.get()
    return {"pk": round_.signatures.get(membership__user=cast.medlem_herning).pk}


def signed(cast: Cast) -> Parts:
    return {"pk": stages.signed(cast).pk}


def published(cast: Cast) -> Parts:
    return {"pk": stages.published(cast).pk}


def call(cast: Cast, parts: Parts) -> Parts:
    return stages.typed_round(cast)


def name(cast: Cast, parts: Parts) -> Parts:
    return {"seen_hash": Signature.objects.get(pk=parts["pk"]).round.content_hash}


def reason(cast: Cast, parts: Parts) -> Parts:
    return {"reason": "Et navn var forkert."}


SIGNS = f"medlem={{}} sekretariat=403 formand=403 {NOT_THEIRS}"
OF_IT = f"sekretariat=200 formand=200 medlem=200 {NOT_THEIRS}"

ROWS = {
    "local-plans": Row(secretariat("200"), make=a_board),
    "local-plans-sheet": Row(secretariat("200"), make=lambda cast: a_board(cast) | {"ending": "csv"}),
    "start-local-plan": Row(leads("200"), f"{leads('302')} {TYPED_IS_SENT_BACK}", lokalraad, this_year),
    "plan-writers": Row(leads("200"), leads("302"), draft, a_member),
    "take-over-topics": Row(leads("200"), leads("302"), draft),
    "take-over-topics: et medlem skriver": Row(writes("200"), writes("302"), written_by_a_member),
    # the pages of every plan, where the plan is a lokalråd's
    "plan: et lokalråds": Row(OF_IT, make=draft),
    "plan-text: et lokalråds": Row(OF_IT, make=draft),
    "plan-events: et lokalråds": Row(OF_IT, make=draft),
    "draft-pdf: et lokalråds": Row(OF_IT, make=draft),
    "focus-areas: et lokalråds": Row(leads("200"), make=draft),
    "focus-areas: et medlem skriver": Row(writes("200"), make=written_by_a_member),
    "publish-plan: et lokalråds": Row(
        leads("200"), f"{leads('409')} {TYPED_IS_SENT_BACK}", written_by_a_member
    ),
    "delete-plan: et lokalråds": Row(leads("200"), leads("302"), written_by_a_member),
    "signatures: et lokalråds": Row(OF_IT, f"{leads('302')} {TYPED_IS_SENT_BACK}", draft, call),
    "signatures: et lokalråds, sendt": Row(OF_IT, f"{leads('409')} {TYPED_IS_SENT_BACK}", signing, call),
    "sign: et lokalråds": Row(SIGNS.format("200"), SIGNS.format("302"), the_members_signature, name),
    "remind-signatories: et lokalråds": Row(WRITE_ONLY, leads("302"), signing),
    "reopen-plan: et lokalråds": Row(leads("200"), f"{leads('302')} {TYPED_IS_SENT_BACK}", published, reason),
    "publish-plan: et lokalråds, underskrevet": Row(
        leads("200"), f"{leads('302')} {TYPED_IS_SENT_BACK}", signed
    ),
}
