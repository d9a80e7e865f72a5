class Obstacle(Exception):
    """What the person at the keyboard must mend: one Danish sentence, with the command that mends it."""
