from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """What every template may show of the site itself."""
    return {
        "is_demo": settings.DEMO,
        "authority": settings.AUTHORITY,
        "support_email": settings.CONTACT_EMAIL,
        "support_phone": settings.CONTACT_PHONE,
    }
