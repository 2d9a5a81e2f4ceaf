"""Instruments for the voices of a tune, by their names, clefs and ranges."""

import re
from collections.abc import Sequence
from statistics import fmean

from abcstudio.notation.score import Chord, Score, Voice
from abcstudio.playback.played_voice import PlayedVoice

_CHOIR, _ORGAN, _LOW = "choir", "organ", "piano"
_LOWEST_TUNE = 60
"""On the average; what is lower no flute has."""

_SATB = re.compile(r"\W*(?:[satb]\d?|[satb]{2,4}|soprano|alto|tenor|bass(?:us)?)\W*", re.I)
_NAMED = (
    (re.compile(r"choir|chorus|vocal|vox|sopran|\balto\b|tenor|barit|хор|сопран|альт|тенор", re.I),
     _CHOIR),
    (re.compile(r"organ\b|pedal|орган", re.I), _ORGAN),
    (re.compile(r"whistle|вістл", re.I), "whistle"),
    (re.compile(r"flute|флейт", re.I), "flute"),
    (re.compile(r"fiddle|violin|viola|скрипк|альт скр", re.I), "fiddle"),
    (re.compile(r"concertina|концертин", re.I), "concertina"),
    (re.compile(r"accordion|melodeon|акордеон|баян", re.I), "accordion"),
    (re.compile(r"mandolin|мандолін", re.I), "mandolin"),
    (re.compile(r"banjo|банджо", re.I), "banjo"),
    (re.compile(r"guitar|гітар", re.I), "guitar"),
    (re.compile(r"harp\b|арф", re.I), "harp"),
    (re.compile(r"piano|keyboard|фортепіано|піаніно", re.I), "piano"),
    (re.compile(r"pipes?\b|волинк", re.I), "pipes"),
)  # fmt: skip
_SUNG = re.compile(r"hymn|psalm|chorale?\b|anthem|carol|motet|madrigal|гімн|псал|хорал|коляд", re.I)


def fitting_instruments(score: Score, played: Sequence[PlayedVoice]) -> list[str]:
    """Return the instrument in the box that fits each voice; "" where the listener's choice does.

    A tune of one voice is the listener's. Of several, those that are named for an instrument get
    it; a hymn is sung, or played on the organ where it has no words; elsewhere a low voice is the
    piano's.

    Args:
        score: The tune.
        played: What each of its voices plays.
    """
    voices = [voice for voice in score.voices if voice.overlay_of is None]
    if len(voices) < 2:
        return [""] * len(score.voices)
    low = {
        voice.voice_id
        for voice, part in zip(score.voices, played, strict=True)
        if voice.clef.shape == "F" or _mean_pitch(part) < _LOWEST_TUNE
    }
    usual = _of_all(score, voices, low)
    own = {voice.voice_id: _named(voice) for voice in voices}
    found = []
    for voice in score.voices:
        name = voice.overlay_of if voice.overlay_of is not None else voice.voice_id
        found.append(own.get(name, "") or usual or (_LOW if name in low else ""))
    return found


def _of_all(score: Score, voices: Sequence[Voice], low: set[str]) -> str:
    """Return what all voices of a hymn are on; "" for other tunes."""
    names = [voice.name or voice.voice_id for voice in voices]
    is_choir = len(names) > 2 and all(_SATB.fullmatch(name) for name in names)
    is_hymn = is_choir or any(
        _SUNG.search(value) for letter in "RGT" for value in score.field_values(letter)
    )
    if not is_hymn and not (len(voices) > 2 and low and _has_words(voices)):
        return ""
    return _CHOIR if is_choir or _has_words(voices) else _ORGAN


def _named(voice: Voice) -> str:
    words = voice.name or voice.voice_id
    return next((instrument for pattern, instrument in _NAMED if pattern.search(words)), "")


def _has_words(voices: Sequence[Voice]) -> bool:
    return any(
        element.syllables
        for voice in voices
        for element in voice.elements
        if isinstance(element, Chord)
    )


def _mean_pitch(part: PlayedVoice) -> float:
    return fmean([float(sound.pitch) for sound in part.sounds] or [_LOWEST_TUNE])
