from plans.consistency.facts import Area, Topic
from tests.plans.consistency.texts import text

FOUR = "<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li><li><p>d</p></li></ul>"

FIRES = {
    "the politikreds's": (text("<p>Politikredsens ti kommuner er med.</p>"), ["Politikredsens ti kommuner"]),
    "what it has": (text("<p>Kredsen har 12 lokalråd.</p>"), ["Kredsen har 12 lokalråd"]),
    "the following": (text(f"<p>Følgende tre indsatser er valgt for året:</p>{FOUR}"), ["tre indsatser"]),
    "too few named": (text("<p>Rådet har tre mål: tryghed og trivsel.</p>"), ["tre mål"]),
    "too many named": (text("<p>Rådet har to mål: tryghed, trivsel og natteliv.</p>"), ["to mål"]),
    "before a list": (text(f"<p>De tre pejlemærker er følgende:</p>{FOUR}"), ["tre pejlemærker"]),
    "of its parts": (
        text("<p>Der er fem medarbejdere: en leder, to betjente og en jurist.</p>"),
        ["fem medarbejdere"],
    ),
    "what the register counts": (text("<p>Alle 12 lokalråd bakker op.</p>"), ["Alle 12 lokalråd"]),
    "named nowhere": (text("<p>Aftalen har i alt 9 områder.</p>"), ["i alt 9 områder"]),
}
FIRES |= {
    "the genitive": (text("<p>De ti kommuners borgmestre.</p>"), ["De ti kommuners"]),
    "mayors": (text("<p>De tolv borgmestre mødes.</p>"), ["De tolv borgmestre"]),
    "one number said twice": (
        text(
            "<p>Der er to boligområder. De to boligområder er små.</p>",
            prevention_areas=(Area("A", "Skive"),),
        ),
        ["to boligområder"],
    ),
}
QUIET = {
    "what may be one": text("<p>Rådet har tre mål: børn og unge, natteliv og trafik.</p>"),
    "two named": text("<p>Rådet har to mål: børn og unge.</p>"),
    "a sentence after it": text("<p>Rådet har tre mål: de skal nås i år, og de følges op.</p>"),
    "another kreds's some": text("<p>Projektet dækker ti kommuner.</p>"),
    "before a list": text(f"<p>De fire pejlemærker er følgende:</p>{FOUR}"),
    "at least two of four": text(f"<p>De er udfordret på mindst to af fire områder:</p>{FOUR}"),
    "of its parts": text("<p>Teamet har fire medarbejdere; en psykolog, en leder og to betjente.</p>"),
    "what the register counts": text(
        "<p>Alle 11 lokalråd og de elleve kommuner har to kredsdækkende emner.</p>",
        topics=(Topic("Unge"), Topic("Natteliv"), Topic("Havnen", True, 1)),
    ),
    "some of them": text("<p>Projektet følger 3 kommuner og mødes fire gange.</p>"),
    "ages": text("<p>For unge fra 10 til 17 år.</p>"),
}
