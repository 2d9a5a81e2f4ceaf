"""Which dance a tune is: found by `R:`, title or place in its book, and checked by the meter."""

import re

# The usual meter first.
_METERS: dict[str, tuple[str, ...]] = {
    "reel": ("4/4", "C|", "2/4"),
    "hornpipe": ("4/4", "C|", "2/4"),
    "jig": ("6/8",),
    "slip jig": ("9/8",),
    "slide": ("12/8", "6/8"),
    "polka": ("2/4",),
    "waltz": ("3/4", "3/8"),
    "mazurka": ("3/4",),
    "strathspey": ("4/4", "C|"),
    "highland fling": ("4/4", "C|"),
    "clog": ("4/4", "C|", "2/4"),
    "barndance": ("4/4", "C|"),
    "march": ("4/4", "C|", "2/4", "6/8", "3/4"),
    "quickstep": ("6/8", "2/4", "4/4", "C|"),
    "minuet": ("3/4", "3/8"),
    "gavotte": ("4/4", "C|"),
    "cotillion": ("6/8", "2/4"),
    "air": (),
    "planxty": (),
    "lament": (),
}
RHYTHMS = tuple(_METERS)
"""The rhythms that tunes are sorted by."""

_SAME = (
    (r"slip[\s-]?jigs?|hop[\s-]?jigs?", "slip jig"),
    (r"(?:double|single|sand)?[\s-]*jigs?|jig\w*", "jig"),
    (r"reels?", "reel"),
    (r"hornpipes?|horn pipe", "hornpipe"),
    (r"strathspeys?|strathpey", "strathspey"),
    (r"highland fling|fling", "highland fling"),
    (r"clog", "clog"),
    (r"slides?", "slide"),
    (r"polkas?", "polka"),
    (r"waltz(?:es)?", "waltz"),
    (r"mazurkas?", "mazurka"),
    (r"marche?s?|march\w*", "march"),
    (r"quick[\s-]?step", "quickstep"),
    (r"minuets?|minuet\w*", "minuet"),
    (r"gavottes?|gavot", "gavotte"),
    (r"cotill?ions?|cotillon", "cotillion"),
    (r"barndances?", "barndance"),
    (r"planxty", "planxty"),
    (r"lament|lamentation", "lament"),
    (r"slow airs?|airs?|song", "air"),
)
# The sections of O'Neill's Music of Ireland (1903) that hold one kind of tune, by number.
_ONEILL = (
    (1, 625, "air"),
    (701, 1115, "jig"),
    (1116, 1175, "slip jig"),
    (1176, 1555, "reel"),
    (1556, 1735, "hornpipe"),
)


def rhythm_by_name(name: str) -> str:
    """Return the rhythm that a word of `R:` names, "" for an unknown one."""
    name = name.lower().strip(" .")
    for pattern, rhythm in _SAME:
        if re.fullmatch(pattern, name):
            return rhythm
    return ""


def rhythm_in_title(title: str) -> str:
    """Return the rhythm that a title ends with or holds as a word, as in "Acrobat's Hornpipe"."""
    for pattern, rhythm in _SAME:
        if rhythm not in ("air", "slide") and re.search(rf"\b(?:{pattern})$", title.lower()):
            return rhythm
    return "planxty" if title.lower().startswith("planxty") else ""


def rhythm_in_oneill(number: int) -> str:
    """Return the rhythm of O'Neill's section that a number stands in."""
    return next((rhythm for first, last, rhythm in _ONEILL if first <= number <= last), "")


def usual_meter(rhythm: str) -> str:
    """Return the meter that most tunes of a rhythm have, 4/4 where none is usual."""
    return next(iter(_METERS.get(rhythm_by_name(rhythm), ())), "4/4")


def rhythm_for(candidates: tuple[str, ...], meter: str) -> str:
    """Return the first rhythm that fits the meter; 9/8 makes a jig a slip jig, 6/8 the reverse."""
    for rhythm in candidates:
        if not rhythm:
            continue
        if rhythm in ("jig", "slip jig") and meter in ("6/8", "9/8"):
            return "jig" if meter == "6/8" else "slip jig"
        fitting = _METERS[rhythm]
        if not fitting or meter in fitting:
            return rhythm
    return ""
