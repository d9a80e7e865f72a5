"""The worker beside the web server: makes PDFs, sends mail, and finds again what a killed worker dropped."""

import logging
import threading
import time
from typing import Any

from django.core.management import call_command
from django.db import DatabaseError, close_old_connections
from django_tasks_db.management.commands.db_worker import Command as DatabaseWorker

from plans.publication.pdf.passing_files import remove_abandoned
from plans.publication.workflow import sweep as sweep_publications
from samarbejde.outbox.delivery import sweep as sweep_messages

SECONDS_BETWEEN_SWEEPS = 60

logger = logging.getLogger(__name__)


class Command(DatabaseWorker):
    help = "Dan PDF'er, og send e-mails, indtil Ctrl-C"

    def handle(self, **options: Any) -> None:
        remove_abandoned()
        sweep_messages()
        sweep_publications()
        call_command("prune_db_task_results", verbosity=0)
        threading.Thread(target=_sweep_for_ever, daemon=True).start()
        super().handle(**options)


def _sweep_for_ever() -> None:
    while True:
        time.sleep(SECONDS_BETWEEN_SWEEPS)
        close_old_connections()
        try:
            sweep_messages()
            sweep_publications()
        except DatabaseError:
            logger.exception("Sweeping failed; trying again in a minute")
