"""Whether a Danish sentence tells of the past, as far as the forms of its verbs say it."""

import re
from itertools import pairwise

_STRONG = re.compile(
    r"""\b(?:havde|var|blev|fik|kom|gav|så|lå|lod|skulle|ville|kunne|måtte|skete|lykkedes|steg|faldt|mente|viste|nåede
    |\w*(?:mødtes|hjalp|satte|førte|fulgte|lagde|gjorde|tog|gik|stod|holdt|fandt|trådte|begyndte|drog|traf|skrev
    |ophørte|kørte|hørte|spurgte|rejste|lød|bød|sad|slog|trak|vandt|forsvandt))\b
    |(?<!s\s)(?<!\bved\s)(?<!\bfør\s)(?<!\btil\s)(?<!\binden\s)(?<!\befter\s)\budløb\b""",
    re.IGNORECASE | re.VERBOSE,
)
# »har gennemført«, but not »har fokus på«, nor »har ingen boligområder«: a participle ends in -t.
_PERFECT = re.compile(
    r"""\bhar\b(?!\s(?:i\s\d{4}\s)?(?:stadig\s|fortsat\s|et\s|en\s)?
    (?:fokus|særlig\w*|to|tre|fire|fem|følgende|ansvar\w*|mulighed\w*|brug|mål|som|til|opmærksomhed\w*|behov)\b)
    (?=[^.!?]*\b(?-i:[a-zæøå]{2,}t)\b(?!-))
    |\bhave\s\w+t\b|\ber\s(?:\w+\s){0,8}?(?:blevet|steget|faldet|gået|sket|kommet|vokset|ophørt|udløbet)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_DONE = re.compile(
    r"""\b(?:vedtaget|oprettet|etableret|indgået|indført|nedsat|udarbejdet|revideret|opdateret|ændret|godkendt
    |underskrevet|offentliggjort|besluttet|startet|afsluttet|gennemført|udgivet|lanceret|iværksat|udpeget
    |ajourført|drøftet|holdt|afholdt)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_TO_COME = re.compile(r"\b(?:skal|vil|bliver|bør|kan)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_WEAK = re.compile(
    r"\w{3,}ede|\w*(?:aftalt|fortalt|nævnt|sendt|brugt|løst|meldt|målt|valgt)e",
    re.IGNORECASE,
)
# Before an adjective, as in »de nævnte områder«: there the same ending is no past tense.
_BEFORE_ADJECTIVE = re.compile(
    r"""de|den|det|en|et|to|tre|fire|fem|alle|flere|nogle|mange|lokale|særligt?|mere|mest|deres|vores|disse|af|for
    |fra|i|med|mod|om|på|til|ved|og|eller|nye|fælles|egne|\w+[^i]s""",
    re.IGNORECASE | re.VERBOSE,
)


def is_past(sentence: str) -> bool:
    if _STRONG.search(sentence) or _PERFECT.search(sentence) or _weak_past(sentence):
        return True
    return bool(_DONE.search(sentence)) and not _TO_COME.search(sentence)


def _weak_past(sentence: str) -> bool:
    """»Kredsrådet prioriterede …«, »… valgte«: a word of that ending that is no adjective where it stands."""
    return any(
        _WEAK.fullmatch(word) and not _BEFORE_ADJECTIVE.fullmatch(before)
        for before, word in pairwise(_WORD.findall(sentence))
    )
