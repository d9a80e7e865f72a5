from collections.abc import Iterator

from plans.demo.letter_examples import told
from plans.document.obstacles import Obstacle
from plans.publication import letters
from plans.publication.models import Edition, Publication, Trial
from plans.publication.pdf.process import NOT_MADE
from samarbejde.outbox.letters import Letter

IN_THE_WAY = [
    Obstacle("Tabellen har en række uden celler. Slet rækken.", "Årets indsatsområder"),
    Obstacle("Linket fører til en side bag login. Skriv en anden adresse.", "Forord"),
]
WITHOUT_PANGO = f"{NOT_MADE}, fordi Pango mangler på serveren. Bed driften køre bin/setup."


def published() -> Iterator[list[Letter]]:
    plan = told.edition().plan
    for number, note in ((1, ""), (2, "Et tal i afsnittet om unge er rettet.")):
        yield letters.published(Edition(plan=plan, number=number, note=note))


def not_published() -> Iterator[list[Letter]]:
    failed = Publication(plan=told.next_plan(), failure="Der er noget at rette i teksten.")
    yield letters.not_published(failed)
    failed.tell(IN_THE_WAY)
    yield letters.not_published(failed)


def waiting() -> Iterator[list[Letter]]:
    yield letters.waiting(Publication(plan=told.next_plan(), failure=WITHOUT_PANGO))


def not_sent_to_be_signed() -> Iterator[list[Letter]]:
    trial = Trial(plan=told.next_plan())
    trial.tell(IN_THE_WAY)
    yield letters.not_sent_to_be_signed(trial)
