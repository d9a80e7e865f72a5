from tests.plans.consistency.texts import text

FIRES = {
    "a row": (
        text("<table><tbody><tr><td>a</td></tr><tr><td></td></tr></tbody></table>"),
        ["tabel"],
    ),
    "a point": (text("<ul><li><p>a</p></li><li><p></p></li></ul>"), ["liste"]),
}
QUIET = {"a cell": text("<table><tbody><tr><td>a</td><td></td></tr></tbody></table>")}
