"""Every step of a post: somebody takes it, leaves it, or is chosen for another."""

from councils.people.workflow.appointing import Newcomer, Term, appoint

__all__ = ["Newcomer", "Term", "appoint"]
