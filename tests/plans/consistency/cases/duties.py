from plans.consistency.facts import ToDo
from tests.plans.consistency.texts import a_text, section, text

REPORT = ToDo("Afrapporterer", "Lokalrådene", 2027, 2, "Unge")

FIRES = {
    "nobody": (
        text("<p>Det skal sikres løbende, at der er kontakt.</p>"),
        ["Det skal sikres løbende, at der er kontakt"],
    ),
    "at no time": (
        text("<p>Lokalrådene skal drøfte lokale forhold.</p>"),
        ["Lokalrådene skal drøfte lokale forhold"],
    ),
    "two in a section are one": (
        text("<p>Lokalrådene skal drøfte det. Der bør gøres mere.</p>"),
        ["Lokalrådene skal drøfte det · Der bør gøres mere"],
    ),
}
QUIET = {
    "what is to stay as it is": text("<p>Nattelivet er trygt, og sådan skal det blive ved at være.</p>"),
    "a question": text("<p>Skal kommunerne gøre mere?</p>"),
    "a condition": text("<p>Skal politiet lykkes, har det brug for kommunerne.</p>"),
    "a law's": text("<p>Efter retsplejelovens § 113 skal politidirektøren offentliggøre en plan.</p>"),
    "the agreement's": text("<p>Ifølge flerårsaftalen skal politiet ansætte flere.</p>"),
    "what others do": text("<p>Unge bør kontakte politiet.</p>"),
    "who and when": text("<p>Lokalrådene skal drøfte lokale forhold hvert år.</p>"),
    "when is what it reports in": a_text(
        section("Unge", "<p>Lokalrådene skal drøfte det.</p>"), to_do=(REPORT,)
    ),
    "a relative clause": text("<p>Vi gennemgår de områder, der skal have en indsats.</p>"),
    "a hope": text("<p>Flere unge skal trives i skolen.</p>"),
    "the paper": text("<p>Planen skal sikre, at alle ved det.</p>"),
    "a rule": text("<p>Sagen skal som udgangspunkt ikke behandles.</p>"),
    "an appendix": a_text(section("Bilag", "<p>Staben skal varetage opgaver.</p>", kind="appendix")),
    "an indirect question": text(
        "<p>Rådet drøfter, hvilke emner politiet, kommunerne og andre skal tage op.</p>"
    ),
}
