"""A file that somebody sends becomes a picture of ours: read whole, turned upright, and written anew.

Whatever else the file held, such as the place where it was taken, stays behind.
"""

import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from samarbejde.transitions import Refused

JPEG, PNG = "image/jpeg", "image/png"
ENDINGS = {JPEG: "jpg", PNG: "png"}
LARGEST_FILE = 15_000_000  # bytes
MOST_MILLIONS = 40  # of pixels
LONGEST_SIDE = 2_000  # pixels: 17 cm in print at 300 to the inch
LARGEST_KEPT = 3_000_000  # bytes
_TOO_MANY = f"Der er plads til {MOST_MILLIONS} millioner punkter i et billede. Gem det mindre, og prøv igen."
_READ = ("JPEG", "PNG")
_QUALITIES = (88, 75, 60)
_WHITE = (255, 255, 255)


@dataclass(frozen=True)
class Made:
    name: str  # SHA-256
    kind: str
    width: int
    height: int
    content: bytes


def made_of(sent: bytes) -> Made:
    """Raises `Refused` when it is no JPEG or PNG, is broken, or has more than can be shown."""
    if not sent:
        raise Refused("Filen er tom. Vælg et billede (JPEG eller PNG).")
    if len(sent) > LARGEST_FILE:
        raise Refused(
            f"Billedet fylder mere end {LARGEST_FILE // 1_000_000} MB. Gem det mindre, og prøv igen."
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its size is looked at below
        picture, kind = _opened(sent)
    content, kind = _written(picture, kind)
    return Made(hashlib.sha256(content).hexdigest(), kind, picture.width, picture.height, content)


def _opened(sent: bytes) -> tuple[Image.Image, str]:
    """Upright, in the colours of a screen, no larger than is shown."""
    try:
        with _wholly(), Image.open(io.BytesIO(sent), formats=_READ) as image:
            if image.width * image.height > MOST_MILLIONS * 1_000_000:
                raise Refused(_TOO_MANY)
            kind = JPEG if image.format == "JPEG" else PNG
            image.draft("RGB", (LONGEST_SIDE * 2, LONGEST_SIDE * 2))
            image.load()
            upright = ImageOps.exif_transpose(image)
    except UnidentifiedImageError as error:
        raise Refused("Filen er ikke et billede, som kan vises. Vælg et billede (JPEG eller PNG).") from error
    except Image.DecompressionBombError as error:
        raise Refused(_TOO_MANY) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise Refused("Billedet er beskadiget. Gem det igen, og prøv så igen.") from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return _in_screen_colours(upright), kind


@contextmanager
def _wholly() -> Iterator[None]:
    """Half a picture is none, whatever WeasyPrint has told Pillow."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _in_screen_colours(image: Image.Image) -> Image.Image:
    """What can be seen through becomes white: paper is."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        seen = image.convert("RGBA")
        paper = Image.new("RGBA", seen.size, (*_WHITE, 255))
        image = Image.alpha_composite(paper, seen)
    return image.convert("RGB")


def _written(picture: Image.Image, kind: str) -> tuple[bytes, str]:
    """A drawing stays one, unless it is a photograph that takes much more room so."""
    if kind == PNG:
        content = _saved(picture, "PNG", optimize=True)
        if len(content) <= LARGEST_KEPT:
            return content, PNG
    for quality in _QUALITIES:
        content = _saved(picture, "JPEG", quality=quality, optimize=True)
        if len(content) <= LARGEST_KEPT:
            return content, JPEG
    raise Refused("Billedet kan ikke gøres lille nok. Gem det mindre, og prøv igen.")


def _saved(picture: Image.Image, form: str, **how: int) -> bytes:
    into = io.BytesIO()
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)  # the points alone
    bare.save(into, form, **how)
    return into.getvalue()
