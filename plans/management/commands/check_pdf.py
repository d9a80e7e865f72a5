"""`manage.py check_pdf plan.pdf`: does the file keep what a program can check of PDF/UA-1 and PDF/A-3a?

Ends with 1 where it breaks one, and with 2 where there is no PDF to check.
"""

import argparse
import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from plans.publication.pdf.checking import findings

NO_PDF = 2


class Command(BaseCommand):
    help = "Efterprøv, om en PDF holder reglerne for tilgængelighed (PDF/UA-1) og arkiv (PDF/A-3a)"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="PDF-filen, også en, der er forseglet")
        parser.add_argument("--json", action="store_true", help="Vis det som JSON")

    def handle(self, *args: object, file: Path, **options: object) -> None:
        found = findings(self._content(file))
        if options["json"]:
            self.stdout.write(json.dumps([each.as_json() for each in found], ensure_ascii=False, indent=2))
        elif found:
            self.stdout.write("\n".join(map(str, found)))
        else:
            self.stdout.write(f"{file.name} holder alle regler, som et program kan efterprøve.")
        if found:
            if not options["json"]:
                self.stderr.write(f"Der er {len(found)} brud på reglerne i {file.name}.")
            sys.exit(1)

    def _content(self, path: Path) -> bytes:
        try:
            content = path.read_bytes()
        except OSError as error:
            reason = f"Filen {path} kan ikke læses: kontrollér stien og rettighederne."
            raise CommandError(reason, returncode=NO_PDF) from error
        if b"%PDF-" not in content[:1024]:
            raise CommandError(f"Filen {path} er ikke en PDF. Vælg en anden.", returncode=NO_PDF)
        return content
