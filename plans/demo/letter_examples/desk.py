from collections.abc import Iterator

from plans.demo.letter_examples import told
from plans.desk import letters
from samarbejde.outbox.letters import Letter


def round_called_off() -> Iterator[list[Letter]]:
    yield letters.round_called_off(told.call())


def edition_cancelled() -> Iterator[list[Letter]]:
    yield letters.edition_cancelled(told.edition().plan, [told.person("borgmester.viborg")])
