from tests.accounts.conftest import anna

__all__ = ["anna"]
