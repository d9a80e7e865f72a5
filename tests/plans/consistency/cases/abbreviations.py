from tests.plans.consistency.texts import a_text, section, text

FIRES = {
    "never": (text("<p>Betjenten i FNT indkalder.</p>"), ["FNT"]),
    "two ways": (
        text(
            "<p>KSP er et forum mellem Kriminalforsorgen, kommunen og politiet.</p>",
            "<p>KSP (kriminalforsorg, socialforvaltning og politi).</p>",
        ),
        ["KSP"],
    ),
    "too late": (
        text("<p>I SSP mødes alle.</p>", "<p>SSP (skole, sociale myndigheder og politi).</p>"),
        ["SSP"],
    ),
}
QUIET = {
    "after dashes": text("<p>FNT – Fælles Natteliv Team – mødes. FNT er godt.</p>"),
    "said to be one": text("<p>Fælles Natteliv Team, forkortet FNT, mødes.</p>"),
    "from here on": text("<p>Fælles Natteliv Team (herefter FNT) mødes.</p>"),
    "at first": text(
        "<p>SSP-samarbejdet (skole, sociale myndigheder og politi) er godt.</p><p>SSP er godt.</p>"
    ),
    "after its name": text("<p>Politiets Onlinepatrulje (POP) hjælper.</p>"),
    "everybody knows it": text("<p>Et IT-system i EU.</p>"),
    "capitals": a_text(section("BØRN OG UNGE", "<p>POLITI OG SKOLE</p><p>Del II.</p>")),
    "of the secretariat's list": text("<p>Betjenten i FNT.</p>", abbreviations=frozenset({"FNT"})),
}
