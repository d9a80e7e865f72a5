"""The secretariat has put one of its letters in its own words."""

from councils.wordings.workflow import word_letter
from plans.demo.people import People
from plans.rounds.letters import REMINDER
from samarbejde.transitions import UNSEEN

TEXT = (
    "Vi glæder os til at læse, hvad {lokalråd} vil med næste års plan.",
    "{fristen} Har I ingen forslag, så meld det på siden. Det er også et svar.",
    "Skriv jeres forslag her:\n{link}",
)


def word_the_reminder(people: People) -> None:
    word_letter(
        people.district,
        REMINDER,
        subject="Husk jeres forslag til {plan}",
        text="\n\n".join(TEXT),
        version=UNSEEN,
        by=people.secretariat,
    )
