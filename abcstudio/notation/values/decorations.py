"""The decorations of ABC 2.1, 4.14, other programs' names, and their shorthands."""

import re
from difflib import get_close_matches
from functools import lru_cache

SHORTHANDS = {
    ".": "staccato", "~": "roll", "H": "fermata", "L": "accent", "M": "lowermordent", "O": "coda",
    "P": "uppermordent", "S": "segno", "T": "trill", "u": "upbow", "v": "downbow",
}  # fmt: skip
"""What a single character means before `U:` says otherwise."""

SYNONYMS = {
    ">": "accent", "emphasis": "accent", "mordent": "lowermordent", "pralltriller": "uppermordent",
    "+": "plus", "<(": "crescendo(", "<)": "crescendo)", ">(": "diminuendo(", ">)": "diminuendo)",
    "^": "marcato", ".": "staccato",
}  # fmt: skip

NAMES = frozenset(
    [
        "trill",
        "trill(",
        "trill)",
        "lowermordent",
        "uppermordent",
        "roll",
        "turn",
        "turnx",
        "invertedturn",
        "invertedturnx",
        "arpeggio",
        "accent",
        "fermata",
        "invertedfermata",
        "tenuto",
        "0",
        "1",
        "2",
        "3",
        "4",
        "5",
        "plus",
        "snap",
        "slide",
        "wedge",
        "upbow",
        "downbow",
        "open",
        "thumb",
        "breath",
        "pppp",
        "ppp",
        "pp",
        "p",
        "mp",
        "mf",
        "f",
        "ff",
        "fff",
        "ffff",
        "sf",
        "sfz",
        "rfz",
        "fp",
        "crescendo(",
        "crescendo)",
        "diminuendo(",
        "diminuendo)",
        "segno",
        "coda",
        "D.S.",
        "D.C.",
        "D.C.alcoda",
        "D.C.alfine",
        "D.S.alcoda",
        "D.S.alfine",
        "dacapo",
        "dacoda",
        "dalsegno",
        "fine",
        "shortphrase",
        "mediumphrase",
        "longphrase",
        "staccato",
        "marcato",
        "ped",
        "ped-up",
        "ped-end",
        "ped(",
        "ped)",
        "8va(",
        "8va)",
        "8vb(",
        "8vb)",
        "15ma(",
        "15ma)",
        "15mb(",
        "15mb)",
        "gmark",
        "courtesy",
        "editorial",
        "nil",
        "irishroll",
        "stemless",
        "rbstop",
        "ghost",
        "/",
        "//",
        "///",
        "////",
        "beambr1",
        "beambr2",
        "beam-accel",
        "beam-rall",
        "slur",
        "doubleshort",
        "xstem",
        "trem1",
        "trem2",
        "trem3",
        "trem4",
        "repeatbar",
        "repeatbar2",
        "bend",
        "glisss",
        "gliss",
        "glisse",
        "shape",
        "longa",
        "squarenote",
        "dot",
        "invisible",
        "style=rhythm",
        "style=normal",
        "style=harmonic",
        "style=x",
        "style=triangle",
        "~(",
        "~)",
        "-(",
        "-)",
        "drum",
        "nodrum",
        "cut",
        "tie",
        "halffermata",
    ]
)
"""Every name that is known, synonyms aside."""

NAVIGATION = frozenset(
    [
        "D.S.",
        "D.C.",
        "D.C.alcoda",
        "D.C.alfine",
        "D.S.alcoda",
        "D.S.alfine",
        "dacapo",
        "dacoda",
        "dalsegno",
        "fine",
    ]
)
"""Decorations that belong to the end of the music before them."""

_LONGEST_NAME = 24
_PLAUSIBLE = re.compile(r"[^\s|!:\[\]{}\"]+")
_NOTE = r"[\^_=.~(]*[A-Ga-gzxy][,']*[\d/]*[-><)]*"
_MUSIC = re.compile(rf"(?:{_NOTE}){{3,}}")


def decoration_name(written: str) -> str:
    """Return the full name of what stands between two `!`; "" when it is not a known decoration."""
    name = written.strip().replace(" ", "")
    name = SYNONYMS.get(name, name)
    if name in NAMES:
        return name
    return name.lower() if name.lower() in NAMES else ""


def looks_like_decoration(written: str) -> bool:
    """Whether the text between two `!` is a decoration, known or not, rather than music.

    Between two line breaks of the old kind stand several notes, and mostly blanks or bar lines.
    """
    if decoration_name(written):
        return True
    is_word = len(written) <= _LONGEST_NAME and _PLAUSIBLE.fullmatch(written) is not None
    return is_word and _MUSIC.fullmatch(written) is None


@lru_cache(maxsize=256)
def similar_name(written: str) -> str:
    """Return the known decoration that an unknown name most likely means; "" for none."""
    short = written.strip()[:_LONGEST_NAME].lower()
    found = get_close_matches(short, NAMES, n=1, cutoff=0.75) if len(short) > 2 else []
    return found[0] if found else ""
