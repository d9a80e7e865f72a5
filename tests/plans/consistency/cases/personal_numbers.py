from tests.plans.consistency.texts import text

FIRES = {"a number": (text("<p>Sagen om 010190-1234.</p>"), [""])}
QUIET = {"a telephone number": text("<p>Ring 9614 1448, sag 2026-00123.</p>")}
