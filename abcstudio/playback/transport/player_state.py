"""What a transport does, as the player and the window name it."""

from enum import StrEnum


class PlayerState(StrEnum):
    """What the transport does.

    The player itself never loads: in the window the sound of a tune is made before it is played.
    """

    STOPPED = "stopped"
    LOADING = "loading"
    PLAYING = "playing"
    PAUSED = "paused"
