"""Words that every secretariat has one way of writing; each keeps its own beside them."""

# How it is found, and how it is written.
HOUSE_WORDS = {
    "andel del": "anden del",
    "forebyggelse af radikaliseringsindsatsen": "forebyggelse af radikalisering",
    "signaler om radikaliseringsindsatsen": "signaler om radikalisering",
    "kreds niveau": "kredsniveau",
    "kreds råd": "kredsråd",
    "kreds rådet": "kredsrådet",
    "kreds rådets": "kredsrådets",
    "lokal råd": "lokalråd",
    "lokal rådet": "lokalrådet",
    "lokal rådene": "lokalrådene",
    "kontakt udvalg": "kontaktudvalg",
    "kontakt udvalget": "kontaktudvalget",
    "politi kreds": "politikreds",
    "politi kredsen": "politikredsen",
    "indsats område": "indsatsområde",
    "indsats områder": "indsatsområder",
    "bolig område": "boligområde",
    "bolig områder": "boligområder",
    "kreds dækkende": "kredsdækkende",
    "lokal politi": "lokalpoliti",
    "samarbejds plan": "samarbejdsplan",
    "udebrede": "udbrede",
}
# A long word with one letter wrong inside it is meant as one of these.
RIGHT_WORDS = frozenset(
    {
        *("kredsdækkende", "bekymringssamtale", "bekymringssamtaler", "bekymringssamtalen"),
        *("radikalisering", "radikaliseringen", "samarbejdsplan", "samarbejdsplanen", "retsplejeloven"),
        *("retsplejelovens", "kriminalitetsforebyggende", "kriminalitetsforebyggelse", "politidirektøren"),
        *("forebyggelsesområde", "forebyggelsesområder", "indsatsområde", "indsatsområder", "flerårsaftalen"),
        *("kriminalforsorgen", "tryghedsskabende", "lokalrådene", "kommunalbestyrelsen", "lokalsamfundet"),
    }
)
