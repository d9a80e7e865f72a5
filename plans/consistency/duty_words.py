"""The words by which a sentence that lays a duty on somebody is known: who, when, and what is none."""

import re

from samarbejde.danish import MONTHS

SUBORDINATE = re.compile(
    r"""(?:(?:og|men|eller|samt|herunder|dog)\s)?(?:der|som|hvor\w*|når|hvis|hvordan|hvad|hvilke[nt]?|at|om|så|fordi|da
    |mens|inden|såfremt)\b""",
    re.IGNORECASE | re.VERBOSE,
)
OF_A_PAPER = re.compile(
    r"\b(?:\w*planen|formålet|\w*aftalen|målet|hensigten)\s(?:\w+\s){0,3}?(?:skal|bør)\b", re.IGNORECASE
)
NO_DUTY = re.compile(
    r"""\b(?:som\sudgangspunkt|ikke(?!\s(?:kun|blot|alene|mindst)\b)|tages?\s(?:der\s)?forbehold|(?:skal|bør)\s(?:det\s|også\s|dog\s|her\s){0,2}
    (?:ses|forstås|nævnes|bemærkes|siges|understreges|tilføjes|fremhæves|kunne|opleve|føle))\b""",
    re.IGNORECASE | re.VERBOSE,
)
# By a law, or by an agreement of others: it holds already, and whoever it binds is told there.
LAID_DOWN_ELSEWHERE = re.compile(
    r"""§|\b(?:ifølge|efter|jf\.|i\shenhold\stil|i\smedfør\saf|med|følger\saf|fremgår\saf)\s(?:\w+\s)?
    \w*(?:lov(?:en|ens)?|bekendtgørelse\w*|cirkulære\w*|aftalen)\b
    |\b(?:loven|bekendtgørelsen)\s(?:siger|kræver|bestemmer|foreskriver)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_BODY = r"""(?:\w*råd(?:et|ene)?|politi(?:et|kredsen|direktøren)?|kommune(?:n|r|rne)?|kontaktudvalg(?:et)?
    |sekretariat(?:et)?|\w+s\sPoliti|parterne|vi|\w*enhed(?:en)?|kriminalforsorgen|skole(?:n|r|rne)?|forening\w*
    |organisation\w*|myndighed\w*|psykiatri\w*|borgmest\w+|lokalpoliti\w*)\b"""
BODY = re.compile(rf"\b{_BODY}", re.IGNORECASE | re.VERBOSE)
BEFORE_A_BODY = re.compile(
    rf"""\s(?:(?:de|den|det|alle|hver|hvert|samtlige|både|enkelte|lokale|relevante|samme|øvrige|\d+|to|tre|fire|elleve
    |derfor|dog|også|endvidere)\s){{0,3}}{_BODY}""",
    re.IGNORECASE | re.VERBOSE,
)
PREPOSITION = re.compile(
    r"\s?(?:i|på|med|efter|under|for|ved|til|fra|hos|mellem|gennem|ud over)\s", re.IGNORECASE
)
DONE_BY = re.compile(r"\b(?:af|i|hos)\s(?:\w+\s){0,2}?", re.IGNORECASE)
# Not the genitive of somebody, and not a verb that has this form alone.
PASSIVE = re.compile(
    r"""\b(?!(?:deres|vores|andres|alles|fleres|manges|trives|lykkes|findes|mødes|færdes|synes|enes|unges|ældres|voksnes
    |udsattes|ansattes|\w+endes|sårbares|pårørendes|\w*(?:borger|beboer|leder|bruger|lærer|ejer|partner|arbejder|forældr|mestr|deltager
    |skaber|udøver))(?:es)?\b)\w{2,}(?<!rn)(?<!en)es\b
    |\bblive\s(?:\w*(?:fulgt|holdt|gjort|sat|lagt)|(?!meget\b)\w{3,}et)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# With »det« and »der«: what is no wish alone. »Det skal være trygt« and »det skal blive ved« are.
IS_TO_BE = re.compile(
    r"""\b(?:ske|finde\ssted|være\s(?:en|et|mindst|altid)|(?:være|ligge|stå)\s(?:\w+\s)?(?:gennemført|afsluttet|etableret
    |udarbejdet|indført|iværksat|oprettet|godkendt|besluttet|drøftet|sendt|indsendt|klart?|færdigt?|på\splads|løst))\b""",
    re.IGNORECASE | re.VERBOSE,
)
WHEN = re.compile(
    rf"""\b(?:årligt?|hver(?:t|\sden)?\s(?:halv)?(?:år|måned|uge|kvartal)|halvårligt?|(?:\w+\s)?kvartal\w*|månedligt?
    |ugentligt?|løbende|jævnligt|inden|senest|20\d\d|i\sløbet\saf|udgangen\saf|(?:næste|første)\smøde
    |på\s(?:\w+\s)?møde\w*|(?:to|tre|fire)\sgange|{"|".join(MONTHS)}|altid|straks)\b""",
    re.IGNORECASE | re.VERBOSE,
)
