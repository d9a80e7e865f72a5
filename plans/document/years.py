"""Years that a text names."""

import re


def lone_year(year: str) -> re.Pattern[str]:
    """What finds a year that stands alone; `year` is a regular expression.

    One that is an end of a span, as in »2021–2025« and »2024/2025«, belongs to something else.
    """
    return re.compile(rf"(?<!\d)(?<!\d[–/-])(?<!\d [–/-] )({year})(?!\d)(?!\s?[–/-]\s?\d)")
