"""What of the music in chosen measures stays."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What stays; by default nothing.

    Attributes:
        rhythm: All but the pitches of notes.
        contour: How many notes each measure has, and where the melody goes from each to the next:
            up, down or nowhere.
        ends: The first and the last note, with the tie, tuplet or broken rhythm that they are in.
        strong: The notes that sound on strong beats, with what hangs together with them likewise.
    """

    rhythm: bool = False
    contour: bool = False
    ends: bool = False
    strong: bool = False


NOTHING = Kept()
