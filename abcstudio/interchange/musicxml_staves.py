"""Which voices a MusicXML part holds: a staff with all that is drawn on it."""

from dataclasses import dataclass

from abcstudio.notation.score import Score, Voice
from abcstudio.notation.staff_layout import StaffLayout


@dataclass(frozen=True, slots=True)
class PartStaff:
    """One staff.

    Attributes:
        voices: The one that leads it, then those that share it.
        overlays: The overlays (`&`) of each of these voices.
        is_shown: False where the tune's `%%score` leaves its voice out: it sounds all the same.
    """

    voices: tuple[Voice, ...]
    overlays: tuple[tuple[Voice, ...], ...]
    is_shown: bool = True


def staves_of(score: Score) -> tuple[list[PartStaff], StaffLayout | None]:
    """Return the staves from top to bottom, those that are not shown last, and the layout."""
    full = [voice for voice in score.voices if voice.overlay_of is None] or list(score.voices[:1])
    by_id = {voice.voice_id: voice for voice in full}
    layout = score.layout.only(by_id) if score.layout is not None else None
    if layout is None:
        return [_staff(score, (voice,)) for voice in full], None
    shown = set(layout.voices)
    staves = [_staff(score, tuple(by_id[name] for name in row.voices)) for row in layout.staves]
    hidden = [voice for voice in full if voice.voice_id not in shown]
    return [*staves, *(_staff(score, (voice,), is_shown=False) for voice in hidden)], layout


def _staff(score: Score, voices: tuple[Voice, ...], *, is_shown: bool = True) -> PartStaff:
    overlays = tuple(
        tuple(
            overlay
            for overlay in score.voices
            if overlay.overlay_of == voice.voice_id and overlay is not voice
        )
        for voice in voices
    )
    return PartStaff(voices, overlays, is_shown)
