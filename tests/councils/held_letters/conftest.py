from tests.outbox.conftest import mail_address, post_office

__all__ = ["mail_address", "post_office"]
