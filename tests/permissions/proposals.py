"""A lokalråd's proposals are its own until they are handed in, and never another lokalråd's."""

from typing import Any

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


def chair(answer: str, secretariat_too: str = "404") -> str:
    """The lokalråd's chair gets `answer`, its members 403; nobody else knows of the draft."""
    return f"formand={answer} medlem=403 sekretariat={secretariat_too} *=404"


ROWS = {
    # the round
    "proposal-board": Row(secretariat("200"), make=in_a_round),
    "proposal-board: før runden": Row(secretariat("200"), make=draft),
    "open-round": Row(secretariat("200"), f"{secretariat('422')} {TYPED_IS_SENT_BACK}", draft),
    "extend-deadline": Row(
        secretariat("200"), f"{secretariat('422')} {TYPED_IS_SENT_BACK}", herning_in_a_round
    ),
    "remind-councils": Row(WRITE_ONLY, secretariat("302"), in_a_round),
    # a lokalråd in the round
    "council-proposals": Row("sekretariat=200 formand=200 medlem=200 *=404", make=herning_in_a_round),
    "write-proposal": Row(
        chair("200", "403"), f"{chair('422', '403')} {TYPED_IS_SENT_BACK}", herning_in_a_round
    ),
    "say-no-proposals": Row(chair("200", "403"), chair("302", "403"), herning_in_a_round),
    # a draft
    "proposal: kladde": Row("formand=200 medlem=200 *=404", make=hernings_draft),
    "edit-proposal: kladde": Row(chair("200"), f"{chair('422')} {TYPED_IS_SENT_BACK}", hernings_draft),
    "submit-proposal: kladde": Row(WRITE_ONLY, chair("302"), hernings_draft),
    "withdraw-proposal: kladde": Row(chair("200"), chair("302"), hernings_draft),
    "request-changes: kladde": Row(
        "formand=403 medlem=403 *=404", "formand=403 medlem=403 *=404 anonym=401", hernings_draft
    ),
    "review-proposal: kladde": Row(
        "formand=403 medlem=403 *=404", "formand=403 medlem=403 *=404 anonym=401", hernings_draft
    ),
    "decide-proposal: kladde": Row(
        "formand=403 medlem=403 *=404", "formand=403 medlem=403 *=404 anonym=401", hernings_draft
    ),
    # handed in
    "proposal": Row("sekretariat=200 formand=200 medlem=200 *=404", make=hernings_handed_in),
    "edit-proposal": Row(
        chair("200/302", "403"), f"{chair('302/409/422', '403')} {TYPED_IS_SENT_BACK}", hernings_handed_in
    ),
    "submit-proposal": Row(WRITE_ONLY, chair("302", "403"), hernings_handed_in),
    "withdraw-proposal": Row(chair("200", "403"), chair("302", "403"), hernings_handed_in),
    "request-changes": Row(
        "sekretariat=200 formand=403 medlem=403 *=404",
        "sekretariat=422 formand=403 medlem=403 *=404 anonym=401",
        hernings_handed_in,
    ),
    "review-proposal": Row(
        "sekretariat=200 formand=403 medlem=403 *=404",
        "sekretariat=422 formand=403 medlem=403 *=404 anonym=401",
        hernings_handed_in,
    ),
    "decide-proposal": Row(
        "sekretariat=302 formand=403 medlem=403 *=404",
        "sekretariat=302 formand=403 medlem=403 *=404 anonym=401",
        hernings_handed_in,
    ),
}
for choice in ("optag", "afvis", "saml"):
    ROWS[f"decide-proposal: {choice}"] = Row(
        "sekretariat=200 formand=403 medlem=403 *=404",
        "sekretariat=422 formand=403 medlem=403 *=404 anonym=401",
        hernings_handed_in,
        query=f"?valg={choice}",
    )
