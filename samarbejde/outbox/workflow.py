from django.db import transaction

from samarbejde.accounts.models import User
from samarbejde.outbox.models import Message
from samarbejde.outbox.tasks import deliver


def queue(to: User, subject: str, body: str) -> Message | None:
    """Write an e-mail together with the act that causes it; it leaves once that act is committed.

    Returns None for a person without an address: they are not reached by e-mail.
    """
    if not to.email or not to.is_active:
        return None
    message = Message.objects.create(to=to, address=to.email, subject=" ".join(subject.split()), body=body)
    transaction.on_commit(lambda: deliver.enqueue(message.pk))
    return message
