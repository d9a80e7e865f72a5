from plans.consistency.facts import Topic
from tests.plans.consistency.texts import a_text, section, text

FIRES = {
    "two topics": (
        text(topics=(Topic("Indsats for unge", section="a"), Topic("Indsats for de unge", section="b"))),
        ["Indsats for unge / Indsats for de unge"],
    ),
    "a heading": (
        a_text(
            section("Indsats for udsatte børn"), topics=(Topic("Indsats for udsatte børn.", section="x"),)
        ),
        ["Indsats for udsatte børn"],
    ),
    "in a text": (
        text(
            "<p>Emnet »Indsats for udsatte børnn« fortsætter.</p>",
            topics=(Topic("Indsats for udsatte børn"),),
        ),
        ["Indsats for udsatte børnn"],
    ),
}
QUIET = {
    "as it is called": text("<p>Emnet »indsats for unge« går på.</p>", topics=(Topic("Indsats for unge"),)),
    "something else": text("<p>Vi siger »Ro på torvet«.</p>", topics=(Topic("Indsats for unge"),)),
    "a local one": text("<p>Emnet »Trygge aftner« går på.</p>", topics=(Topic("Trygge aftener", True, 1),)),
    "two places": text(
        topics=(Topic("Indsats i boligområdet Havnen"), Topic("Indsats i boligområdet Marken", True, 1))
    ),
    "two local ones": text(topics=(Topic("Trygge aftener", True, 1), Topic("Trygge aftner", True, 2))),
    "two ages": text(topics=(Topic("Unge på 15 år"), Topic("Unge på 18 år"))),
    "a part without a heading": a_text(section("", kind="part"), topics=(Topic("Unge"),)),
}
