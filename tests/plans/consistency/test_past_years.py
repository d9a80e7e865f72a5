"""Years that are left over from an earlier plan are found; those that are right are left alone."""

import pytest

from plans.consistency.past_years import in_heading, in_text

YEAR = 2027

LEFT_OVER = [
    ("Samarbejdsplan 2026 beskriver kredsrådets arbejde.", ["Samarbejdsplan 2026"]),
    ("Året 2026 byder på nye tiltag.", ["Året 2026"]),
    ("2025 bliver året, hvor vi samarbejder mere.", ["2025"]),
    ("Det står vi sammen om i 2026.", ["i 2026"]),
    ("I 2025 skal lokalrådene mødes fire gange.", ["I 2025"]),
    ("I 2019 er der elleve lokalråd.", ["I 2019"]),
    ("Afrapporteringen skal ske i 2. kvartal 2026.", ["i 2. kvartal 2026"]),
    ("Mødet holdes den 14. marts 2026 i Viborg.", ["den 14. marts 2026"]),
    ("Indsatsen skal være gennemført inden udgangen af 2025.", ["inden udgangen af 2025"]),
    ("Aftalen gælder 2021–2024.", ["2021–2024"]),
    ("Strategien 2021-2024 sætter rammen.", ["2021-2024"]),
    ("Projektet løber 2024/25.", ["2024/25"]),
    ("Ved aftalens udløb i 2025 tager kredsrådet stilling.", ["i 2025"]),
    ("Projektet løber 2025/26.", ["2025/26"]),
    ("Af de nævnte områder skal samarbejdet i 2026 mest handle om de unge.", ["i 2026"]),
    ("Planen ligger klar i 2012-12.", ["i 2012"]),
    ("Projektet løber fra 2022 til 2025.", ["2022 til 2025"]),
    ("Kredsrådet har i 2026 fokus på de unge.", ["i 2026"]),
    ("Kommunerne har tre prioriterede emner i 2026.", ["i 2026"]),
    ("Samarbejdsplanen for 2026 lægger vægt på de unge.", ["for 2026"]),
    ("Emnerne for 2026 er disse.", ["for 2026"]),
    ("I 2026 har kommunerne ingen boligområder på listen.", ["I 2026"]),
    ("Medlemmerne sidder i valgperioden 2022–2025.", ["2022–2025"]),
    ("Status juni 2026: halvdelen er i gang.", ["Status juni 2026"]),
    ("Status Juni 2026 er god.", ["Status Juni 2026"]),
    ("Status 2025: halvdelen er i gang.", ["Status 2025"]),
    ("De prioriterede emner i 2025 er disse.", ["i 2025"]),
    ("I 2025 er gaderne brede.", ["I 2025"]),
    ("Status pr. december 2024 er, at arbejdet går godt.", ["Status pr. december 2024"]),
    ("I 2025 og i 2026 arbejder vi for tryghed. I 2026 også.", ["I 2025", "i 2026", "I 2026"]),
]
RIGHT = [
    "Samarbejdsplan 2027 beskriver kredsrådets arbejde.",
    "Samarbejdsplan 2026 førte til færre indbrud.",
    "2025 var et godt år.",
    "Folketingets partier aftalte i december 2020 fire pejlemærker.",
    "Lokalrådene gør status over det, de har prøvet siden 2023.",
    "2024 tal fra skolerne.",
    "Det står vi sammen om i 2027.",
    "Indsatsen er videreført fra samarbejdsplanen for 2013.",
    "Indsatsområdet er en videreførelse af et emne i samarbejdsplanen for 2026.",
    "Vi følger op på emnet i planen for 2026.",
    "I planen for 2026 er der fire emner.",
    "Reglerne står i bekendtgørelse nr. 1426 af 23. december 2006.",
    "Efter lov nr. 1426 af 2006 mødes rådet fire gange.",
    "Efter bekendtgørelsen for 2024 mødes rådet fire gange.",
    "Efter bekendtgørelsen for 2021–2024 mødes rådet fire gange.",
    "Loven fra 2019 gælder stadig, og finansloven for 2026 giver penge til det.",
    "Der har siden 2013 været et lokalråd i hver kommune.",
    "Siden foråret 2024 mødes de hver måned.",
    "Antallet faldt i 2024 og 2025.",
    "Aftalen 2019-2023 udløb.",
    "Projektet 2021-2024 ophørte, da det var færdigt.",
    "Kredsrådet prioriterede natteliv i 2025.",
    "Kredsrådet valgte i 2025 at se på de unge.",
    "Kommunerne har i 2026 gennemført tre kurser.",
    "I efteråret 2023 fremsatte regeringen et forslag.",
    "Rådet blev dannet i 2007 og mødtes fire gange i 2025.",
    "Vedtaget i 2024.",
    "Blev målet nået i 2025?",
    "Har alle fået det at vide i 2026?",
    "Politiet levede op til målet i 2025.",
    "Der er 20 procent færre anmeldelser end i 2024.",
    "Det er samme antal som i 2025.",
    "Kilde: Danmarks Statistik, tal for 2025.",
    "Opgjort 1. oktober 2026, og i 2026–2027 som før.",
    "Tryghedsmålingen i 2025 viser, at de fleste er trygge.",
    "Aftalen gælder 2024–2027.",
    "Flerårsaftalen 2026–2030 sætter rammen.",
    "Strategien løber fra 2025 til 2028.",
    "Den afløser aftalen for 2021–2024.",
    "Den tidligere strategi 2018–2022 er erstattet.",
    "Målet er nået i 2030.",
    "Status december 2026: arbejdet går godt.",
    "Status juli 2026: arbejdet går godt.",
    "Ring på 2026 2026, eller gå til stue 2025a.",
    "Mødet er dateret 2026-11-19.",
    "Stormen den 3. december 2013 minder os om, at beredskabet er vigtigt.",
    "Efter at have nået det højeste i 2024 er antallet i dag lavere.",
    "Siden er antallet af indbrud i fritidshuse faldet i 2025.",
]


@pytest.mark.parametrize(("sentence", "said"), LEFT_OVER)
def test_what_is_left_over_is_found(sentence, said):
    assert in_text(f"<p>{sentence}</p>", YEAR) == said


@pytest.mark.parametrize("sentence", RIGHT)
def test_what_is_right_is_left_alone(sentence):
    assert in_text(f"<p>{sentence}</p>", YEAR) == []


@pytest.mark.parametrize(
    "markup", ["<ul><li>Vi mødtes.</li><li>{}</li></ul>", "<table><tr><td>Var</td><td>{}</td></tr></table>"]
)
def test_each_item_and_cell_is_read_for_itself(markup):
    assert in_text(markup.format("Fire møder i 2026"), YEAR) == ["i 2026"]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Indsatsområder 2026", ["2026"]),
        ("Indsatsområder 2019", ["2019"]),
        ("Indsatsområder 2028", ["2028"]),
        ("Flerårsaftalen 2021–2024", ["2021–2024"]),
        ("Strategien 2024/2025", ["2024/2025"]),
        ("Årets emner i 2025 og 2026", ["2025", "2026"]),
        ("Indsatsområder 2027", []),
        ("Flerårsaftalen 2024–2027", []),
        ("Flerårsaftalen 2026-2030", []),
        ("Videreført fra samarbejdsplanen for 2013", []),
        ("Lov nr. 1426 af 2006", []),
        ("Udviklingen siden 2013", []),
        ("Erfaringer fra 2026", []),
        ("Vision 2030", []),
        ("Frem mod 2030", []),
    ],
)
def test_headings(heading, said):
    assert in_heading(heading, YEAR) == said
