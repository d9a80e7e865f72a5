"""Pictures as people send them, and as the portal keeps them."""

import io

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from plans.document.models import Plan
from plans.pictures.models import Picture
from plans.pictures.workflow import keep_picture
from samarbejde.accounts.models import User
from samarbejde.files.remaking import made_of

TURNED = 6  # EXIF: the camera was held on its side


def sent(
    form: str = "PNG", size: tuple[int, int] = (40, 20), mode: str = "RGB", colour: object = "red"
) -> bytes:
    into = io.BytesIO()
    Image.new(mode, size, colour).save(into, form)
    return into.getvalue()


def photograph() -> bytes:
    """40 × 20, taken with the camera on its side, at a place that the file knows."""
    into = io.BytesIO()
    exif = Image.Exif()
    exif[Base.Orientation] = TURNED
    exif[Base.Artist] = "Bo Hemmelig"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (56.0, 21.0, 0.0)
    Image.new("RGB", (40, 20), "red").save(into, "JPEG", exif=exif, comment=b"hemmeligt")
    return into.getvalue()


def kept(plan: Plan, by: User, content: bytes | None = None) -> Picture:
    return keep_picture(plan, made_of(content or sent()), by=by)


def figure(picture: Picture, alt: str = "En rød flade", caption: str = "") -> str:
    """As the editor writes it."""
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    size = f"{picture.width}x{picture.height}"
    return f'<figure data-picture="{picture.name}" data-size="{size}" data-alt="{alt}">{below}</figure>'
