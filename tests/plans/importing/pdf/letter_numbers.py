"""A PDF whose font tells what its letters stand for."""

import io

import pikepdf

from tests.plans.importing.pdf.files import drawn, saved


def with_letter(letter: str, code: str, *pages: str) -> bytes:
    """`letter` stands for the sign with that hexadecimal number."""
    with pikepdf.open(io.BytesIO(drawn(*pages))) as pdf:
        said = "\n".join(
            f"<{ord(one):02X}> <{code if one == letter else f'{ord(one):04X}'}>" for one in "aBc"
        )
        table = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
            "1 begincodespacerange <00> <FF> endcodespacerange "
            f"3 beginbfchar\n{said}\nendbfchar endcmap end end"
        )
        pdf.pages[0].Resources.Font.F1.ToUnicode = pdf.make_stream(table.encode())
        return saved(pdf)
