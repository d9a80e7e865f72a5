"""Every step of a post: somebody takes it, leaves it, or is chosen for another."""

from councils.people.workflow.appointing import Newcomer, Term, appoint
from councils.people.workflow.electing import elect_vice_chair
from councils.people.workflow.leaving import call_off, invite_again, leave
from councils.people.workflow.rules import set_seat_rules
from councils.people.workflow.telling import tell_of_terms

__all__ = [
    "Newcomer",
    "Term",
    "appoint",
    "call_off",
    "elect_vice_chair",
    "invite_again",
    "leave",
    "set_seat_rules",
    "tell_of_terms",
]
