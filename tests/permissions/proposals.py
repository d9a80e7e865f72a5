"""A lokalråd's proposals are its own until they are handed in, and never another lokalråd's."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from plans.decisions.sealing import seal_of
from plans.proposals import workflow as proposals
from plans.proposals.models import HandedInAttachment, Proposal, ProposalRound
from tests.attachments import files
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


def herning(cast: Cast) -> dict[str, Any]:
    return {"pk": cast.lokalraad("Herning").pk}


def hernings_draft(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.drafted(cast).pk}


def hernings_handed_in(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.submitted(cast).pk}


def hernings_withdrawn(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.withdrawn(cast).pk}


def herning_is_asked(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.changes_requested(cast).pk}


def hernings_draft_and_a_sender(cast: Cast) -> dict[str, Any]:
    proposal = stages.drafted(cast)
    chosen = [cast.medlem_herning]
    proposals.name_senders(proposal.round, proposal.council, chosen, by=cast.formand_herning)
    return {"pk": proposal.pk}


def hernings_draft_with_a_file(cast: Cast) -> dict[str, Any]:
    added = stages.attached(cast, stages.drafted(cast))
    return {"pk": added.proposal_id, "attachment_pk": added.pk}


def handed_in_with_a_file(cast: Cast) -> dict[str, Any]:
    proposal = stages.drafted(cast)
    stages.attached(cast, proposal)
    stages.submit(proposal, by=cast.formand_herning)
    return {"pk": proposal.pk, "attachment_pk": HandedInAttachment.objects.get().pk}


def a_file(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    return {"file": SimpleUploadedFile("ture.pdf", files.pdf())}


def herning_has_handed_in(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.submitted(cast).round.plan_id}


def herning_is_rejected(cast: Cast) -> dict[str, Any]:
    """By the secretariat, which has not told it."""
    proposal = stages.submitted(cast)
    stages.reject(proposal, by=cast.sekretariat, told=False)
    return {"pk": proposal.round.plan_id}


def chair(answer: str, secretariat_too: str = "404") -> str:
    """The lokalråd's chair gets `answer`, its members 403; nobody else knows of the draft."""
    return f"formand={answer} medlem=403 begge=403 sekretariat={secretariat_too} *=404"


def writers(answer: str, secretariat_too: str = "404") -> str:
    """All of the lokalråd get `answer`; nobody else knows of the draft."""
    return f"formand={answer} medlem={answer} begge={answer} sekretariat={secretariat_too} *=404"


def judges(answer: str) -> str:
    """The secretariat gets `answer`, but not who sits in the lokalråd as well (forvaltningsloven § 3)."""
    return f"sekretariat={answer} begge=403 formand=403 medlem=403 *=404"


NOT_YET = "formand=403 medlem=403 begge=403 *=404"
READS_DRAFT = "formand=200 medlem=200 begge=200 *=404"

Parts = dict[str, Any]


def a_call(cast: Cast, parts: Parts) -> Parts:
    return {"guidance": "Husk nattelivet.", "deadline": stages.in_days(20)}


def the_same_questions(cast: Cast, parts: Parts) -> Parts:
    round_ = ProposalRound.objects.get(plan=parts["pk"])
    hints = {f"hint_{one['key']}": one["hint"] for one in round_.questions}
    return hints | {"keys": ",".join(one["key"] for one in round_.questions), "version": round_.version}


def longer(cast: Cast, parts: Parts) -> Parts:
    return {"deadline": stages.in_days(30), "reason": "Storm"}


def words(cast: Cast, parts: Parts) -> Parts:
    return stages.typed(version=1)


def by_mail(cast: Cast, parts: Parts) -> Parts:
    return stages.typed(received_on=stages.in_days(0))


def taking_back(cast: Cast, parts: Parts) -> Parts:
    return {"reason": "Vi løser det selv."}


def points(cast: Cast, parts: Parts) -> Parts:
    return {"point_1": "Hvem skal gå turene?", "until": stages.in_days(9), "seen": 1, "total": 3}


def longer_to_answer(cast: Cast, parts: Parts) -> Parts:
    return {"until": stages.in_days(30), "seen": 1}


def remark(cast: Cast, parts: Parts) -> Parts:
    return stages.remarking()


def into_the_plan(cast: Cast, parts: Parts) -> Parts:
    return stages.accepting()


def moving(cast: Cast, parts: Parts) -> Parts:
    proposals = Proposal.objects.filter(round__plan=parts["pk"]).values_list("pk", flat=True)
    return {"proposals": list(proposals), "reason": "Vi nåede det ikke."}


def read_letters(cast: Cast, parts: Parts) -> Parts:
    round_ = ProposalRound.objects.get(plan=parts["pk"])
    return {"seen": seal_of(round_)}


def refusal(cast: Cast, parts: Parts) -> Parts:
    return stages.rejecting()


def viborgs_as_well(cast: Cast, parts: Parts) -> Parts:
    round_ = Proposal.objects.get(pk=parts["pk"]).round
    other = stages.submitted(cast, round_, place="Viborg", of=stages.words("Natten"))
    return stages.merging(other)


def handed_on(cast: Cast, parts: Parts) -> Parts:
    own = Proposal.objects.filter(round__plan=parts["pk"]).values_list("pk", flat=True)
    return {"proposals": list(own), "handler": cast.sekretariat.pk, "tags": ""}


def sorted_anew(cast: Cast, parts: Parts) -> Parts:
    return {"handler": cast.sekretariat.pk, "tags": "natteliv"}


ROWS = {
    # all proposals of the round
    "all-proposals": Row(
        secretariat("200"),
        f"{secretariat('302')} begge=422 {TYPED_IS_SENT_BACK}",
        herning_has_handed_in,
        handed_on,
    ),
    "all-proposals: før runden": Row(
        secretariat("404"), f"{secretariat('404')} {TYPED_IS_SENT_BACK}", draft, handed_on
    ),
    "all-proposals-sheet": Row(
        secretariat("200"), make=lambda cast: herning_has_handed_in(cast) | {"ending": "csv"}
    ),
    "handle-proposal": Row(
        judges("200"), f"{judges('302')} {TYPED_IS_SENT_BACK}", hernings_handed_in, sorted_anew
    ),
    "merge-proposals": Row(
        secretariat("302"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", herning_has_handed_in
    ),
    "recommendations": Row(secretariat("200"), secretariat("302"), herning_has_handed_in),
    "recommendations-pdf": Row(secretariat("200"), make=herning_has_handed_in),
    "similar-proposals": Row(judges("200"), make=hernings_handed_in),
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
    "announce-decisions": Row(
        f"{secretariat('200')} begge=403",
        f"{secretariat('302')} begge=403 {TYPED_IS_SENT_BACK}",
        herning_is_rejected,
        read_letters,
    ),
    "open-round": Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", draft, a_call),
    "round-questions": Row(
        secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", in_a_round, the_same_questions
    ),
    "extend-deadline": Row(
        secretariat("200"),
        f"{secretariat('302')} begge=409 {TYPED_IS_SENT_BACK}",
        herning_in_a_round,
        longer,
    ),
    "round-letters": Row(secretariat("200"), make=in_a_round),
    "remind-councils": Row(WRITE_ONLY, secretariat("302"), in_a_round),
    # a lokalråd in the round
    "council-proposals": Row("sekretariat=200 formand=200 medlem=200 *=404", make=herning_in_a_round),
    "write-proposal": Row(
        writers("200", "403"), f"{writers('302', '403')} {TYPED_IS_SENT_BACK}", herning_in_a_round, words
    ),
    "proposal-senders": Row(chair("200", "403"), chair("302", "403"), herning_in_a_round),
    "say-no-proposals": Row(chair("200", "403"), chair("302", "403"), herning_in_a_round),
    "enter-proposal": Row(
        f"{secretariat('200')} begge=403",
        f"{secretariat('302')} begge=403 {TYPED_IS_SENT_BACK}",
        herning_in_a_round,
        by_mail,
    ),
    "proposals-of-council": Row("sekretariat=200 formand=200 medlem=200 *=404", make=herning),
    "proposals-of-council-sheet": Row(
        "sekretariat=200 formand=200 medlem=200 *=404", make=lambda cast: herning(cast) | {"ending": "csv"}
    ),
    # a draft
    "preview-proposal: kladde": Row(READS_DRAFT, make=hernings_draft),
    "proposal: kladde": Row(READS_DRAFT, make=hernings_draft),
    "edit-proposal: kladde": Row(
        writers("200"), f"{writers('302')} {TYPED_IS_SENT_BACK}", hernings_draft, words
    ),
    "submit-proposal: valgt medlem": Row(
        WRITE_ONLY, "formand=302 medlem=302 begge=403 *=404", hernings_draft_and_a_sender
    ),
    "proposal-attachments": Row(writers("200"), writers("302"), hernings_draft, a_file),
    "proposal-attachment": Row(writers("200"), make=hernings_draft_with_a_file),
    "remove-proposal-attachment": Row(writers("200"), writers("302"), hernings_draft_with_a_file),
    "handed-in-attachment": Row(
        "sekretariat=200 formand=200 medlem=200 begge=200 *=404", make=handed_in_with_a_file
    ),
    "submit-proposal: kladde": Row(WRITE_ONLY, chair("302"), hernings_draft),
    "withdraw-proposal: kladde": Row(
        chair("200"), f"{chair('302')} {TYPED_IS_SENT_BACK}", hernings_draft, taking_back
    ),
    "request-changes: kladde": Row(NOT_YET, f"{NOT_YET} {TYPED_IS_SENT_BACK}", hernings_draft, points),
    "review-proposal: kladde": Row(NOT_YET, f"{NOT_YET} {TYPED_IS_SENT_BACK}", hernings_draft, remark),
    "decide-proposal: kladde": Row(
        NOT_YET, f"{NOT_YET} {TYPED_IS_SENT_BACK}", hernings_draft, refusal, query="?valg=afvis"
    ),
    # handed in
    "preview-proposal": Row("sekretariat=200 formand=200 medlem=200 *=404", make=hernings_handed_in),
    "proposal": Row("sekretariat=200 formand=200 medlem=200 *=404", make=hernings_handed_in),
    "edit-proposal": Row(
        writers("200/302", "403"),
        f"{writers('302/409/422', '403')} {TYPED_IS_SENT_BACK}",
        hernings_handed_in,
        words,
    ),
    "submit-proposal": Row(WRITE_ONLY, chair("302", "403"), hernings_handed_in),
    "withdraw-proposal": Row(
        chair("200", "403"), f"{chair('302', '403')} {TYPED_IS_SENT_BACK}", hernings_handed_in, taking_back
    ),
    "reopen-proposal": Row(WRITE_ONLY, chair("302", "403"), hernings_withdrawn),
    "request-changes": Row(
        judges("200"), f"{judges('302')} {TYPED_IS_SENT_BACK}", hernings_handed_in, points
    ),
    "extend-answer": Row(
        judges("200"), f"{judges('302')} {TYPED_IS_SENT_BACK}", herning_is_asked, longer_to_answer
    ),
    "review-proposal": Row(
        judges("200"), f"{judges('302')} {TYPED_IS_SENT_BACK}", hernings_handed_in, remark
    ),
    "undo-decision": Row(WRITE_ONLY, judges("302"), hernings_handed_in),
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
