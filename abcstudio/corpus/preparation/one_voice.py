"""A tune with its first voice only."""

import re

from abcstudio.corpus.tunebook import body_of

_VOICE_LINE = re.compile(r"[ \t]*V:[ \t]*([^\s%]+)")
_VOICE_IN_LINE = re.compile(r"\[V:[ \t]*([^\s\]]+)[^\]]*\]")
_STAVES = re.compile(r"%%(?:score|staves)\b")
_FIELD = re.compile(r"[ \t]*[A-Za-z+]:(?![|:\]])")
_OVERLAY = re.compile(r"&[^|\n]*")
_QUOTED = re.compile(r"\"[^\"\n]*\"|![^!\n]*!")


def one_voice(text: str) -> str:
    """Return a tune's text without the voices after the first, and without overlays."""
    body = body_of(text)
    has_voices = "V:" in text
    if not has_voices and "&" not in _QUOTED.sub("", body):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = _first_voice(lines) if has_voices else lines
    head = next((at for at, line in enumerate(kept) if line.lstrip().startswith("K:")), -1) + 1
    music = (line if _FIELD.match(line) or '"' in line else _OVERLAY.sub("", line)
             for line in kept[head:])  # fmt: skip
    return "\n".join([*kept[:head], *music])


def _first_voice(lines: list[str]) -> list[str]:
    """Return the header without its voices, and the lines of the voice that has the first music."""
    kept: list[str] = []
    first = voice = ""
    is_body = False
    for line in lines:
        if not is_body:
            is_body = line.lstrip().startswith("K:")
            if not _VOICE_LINE.match(line) and not _STAVES.match(line):
                kept.append(line)
            continue
        if match := _VOICE_LINE.match(line):
            voice = match[1]
            continue
        if _STAVES.match(line):
            continue
        if match := _VOICE_IN_LINE.match(line.lstrip()):
            voice = match[1]
            line = _VOICE_IN_LINE.sub("", line, count=1)
        if not first and line.strip() and not _FIELD.match(line) and not line.startswith("%"):
            first = voice or "1"
        if not first or (voice or "1") == first:
            kept.append(line)
    return kept
