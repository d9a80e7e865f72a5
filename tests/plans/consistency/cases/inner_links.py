from tests.plans.consistency.texts import text

FIRES = {"to the desk": (text('<p><a href="/arbejdsbord/planer/1/">Planen</a></p>'), ["Planen"])}
QUIET = {"to the police": text('<p><a href="https://politi.dk/">Politiet</a></p>')}
