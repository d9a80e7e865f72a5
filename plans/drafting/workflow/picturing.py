"""A picture put into a section's text."""

from django.db import transaction

from plans.document.models import Section
from plans.drafting.workflow.sections import save_section
from plans.pictures.workflow import keep_picture
from samarbejde.accounts.models import User
from samarbejde.files.remaking import Made
from samarbejde.text.redline import blocks
from samarbejde.text.rich_text_pictures import Picture


@transaction.atomic
def put_picture(
    section: Section, made: Made, *, alt: str, caption: str, after: int, version: int, by: User
) -> Section:
    """Let it stand behind the first `after` paragraphs of the text; without `alt` it is decoration."""
    kept = keep_picture(section.plan, made, by=by)
    paragraphs = blocks(section.body)
    paragraphs.insert(after, Picture(kept.name, kept.width, kept.height, alt, caption).html)
    return save_section(
        section,
        by=by,
        version=version,
        heading=section.heading,
        body="".join(paragraphs),
        closing=section.closing,
        reason="Billede sat ind",
    )
