from tests.plans.consistency.texts import text

FIRES = {"two kinds": (text("<p>Det er »godt«, »trygt« og ”sundt”.</p>"), ["»…« ”…”"])}
QUIET = {"one kind": text("<p>Det er »godt« og »trygt«, og Jens' hus er det.</p>")}
