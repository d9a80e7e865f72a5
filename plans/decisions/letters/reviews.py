"""What a lokalråd is told of its proposal before the decision."""

from councils.register.mailing import leaders
from councils.wordings.kinds import DECIDED, Kind
from plans.proposals.letter_fields import PROPOSAL_FIELDS, proposal_values
from plans.proposals.models import AnswerReminder, Proposal, Review
from samarbejde import danish
from samarbejde.deadlines import is_over
from samarbejde.outbox.letters import Letter

CHANGES_REQUESTED = Kind(
    "bed-om-aendringer",
    DECIDED,
    "I beder om ændringer",
    subject="Sekretariatet beder om ændringer: {titel}",
    text=(
        "Sekretariatet har læst jeres forslag {forslag} til {plan_og_kreds}, "
        "og der er noget, I skal svare på:",
        "{punkter}",
        "{svarfrist}",
        "Svar på punkterne, ret forslaget, og indsend det igen her:\n{link}",
    ),
    fields=PROPOSAL_FIELDS
    | {
        "punkter": "1. Hvem er målgruppen?\n2. Hvad gør kommunen selv?",
        "svarfrist": "Svar senest 1. marts 2027 kl. 23.59.",
    },
    needed=("link", "punkter", "svarfrist"),
)
ANSWER_EXTENDED = Kind(
    "svarfrist-forlaenget",
    DECIDED,
    "I giver længere tid til at svare",
    subject="I har fået længere frist til at svare: {titel}",
    text=(
        "I kan nu svare på sekretariatets punkter til forslaget {forslag} indtil {svarfrist}.",
        "Svar her:\n{link}",
    ),
    fields=PROPOSAL_FIELDS | {"svarfrist": "1. marts 2027 kl. 23.59"},
    needed=("link", "svarfrist"),
)
ANSWER_REMINDER = Kind(
    "svar-mangler",
    DECIDED,
    "Svar på jeres punkter mangler",
    subject="Vi mangler jeres svar: {titel}",
    text=(
        "Vi har endnu ikke fået jeres svar på sekretariatets punkter til forslaget {forslag}. {svarfrist}",
        "Skriv til sekretariatet, hvis I har brug for længere tid.",
        "Svar her:\n{link}",
    ),
    fields=PROPOSAL_FIELDS | {"svarfrist": "Fristen er 1. marts 2027 kl. 23.59."},
    needed=("link", "svarfrist"),
)
REMARK = Kind(
    "bemaerkning",
    DECIDED,
    "I skriver en bemærkning, som lokalrådet ser",
    subject="Bemærkning til jeres forslag: {titel}",
    text=(
        "Sekretariatet har skrevet en bemærkning til jeres forslag {forslag}:",
        "{bemærkning}",
        "Se forslaget her:\n{link}",
    ),
    fields=PROPOSAL_FIELDS | {"bemærkning": "Forslaget passer godt til årets emner."},
    needed=("link", "bemærkning"),
    is_news=True,
)


def changes_requested(proposal: Proposal, points: list[str]) -> list[Letter]:
    numbered = "\n".join(f"{number}. {point}" for number, point in enumerate(points, start=1))
    until = f"Svar senest {danish.moment_text(proposal.answer_by)}." if proposal.answer_by else ""
    return _to_council(CHANGES_REQUESTED, proposal, {"punkter": numbered, "svarfrist": until})


def answer_extended(proposal: Proposal) -> list[Letter]:
    until = danish.moment_text(proposal.answer_by) if proposal.answer_by else ""
    return _to_council(ANSWER_EXTENDED, proposal, {"svarfrist": until})


def answer_reminder(reminder: AnswerReminder) -> list[Letter]:
    over = "var" if is_over(reminder.answer_by) else "er"
    until = f"Fristen {over} {danish.moment_text(reminder.answer_by)}."
    return _to_council(ANSWER_REMINDER, reminder.proposal, {"svarfrist": until})


def remark_shared(review: Review) -> list[Letter]:
    return _to_council(REMARK, review.proposal, {"bemærkning": review.comment})


def _to_council(kind: Kind, proposal: Proposal, told: dict[str, str]) -> list[Letter]:
    council = proposal.council
    people = leaders([council]).get(council.pk, [])
    return kind.worded(council.district_id).to_each(people, proposal_values(proposal) | told)
