"""`manage.py send_reminders --dry-run`: which lokalråd is reminded of its deadline today, and why not."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.utils import timezone

from plans.decisions.reminders import AnswerVerdict, answer_verdicts
from plans.decisions.workflow import remind_of_answers
from plans.document.states import OPEN
from plans.proposals.models import ProposalRound
from plans.rounds.reminders import Verdict, verdicts
from plans.rounds.workflow import remind_before_deadlines


class Command(BaseCommand):
    help = (
        "Send dagens påmindelser om fristen for forslag, som »manage.py worker« ellers selv gør. "
        "Med --dry-run sendes intet: for hvert lokalråd står, hvorfor det får en eller ej."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="vis det kun")

    def handle(self, *args: object, dry_run: bool, **options: object) -> None:
        rounds = ProposalRound.objects.filter(plan__state__in=OPEN).select_related("plan__council__district")
        for round_ in rounds.prefetch_related("extensions").order_by("plan__council__district__sort_key"):
            self.stdout.write(f"{round_.plan}")
            for verdict in verdicts(round_, timezone.localdate()):
                self.stdout.write(f"  {_line(verdict)}")
            for one in answer_verdicts(timezone.localdate()):
                if one.proposal.round_id == round_.pk:
                    self.stdout.write(f"  {_answer_line(one)}")
        if not rounds:
            self.stdout.write("Ingen forslagsrunde er åben.")
        if not dry_run:
            self.stdout.write(f"{remind_before_deadlines()} lokalråd er mindet om fristen.")
            self.stdout.write(f"{remind_of_answers()} lokalråd er mindet om at svare på punkter.")


def _line(verdict: Verdict) -> str:
    answer = "får en påmindelse" if verdict.gets_one else "får ingen"
    return f"{verdict.council.municipality}: {answer}: {verdict.why}."


def _answer_line(verdict: AnswerVerdict) -> str:
    answer = "får en påmindelse" if verdict.days_left is not None else "får ingen"
    place, number = verdict.proposal.council.municipality, verdict.proposal.number
    return f"{place}, svar til {number}: {answer}: {verdict.why}."
