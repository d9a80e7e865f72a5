"""A program of its own, run apart: Word on standard input, HTML on standard output.

Of a picture only its place and description are left.
"""

import io
import sys

import mammoth

_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"


@mammoth.images.img_element
def _no_image(_image: object) -> dict[str, str]:
    return {}


if __name__ == "__main__":
    document = io.BytesIO(sys.stdin.buffer.read())
    result = mammoth.convert_to_html(document, style_map=_STYLES, convert_image=_no_image)
    sys.stdout.buffer.write(result.value.encode())
