from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from councils.attendance.workflow import remind_of_tomorrow
from councils.minutes.workflow import approve_what_nobody_minds
from councils.people.workflow import tell_of_terms
from plans.decisions.workflow import remind_of_answers
from plans.follow_up.workflow import remind_of_duties
from plans.public.changes import make_changes_ready
from plans.public.pages import make_ready
from plans.publication.pdf.passing_files import remove_abandoned
from plans.publication.workflow import sweep as sweep_publications
from plans.rounds.workflow import open_due_rounds, remind_before_deadlines
from samarbejde.outbox.delivery import send_news
from samarbejde.outbox.delivery import sweep as sweep_messages
from samarbejde.workers.queues import MAIL, PDF, QUEUES
from samarbejde.workers.running import Loop, run_side_by_side


def tend_publications() -> None:
    sweep_publications()
    make_ready()
    make_changes_ready()


def tend_mail() -> None:
    remind_of_tomorrow()
    tell_of_terms()
    approve_what_nobody_minds()
    remind_of_duties()
    open_due_rounds()
    remind_before_deadlines()
    remind_of_answers()
    send_news()
    sweep_messages()


SWEEPS = {MAIL: tend_mail, PDF: tend_publications}


class Command(BaseCommand):
    help = (
        "Send e-mails, og dan PDF'er, indtil Ctrl-C eller TERM. De to køer arbejder side om side, "
        "så en langsom mailserver ikke holder en offentliggørelse tilbage. "
        "Med --queue tager processen kun den ene, så de kan køre hver for sig eller på flere maskiner."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queue", choices=QUEUES, help="kun denne kø")
        parser.add_argument(
            "--interval", type=float, default=1, help="sekunder mellem to kig i en tom kø (1)"
        )

    def handle(self, *args: object, queue: str | None, interval: float, **options: object) -> None:
        remove_abandoned()
        run_side_by_side(
            [Loop(name, SWEEPS[name], interval=interval) for name in ([queue] if queue else QUEUES)]
        )
