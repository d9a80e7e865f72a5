"""Other people's files leave the portal as files to be kept, never as pages of ours."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from samarbejde.attachments.models import Attachment

INERT = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; sandbox"


def file_answer(attachment: Attachment) -> HttpResponse:
    """To be saved under its name. The browser is told to guess no other kind, and to run nothing of it."""
    headers = {
        "Content-Disposition": content_disposition_header(True, attachment.name) or "attachment",
        "Content-Security-Policy": INERT,
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(bytes(attachment.file.content), content_type=attachment.file.kind, headers=headers)
