class Obstacle(Exception):
    """What the person at the keyboard must mend: one Danish sentence, with the command that mends it.

    `said` is what a program said of it, in its own language; the sentence comes last, after a blank line.
    """

    def __init__(self, sentence: str = "", *, said: str = "") -> None:
        self.said = said.strip()
        super().__init__(f"{self.said}\n\n{sentence}" if self.said else sentence)
