"""Abbreviations that nobody needs explained; a secretariat keeps its own list beside them."""

KNOWN = frozenset(
    {
        *("IT", "EU", "FN", "USA", "DK", "TV", "PDF", "CPR", "CVR", "NATO", "GPS", "SMS", "BNP", "NGO"),
        *("KL", "DR", "AM", "PM", "PC", "QR", "OK", "ID", "HR", "SKAT"),
    }
)
