"""What the pages of decisions are tried on."""

from tests.plans.decisions.conftest import four

__all__ = ["four"]
