from tests.plans.consistency.texts import text

FIRES = {
    "the first of a sentence": (
        text("<p>Samabejdet er godt. Det er samarbejdet altid.</p>"),
        ["samabejdet"],
    ),
    "one finding a word": (
        text("<p>En tryghdsmåling og en tryghdsmåling.</p>", "<p>En tryghdsmåling.</p>"),
        ["tryghdsmåling"],
    ),
    "with a hyphen": (text("<p>Vores task-forces.</p>"), ["task-forces"]),
}
QUIET = {
    "names that come first": text("<p>Xyzqvist er med. Samarbejdet er godt.</p>"),
    "Danish": text("<p>Kommunerne og politiet samarbejder om forebyggelse og tryghed i nattelivet.</p>"),
    "names and abbreviations": text("<p>Hos Xyzqvist i SSP-samarbejdet, evt. på www.xyzq.dk/abcq.</p>"),
    "quoted": text("<p>Projektet »xyzqvist« og ”abcdqvist”.</p>"),
    "in the secretariat's list": text("<p>Vores task-forces.</p>", own_words=frozenset({"task-forces"})),
    "a slip that is told as a house word": text("<p>Det kredsdekkende.</p>"),
}
