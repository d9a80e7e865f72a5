from tests.plans.consistency.texts import text

FIRES = {
    "no space before a number": (text("<p>Efter § 113, stk.2, og pkt.3.</p>"), ["stk.2", "pkt.3"]),
    "a space before a comma": (text("<p>Skoler , foreninger og politi.</p>"), ["Skoler ,"]),
    "no space after a full stop": (text("<p>Skoler deltager.Politiet leder.</p>"), ["deltager.Politiet"]),
    "two full stops": (text("<p>Skoler deltager..</p>"), ["deltager.."]),
    "a paragraph of a law": (text("<p>Lovens §10, stk. 3.</p>"), ["§10"]),
    "a word that begins with an abbreviation": (text("<p>Et KSP samarbejde.</p>"), ["KSP samarbejde"]),
    "a space too many": (text("<p>I hver  kommune.</p>"), ["hver  kommune"]),
    "no full stop": (text("<p>Det er f.eks taxa, bl.a. her.</p>"), ["f.eks"]),
    "an age": (text("<p>Sager med 15-17 årige.</p>"), ["15-17 årige"]),
    "others": (text("<p>Myndigheder mfl. deltager.</p>"), ["mfl."]),
}
QUIET = {
    "stops": text("<p>Se www.politi.dk/Kreds, stk. 2, kl. 10.30 … og så videre ...</p>"),
    "as it is spelt": text(
        "<p>Lovens § 10, skoler m.fl. og §§ 111-113. KSP-samarbejdet med 15-17-årige.</p>"
    ),
    "an age that is none": text("<p>En 3-årig aftale og fire år.</p>"),
}
