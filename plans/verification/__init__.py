"""What was signed, decided and published, each fact held against every other that says the same.

The chain (`samarbejde.ledger.chain`) tells that a row is not what it was. Here is told what does not fit,
also where somebody made the chain anew: one would have to change text, hashes, names, times, events, orders
and PDF alike.
"""

from collections.abc import Iterator

from plans.verification import (
    action_plans,
    corrections,
    decisions,
    editions,
    kept_versions,
    local_decisions,
    minutes,
    signatures,
    waivers,
    yearly_accounts,
)
from samarbejde.ledger import chain


def faults() -> Iterator[str]:
    """Each fault in Danish, as it is found."""
    yield from chain.faults()
    yield from corrections.faults()
    yield from signatures.faults()
    yield from editions.faults()
    yield from decisions.faults()
    yield from kept_versions.faults()
    yield from waivers.faults()
    yield from minutes.faults()
    yield from yearly_accounts.faults()
    yield from action_plans.faults()
    yield from local_decisions.faults()
