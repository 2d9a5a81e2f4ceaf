"""What dances are called; in a tune they stay as they are written."""

from PySide6.QtCore import QCoreApplication


def rhythm_name(written: str) -> str:
    """Return what to call what stands in `R:`; what is none of the known dances stays as it is."""
    name = _names().get(written.strip().casefold())
    # In English the person's own capitals stay.
    return written if name is None or name.casefold() == written.strip().casefold() else name


def _names() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "reel": translate("RhythmNames", "reel"),
        "hornpipe": translate("RhythmNames", "hornpipe"),
        "jig": translate("RhythmNames", "jig"),
        "slip jig": translate("RhythmNames", "slip jig"),
        "slide": translate("RhythmNames", "slide"),
        "polka": translate("RhythmNames", "polka"),
        "waltz": translate("RhythmNames", "waltz"),
        "mazurka": translate("RhythmNames", "mazurka"),
        "strathspey": translate("RhythmNames", "strathspey"),
        "highland fling": translate("RhythmNames", "highland fling"),
        "clog": translate("RhythmNames", "clog"),
        "barndance": translate("RhythmNames", "barndance"),
        "march": translate("RhythmNames", "march"),
        "quickstep": translate("RhythmNames", "quickstep"),
        "minuet": translate("RhythmNames", "minuet"),
        "gavotte": translate("RhythmNames", "gavotte"),
        "cotillion": translate("RhythmNames", "cotillion"),
        "air": translate("RhythmNames", "air"),
        "planxty": translate("RhythmNames", "planxty"),
        "lament": translate("RhythmNames", "lament"),
        "song": translate("RhythmNames", "song"),
    }
