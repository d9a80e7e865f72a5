"""What `manage.py check --deploy` says of a portal that runs, and yet lacks something for its readers."""

from django.conf import settings
from django.core import checks

from samarbejde.site.kept_files import is_closed


@checks.register(checks.Tags.files, deploy=True)
def citizens_pages_can_be_kept(**_: object) -> list[checks.Warning]:
    if not is_closed():
        return []
    return [
        checks.Warning(
            f"Borgernes sider kan ikke gemmes i {settings.PAGES} og vises langsommere.",
            hint="Giv portalens bruger lov til at skrive der, eller ret SAMARBEJDE_PAGES.",
            id="samarbejde.W001",
        )
    ]


@checks.register(checks.Tags.compatibility, deploy=True)
def the_accessibility_statement_is_whole(**_: object) -> list[checks.Warning]:
    """Webtilgængelighedsloven § 4: who answers, by telephone and in writing, and where the formal one is."""
    needed = {
        "SAMARBEJDE_AUTHORITY": settings.AUTHORITY,
        "SAMARBEJDE_CONTACT_EMAIL": settings.CONTACT_EMAIL,
        "SAMARBEJDE_CONTACT_PHONE": settings.CONTACT_PHONE,
        "SAMARBEJDE_WAS_URL": settings.WAS_URL,
    }
    missing = [name for name, value in needed.items() if not value]
    if not missing:
        return []
    return [
        checks.Warning(
            f"Tilgængelighedserklæringen på /was/ mangler det, loven kræver: {', '.join(missing)}.",
            hint="Udfyld dem i portal.env. Den formelle erklæring laves i styrelsens WAS-Tool.",
            id="samarbejde.W002",
        )
    ]
