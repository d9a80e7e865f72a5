import re
import uuid
from base64 import urlsafe_b64encode
from datetime import timedelta
from hashlib import sha256

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.utils import timezone
from django.utils.crypto import salted_hmac

INVITATION = re.compile(r"\S+/konto/invitation/([\w-]+)/")
NEW_PASSWORD = re.compile(r"\S+/konto/glemt-adgangskode/[0-9A-Za-z]+-\S+/")
LINK = "[linket vises kun for modtageren]"


def forget_tokens(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the links out of the letters; those of invitations tell first to which address they went.

    A letter that still waits gets a link that is filled in as it leaves.
    """
    links = apps.get_model("accounts", "PersonalLink").objects
    for link in links.all():
        link.seed = uuid.uuid4()
        link.save(update_fields=["seed"])
    messages = apps.get_model("outbox", "Message").objects
    for message in messages.filter(body__regex=r"/konto/(invitation|glemt-adgangskode)/").order_by("pk"):
        link = _link_in(message, links)
        message.body = NEW_PASSWORD.sub(LINK, INVITATION.sub(LINK, message.body))
        message.link = link if message.state == "queued" else None
        message.save(update_fields=["body", "link"])
    _end_those_to_another_address(links)


def _link_in(message, links):
    if found := INVITATION.search(message.body):
        link = links.filter(token_hash=sha256(found[1].encode()).hexdigest()).first()
        if link:
            link.address = message.address
            link.save(update_fields=["address"])
    elif NEW_PASSWORD.search(message.body) and message.to_id and message.state == "queued":
        now = timezone.now()
        link = links.create(
            kind="new_password", user_id=message.to_id, address=message.address, seed=uuid.uuid4(),
            token_hash=f"for letter {message.pk}", created_at=now, expires_at=now + timedelta(days=1),
        )  # fmt: skip
    else:
        return None
    if link and message.state == "queued":
        link.token_hash = _hash(link.seed)
        link.save(update_fields=["token_hash"])
    return link


def _hash(seed: uuid.UUID) -> str:
    made = salted_hmac("samarbejde.accounts.links", str(seed), algorithm="sha256").digest()
    return sha256(urlsafe_b64encode(made).rstrip(b"=")).hexdigest()


def _end_those_to_another_address(links) -> None:
    for link in links.filter(used_at=None, ended_at=None).select_related("user"):
        if link.address != link.user.email:
            link.ended_at = timezone.now()
            link.save(update_fields=["ended_at"])


class Migration(migrations.Migration):
    dependencies = [("outbox", "0002_links")]

    operations = [migrations.RunPython(forget_tokens, migrations.RunPython.noop)]
