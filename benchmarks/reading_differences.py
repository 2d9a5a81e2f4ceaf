"""Why a tune's notes may differ from abc2midi's: the rows of the table of readings, by its text.

Each row asks the text for what the row is about, and counts only for the kinds of difference that
it can cause: a chord's lengths explain no repeat that is played too often.
"""

import re
from collections.abc import Callable, Iterable

_REPEAT = frozenset({"repeat", "notes", "extra", "empty"})
_LENGTH = frozenset({"onset", "duration", "notes", "repeat"})
_PITCH = frozenset({"pitch", "notes"})
_ANY = frozenset({*_REPEAT, *_LENGTH, *_PITCH, "missing voice", "extra voice"})

_FIELD = re.compile(r"[ \t]*[A-Za-z+][ \t]*:(?![|:\]])")
_QUIET = re.compile(r'"[^"\n]*"|\{[^}\n]*\}|![A-Za-z0-9.<>()+/]+!')
_BAR = re.compile(r"\.?(?:\[(?=\|)|\||:(?=[:|\]]|\[\|))(?:[|:\]]|\[(?=\|))*")
_EVENT = re.compile(rf"(?P<bar>{_BAR.pattern})|(?P<ending>\[\d[\d,\-]*)|(?P<note>[A-Ga-gzx])")
_NOTE = r"(?:\^\^?|__?|=)?[A-Ga-g][',]*"
_SIZE = r"\d*/*\d*"
_CHORD = re.compile(rf"\[((?:{_NOTE}{_SIZE}-?){{2,}})\]({_SIZE})")
_MEMBER = re.compile(rf"{_NOTE}({_SIZE})")
_BROKEN = re.compile(rf"({_SIZE})\)*\s*[<>]+\s*\(*(?:\[?{_NOTE}|[zx])({_SIZE})")
_PLAIN_ENDING = re.compile(r"[1-9]")


def music_of(text: str) -> str:
    """Return the music code alone: no fields, comments, texts, grace notes or decorations."""
    lines = []
    for line in text.splitlines():
        code = line.split("%", 1)[0]
        if not _FIELD.match(code):
            lines.append(_QUIET.sub("", code.replace("\\", " ")))
    joined = "\n".join(lines)
    return re.sub(r"\[[A-Za-z]:[^\]\n]*\]", " ", joined)


class _Structure:
    """Bar lines and endings in order, and what is unusual about them."""

    def __init__(self, music: str) -> None:
        self.back_to_double = self.closed_second = self.open_left = self.liberal = False
        self.ending_without_close = self.many_passes = False
        opened = boundary = second = played = in_ending = False
        for match in _EVENT.finditer(music):
            if match["note"]:
                played = True
                continue
            passes = match["ending"] or self._short_ending(music, match)
            if passes:
                in_ending = True
                second = "1" not in passes
                self.many_passes |= any(sign in passes for sign in ",-3456789")
            bar = match["bar"]
            if not bar:
                continue
            self._look(bar)
            closes, opens = bar.startswith(":"), bar.rstrip("]").endswith(":") and len(bar) > 1
            double = len(bar.strip(".:")) > 1
            if closes:
                self.back_to_double |= not opened and boundary
                self.closed_second |= second
            if closes or double or opens:
                self.open_left |= opened and not closes and not in_ending
                self.ending_without_close |= in_ending and not closes and not second
                boundary = boundary or played
                if not (closes and in_ending and not second):
                    opened, second, in_ending = opens, False, False
            if self._short_ending(music, match):
                in_ending = True
                second = not self._short_ending(music, match).startswith("1")
        self.open_left |= opened

    def _look(self, bar: str) -> None:
        usual = {"|", "||", "|]", "[|", ":|", "|:", "::", ":|:", ":||:", ":|]", "[|:", ":||", "||:"}
        self.liberal |= bar not in usual
        self.many_passes |= ":::" in bar or bar in ("|::", "::|")

    @staticmethod
    def _short_ending(music: str, match: re.Match[str]) -> str:
        following = music[match.end() : match.end() + 1]
        return following if match["bar"] and _PLAIN_ENDING.fullmatch(following) else ""


def _unequal_chords(music: str) -> bool:
    return any(len(set(_MEMBER.findall(match[1]))) > 1 for match in _CHORD.finditer(music))


def _nested_lengths(music: str) -> bool:
    return any(match[2] and any(_MEMBER.findall(match[1])) for match in _CHORD.finditer(music))


def _unequal_broken(music: str) -> bool:
    return any(match[1] != match[2] for match in _BROKEN.finditer(music))


def _doubtful_tie(music: str) -> bool:
    """Whether some tie stands alone, or leads not straight to a note of the same letter."""
    if re.search(r"(?:^|[\s|])-", music, re.M):
        return True
    for match in re.finditer(rf"({_NOTE}){_SIZE}\)*-\)*[\s|:\[\]\d(.]*({_NOTE})?", music):
        if not match[2] or match[1].strip("^_=") != match[2].strip("^_="):
            return True
    return False


def _unreadable(messages: Iterable[str]) -> bool:
    signs = ("Malformed", "expect", "Unrecogni", "Illegal", "Unknown", "missing", "Ignoring")
    return any(sign.lower() in message.lower() for message in messages for sign in signs)


def _junk(music: str) -> bool:
    """Whether signs stand in the music that mean nothing: quoted-printable, words in brackets."""
    signs = r"=\d|\[\s+[A-Ga-g]|=\s*$|\[\s*(?:[^\]\w^_=|\s]|$)|[;?#@*]|\[[A-Ga-g][^\]]*$"
    return bool(re.search(signs, music, re.M))


_STRUCTURE_ROWS: tuple[tuple[str, str], ...] = (
    ("`|1 ... :|2 ... :|`", "closed_second"),
    ("`:|` without `|:`", "back_to_double"),
    ("`|:` never closed", "open_left"),
    ("liberal bar lines", "liberal"),
    ("endings over several lines, lists and ranges; `::|`", "many_passes"),
    ("an ending not closed", "ending_without_close"),
)
_MUSIC_ROWS: tuple[tuple[str, frozenset[str], Callable[[str], bool]], ...] = (
    ("`[f3d]`", _LENGTH, _unequal_chords),
    ("`[C2E2G2]3`", _LENGTH, _nested_lengths),
    ("`A2>B` (unequal)", _LENGTH, _unequal_broken),
    ("`A>Bc` inside a triplet", _LENGTH, lambda music: bool(re.search(r"\(3[^|]{1,9}[<>]", music))),
    ("`c-|d`", _ANY, _doubtful_tie),
    ("`[C-E]C`", _LENGTH, lambda music: bool(re.search(r"\[[^\]|]*-[^|]*\]", music))),
    ("`(5 (7 (9`, `(3:2:2`", _LENGTH, lambda music: bool(re.search(r"\([5-9]|\(\d:", music))),
    ("voice overlay `&`", _ANY, lambda music: "&" in music),
    ("`Z` after a change of meter", _LENGTH, lambda music: "Z" in music or "X" in music),
)


def rows_of(text: str, messages: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Return the rows that explain a difference of one kind, the likeliest first."""
    music = music_of(text)
    rows: list[str] = []
    if kind in _REPEAT:
        header, _, _ = text.partition("\nK:")
        if re.search(r"^P:", header, re.M):
            rows.append("`P:` order in the header")
        structure = _Structure(music)
        rows += [row for row, name in _STRUCTURE_ROWS if getattr(structure, name)]
    rows += [row for row, kinds, holds in _MUSIC_ROWS if kind in kinds and holds(music)]
    if kind in _PITCH and "propagate-accidentals" in text:
        rows.append("accidentals")
    if kind in _PITCH and re.search(r"^K:\s*(?:none|HP|Hp|.*exp|.*[\^_=])?\s*$", text, re.M):
        rows.append("`K:` liberal")
    if kind in _ANY and (_junk(music) or (not rows and _unreadable(messages))):
        rows.append("malformed text")
    return tuple(rows)
