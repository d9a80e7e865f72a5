"""Text as an editor may write it, with the most that the editor offers."""

LISTS = (
    '<ol start="3"><li>tre<ol><li>et<ol type="i"><li>rom</li></ol></li><li>to</li></ol></li>'
    '<li>fire<ol type="A" start="4"><li>De</li></ol></li></ol>'
    '<ol type="a"><li>a<ol type="I"><li>Rom</li><li>Rom</li></ol></li></ol>'
    "<ul><li>punkt<ol start=5><li>fem</li></ol></li></ul>"
)
NUMBERED = "3. tre 1. et i. rom 2. to 4. fire D. De a. a I. Rom II. Rom • punkt 5. fem"


def wide_table(columns: int, rows: int = 3, name: str = "Emne") -> str:
    names = "".join(f"<th>{name} {number}</th>" for number in range(1, columns + 1))
    line = "".join(f"<td>{number}00</td>" for number in range(2, columns + 1))
    return f"<table><tr>{names}</tr>{f'<tr><td>Række</td>{line}</tr>' * rows}</table>"
