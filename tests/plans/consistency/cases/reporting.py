from plans.consistency.facts import ToDo, Topic
from tests.plans.consistency.texts import a_text, section

SECTIONS = section("Unge"), section("Natteliv")
TOPICS = Topic("Unge", section="Unge"), Topic("Natteliv", section="Natteliv")
REPORT = ToDo("Afrapporterer", "Lokalrådene", 2027, 2, "Unge")

FIRES = {
    "none at all": (a_text(*SECTIONS, topics=TOPICS), [""]),
    "a topic without": (a_text(*SECTIONS, topics=TOPICS, to_do=(REPORT,)), ["»Natteliv«"]),
}
QUIET = {
    "every topic": a_text(*SECTIONS, topics=TOPICS[:1], to_do=(REPORT,)),
    "duties of no section": a_text(*SECTIONS, topics=TOPICS, to_do=(ToDo("Mødes", "Lokalrådene", 2027),)),
}
