"""A PDF's letters, counted by themselves: nothing of the reading is asked."""

from collections import Counter

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from plans.importing.blocks.file import count
from plans.importing.pdf.signs import joined, sign


def letters_of_file(document: pdfium.PdfDocument) -> Counter[str]:
    """All that stand in the file, without blanks: only those does pdfium infer."""
    codes = Counter[int]()
    for at in range(len(document)):
        page = document[at]
        text = page.get_textpage()
        high, handle = 0, text.raw
        for place in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(handle, place)
            if 0xD800 <= code < 0xDC00:
                high = code
            else:
                codes[joined(high, code) if high and 0xDC00 <= code < 0xE000 else code] += 1
                high = 0
        text.close()
        page.close()
    letters = Counter[str]()
    for code, times in codes.items():
        for letter in sign(code).strip():
            for one in count([letter]):
                letters[one] += times
    return letters
