"""A lokalråd's proposals are its own until they are handed in, and never another lokalråd's."""

from typing import Any

from plans.proposals.models import Proposal
from tests.cast import Cast
from tests.permissions.desk import draft
from tests.permissions.rows import Row, secretariat
from tests.plans.proposals import stages

TYPED_IS_SENT_BACK = "anonym=401"
WRITE_ONLY = "*=405 anonym=302/405"


def in_a_round(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.a_round(cast).plan_id}


def herning_in_a_round(cast: Cast) -> dict[str, Any]:
    return in_a_round(cast) | {"council_pk": cast.lokalraad("Herning").pk}


def hernings_draft(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.drafted(cast).pk}


def hernings_handed_in(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.submitted(cast).pk}


def herning_has_handed_in(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.submitted(cast).round.plan_id}


def chair(answer: str, secretariat_too: str = "404") -> str:
    """The lokalråd's chair gets `answer`, its members 403; nobody else knows of the draft."""
    return f"formand={answer} medlem=403 begge=403 sekretariat={secretariat_too} *=404"


def judges(answer: str) -> str:
    """The secretariat gets `answer`, but not who sits in the lokalråd as well (forvaltningsloven § 3)."""
    return f"sekretariat={answer} begge=403 formand=403 medlem=403 *=404"


NOT_YET = "formand=403 medlem=403 begge=403 *=404"
READS_DRAFT = "formand=200 medlem=200 begge=200 *=404"

Parts = dict[str, Any]


def a_call(cast: Cast, parts: Parts) -> Parts:
    return {"guidance": "Husk nattelivet.", "deadline": stages.in_days(20)}


def longer(cast: Cast, parts: Parts) -> Parts:
    return {"deadline": stages.in_days(30), "reason": "Storm"}


def words(cast: Cast, parts: Parts) -> Parts:
    return stages.typed(version=1)


def points(cast: Cast, parts: Parts) -> Parts:
    return {"point_1": "Hvem skal gå turene?", "seen": 1, "total": 3}


def remark(cast: Cast, parts: Parts) -> Parts:
    return stages.remarking()


def into_the_plan(cast: Cast, parts: Parts) -> Parts:
    return stages.accepting()


def moving(cast: Cast, parts: Parts) -> Parts:
    proposals = Proposal.objects.filter(round__plan=parts["pk"]).values_list("pk", flat=True)
    return {"proposals": list(proposals), "reason": "Vi nåede det ikke."}


def refusal(cast: Cast, parts: Parts) -> Parts:
    return stages.rejecting()


def viborgs_as_well(cast: Cast, parts: Parts) -> Parts:
    round_ = Proposal.objects.get(pk=parts["pk"]).round
    other = stages.submitted(cast, round_, place="Viborg", of=stages.words("Natten"))
    return stages.merging(other)


ROWS = {
    # the round
    "proposal-board": Row(secretariat("200"), make=in_a_round),
    "proposal-board: før runden": Row(secretariat("200"), make=draft),
    "proposals-sheet": Row(secretariat("200"), make=lambda cast: in_a_round(cast) | {"ending": "csv"}),
    "postpone-proposals": Row(
        secretariat("200"),
        f"{secretariat('302')} begge=422 {TYPED_IS_SENT_BACK}",
        herning_has_handed_in,
        moving,
    ),
    "open-round": Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", draft, a_call),
    "extend-deadline": Row(
        secretariat("200"),
        f"{secretariat('302')} begge=409 {TYPED_IS_SENT_BACK}",
        herning_in_a_round,
        longer,
    ),
    "remind-councils": Row(WRITE_ONLY, secretariat("302"), in_a_round),
    # a lokalråd in the round
    "council-proposals": Row("sekretariat=200 formand=200 medlem=200 *=404", make=herning_in_a_round),
    "write-proposal": Row(
        chair("200", "403"), f"{chair('302', '403')} {TYPED_IS_SENT_BACK}", herning_in_a_round, words
    ),
    "say-no-proposals": Row(chair("200", "403"), chair("302", "403"), herning_in_a_round),
    # a draft
    "proposal: kladde": Row(READS_DRAFT, make=hernings_draft),
    "edit-proposal: kladde": Row(chair("200"), f"{chair('302')} {TYPED_IS_SENT_BACK}", hernings_draft, words),
    "submit-proposal: kladde": Row(WRITE_ONLY, chair("302"), hernings_draft),
    "withdraw-proposal: kladde": Row(chair("200"), chair("302"), hernings_draft),
    "request-changes: kladde": Row(NOT_YET, f"{NOT_YET} {TYPED_IS_SENT_BACK}", hernings_draft, points),
    "review-proposal: kladde": Row(NOT_YET, f"{NOT_YET} {TYPED_IS_SENT_BACK}", hernings_draft, remark),
    "decide-proposal: kladde": Row(
        NOT_YET, f"{NOT_YET} {TYPED_IS_SENT_BACK}", hernings_draft, refusal, query="?valg=afvis"
    ),
    # handed in
    "proposal": Row("sekretariat=200 formand=200 medlem=200 *=404", make=hernings_handed_in),
    "edit-proposal": Row(
        chair("200/302", "403"),
        f"{chair('302/409/422', '403')} {TYPED_IS_SENT_BACK}",
        hernings_handed_in,
        words,
    ),
    "submit-proposal": Row(WRITE_ONLY, chair("302", "403"), hernings_handed_in),
    "withdraw-proposal": Row(chair("200", "403"), chair("302", "403"), hernings_handed_in),
    "request-changes": Row(
        judges("200"), f"{judges('302')} {TYPED_IS_SENT_BACK}", hernings_handed_in, points
    ),
    "review-proposal": Row(
        judges("200"), f"{judges('302')} {TYPED_IS_SENT_BACK}", hernings_handed_in, remark
    ),
    "decide-proposal": Row(judges("302"), f"{judges('302')} {TYPED_IS_SENT_BACK}", hernings_handed_in),
}
for choice, form in (("optag", into_the_plan), ("afvis", refusal), ("saml", viborgs_as_well)):
    ROWS[f"decide-proposal: {choice}"] = Row(
        judges("200"),
        f"{judges('302')} {TYPED_IS_SENT_BACK}",
        hernings_handed_in,
        form,
        query=f"?valg={choice}",
    )
