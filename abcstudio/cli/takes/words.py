"""What the command line says of a take."""

from typing import Any

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.provenance import read_provenance
from abcstudio.recipes.takes.chosen import day_of

_NOT_KNOWN = "-"


def line_of(take: RememberedTake) -> str:
    """Return a line for people: columns that line up, the title last."""
    facts = take.facts
    right = f"{facts.right}/{facts.measures}" if facts else _NOT_KNOWN
    score = f"{facts.marks.score:.2f}" if facts else _NOT_KNOWN
    form = (facts.form if facts else "") or _NOT_KNOWN
    compass = f"{facts.low}-{facts.high}" if facts and facts.low else _NOT_KNOWN
    kind = " ".join(word for word in (take.tune_key, take.rhythm) if word) or _NOT_KNOWN
    star = "*" if take.is_kept else " "
    return (
        f"{take.number:>6} {day_of(take) or _NOT_KNOWN!s:>10} {star} {right:>7} {score:>4} "
        f"{form:<8} {compass:<6} {kind:<12} {take.title}"
    ).rstrip()


def data_of(take: RememberedTake) -> dict[str, Any]:
    """Return a take as plain data, without its text."""
    day, facts, origin = day_of(take), take.facts, read_provenance(take.text)
    return {
        "take": take.number,
        "key": take.key,
        "day": day and day.isoformat(),
        "made": take.made or None,
        "starred": take.is_kept,
        "title": take.title,
        "tune_key": take.tune_key,
        "rhythm": take.rhythm,
        "measures": take.measures,
        "right_measures": facts and facts.right,
        "counted_measures": facts and facts.measures,
        "form": facts and facts.form,
        "low": facts and facts.low,
        "high": facts and facts.high,
        "newer_than": facts.newer if facts and facts.newer >= 0 else None,
        "guard_stepped_in": None if take.touched < 0 else take.touched,
        "jury": facts and facts.marks.data,
        "path": take.path or None,
        "model": origin and origin.model,
        "rng_seed": origin and origin.sampling.rng_seed,
    }
