"""A plan's text is kept as it stands; the same words are stored once."""

from plans.document.models import FrozenText, KeptVersion, Plan
from plans.document.snapshot import Snapshot, content_hash
from samarbejde.accounts.models import User


def keep_version(plan: Plan, name: str, *, text: Snapshot | FrozenText, by: User) -> KeptVersion:
    """Within the transaction of the step that makes it worth keeping."""
    kept = text if isinstance(text, FrozenText) else frozen(text)
    return KeptVersion.objects.create(plan=plan, name=name, text=kept, kept_by=by)


def frozen(text: Snapshot) -> FrozenText:
    digest = content_hash(text)
    standing = FrozenText.objects.filter(content_hash=digest).order_by("pk").first()
    return standing or FrozenText.objects.create(snapshot=text, content_hash=digest)
