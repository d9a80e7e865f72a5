from tests.plans.consistency.texts import text


def table(*rows: tuple[str, ...]) -> str:
    cells = ["<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in rows]
    return f"<table><tbody>{''.join(cells)}</tbody></table>"


ROWS = (("Stab", "Antal"), ("Betjente", "1.575,5"), ("Jurister", "30"))

FIRES = {
    "the last column": (
        text(
            table(("Sag", "Mænd", "Kvinder", "I alt"), ("Vold", "12", "3", "16"), ("Tyveri", "3", "5", "8"))
        ),
        ["16"],
    ),
    "the last row": (text(table(*ROWS, ("I alt", "1.600"))), ["1.600"]),
    "the sentence above": (text("<p>I alt 1.700 medarbejdere.</p>" + table(*ROWS)), ["1.700"]),
}
QUIET = {
    "the last column": text(
        table(("Sag", "Mænd", "Kvinder", "I alt"), ("Vold", "12", "3", "15"), ("Tyveri", "3", "5", "8"))
    ),
    "the last row": text(table(*ROWS, ("I alt", "1.605,5"))),
    "the sentence above": text("<p>I alt 1.605,5 årsværk.</p>" + table(*ROWS)),
    "words": text(table(("Hvem", "Hvad"), ("Stab", "Møder"), ("I alt", "Meget"))),
}
SAYS = {
    "the last column": ["»Afsnit 1« har en tabel, hvor der står 16 i alt. Rækkerne giver 15."],
    "the last row": ["»Afsnit 1« har en tabel, hvor der står 1.600 i alt. Rækkerne giver 1.605,5."],
    "the sentence above": ["»Afsnit 1« har en tabel, hvor der står 1.700 i alt. Rækkerne giver 1.605,5."],
}
