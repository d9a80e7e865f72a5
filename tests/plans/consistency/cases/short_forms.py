from tests.plans.consistency.texts import text

FIRES = {
    "a paragraph of a law": (text("<p>Lovens §10, stk. 3.</p>"), ["§10"]),
    "others": (text("<p>Myndigheder mfl. deltager.</p>"), ["mfl."]),
}
QUIET = {"as it is spelt": text("<p>Lovens § 10, skoler m.fl. og §§ 111-113.</p>")}
