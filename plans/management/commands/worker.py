from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from plans.publication.pdf.passing_files import remove_abandoned
from plans.publication.workflow import sweep as sweep_publications
from samarbejde.outbox.delivery import sweep as sweep_messages
from samarbejde.workers.queues import MAIL, PDF, QUEUES
from samarbejde.workers.running import Loop, run_side_by_side

SWEEPS = {MAIL: sweep_messages, PDF: sweep_publications}


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

    def handle(self, *args: Any, **options: Any) -> None:
        remove_abandoned()
        queues = [options["queue"]] if options["queue"] else QUEUES
        run_side_by_side([Loop(queue, SWEEPS[queue], interval=options["interval"]) for queue in queues])
