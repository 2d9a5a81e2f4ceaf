"""What tell_apart.py found, as a section of the README of the model in the box."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from abcstudio.messages import ENGLISH

TITLE = "## What still gives them away"
SHOWN = 10
WORDS = {
    "mode.outside.low": "Fewer notes lie outside the key.",
    "mode.sum.low": "Accidentals surprise less.",
    "mode.altered.low": "Accidentals surprise less.",
    "mode.least.low": "Accidentals surprise less.",
    "mode.kinds.low": "Fewer different notes have accidentals.",
    "mode.final.high": "It ends on the tonic less often.",
    "degree.last.high": "It ends on the tonic less often.",
    "range.wide.low": "It leaps less often.",
    "range.second_leap.low": "Its leaps are narrower.",
    "range.spread.low": "Its notes lie closer together.",
    "rhythm.strange.low": "Its measures have more usual rhythms.",
    "rhythm.strangest.low": "Its measures have more usual rhythms.",
    "structure.rhythms.low": "Its parts share fewer rhythms.",
    "structure.last_end.high": "It ends on the tonic less often.",
    "form.grace.low": "It has fewer grace notes.",
    "arch.1.high": "It begins higher.",
    "arch.1.low": "It begins lower.",
}
SECTION = """{title}

Two classifiers learned to tell {real} real held-out tunes from guarded takes at temperature
{temperature:g} with the headers of such tunes, by some 150 figures a tune. The AUC is how often
they take the real tune of a pair for the likelier one: 0.5 is chance, 1 is always. The jury that
chose the best takes was not fitted on these tunes. Random seed {rng_seed}; run
`benchmarks/tell_apart.py --readme` to measure it again.

{aucs}

The {shown} figures that tell real tunes from the {best}, each by itself, with their means.
`abcstudio/composing/jury` and `benchmarks/tune_features.py` say how each is measured.

{figures}
"""


@dataclass(frozen=True, slots=True)
class Parted:
    """A figure that parts real tunes from takes.

    Attributes:
        auc: How well it does so by itself.
        real: Its mean in real tunes; `made` in takes.
    """

    name: str
    auc: float
    real: float
    made: float

    @property
    def words(self) -> str:
        """What it means for the takes; empty where no words are known."""
        found = f"{self.name}.{'high' if self.made > self.real else 'low'}"
        return WORDS.get(found) or ENGLISH.get(f"jury.{found}", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """What was found.

    Attributes:
        real: How many real tunes there were.
        aucs: By classifier, then by what was told apart.
        parted: The figures of the best takes, those that part best first.
        best: What these takes are called.
    """

    real: int
    aucs: Mapping[str, Mapping[str, float]]
    parted: Sequence[Parted]
    best: str
    temperature: float
    rng_seed: int


def with_apart(readme: str, found: Apart) -> str:
    """Return a README with the section; an older one is replaced, others stay."""
    kinds = list(next(iter(found.aucs.values())))
    aucs = [["AUC", *kinds]]
    aucs += [[name, *(f"{own[kind]:.3f}" for kind in kinds)] for name, own in found.aucs.items()]
    figures = [["figure", "AUC alone", "real", found.best, "in words, of the takes"]]
    figures += [
        [f"`{one.name}`", f"{one.auc:.3f}", f"{one.real:.3g}", f"{one.made:.3g}", one.words]
        for one in found.parted[:SHOWN]
    ]
    section = SECTION.format(
        title=TITLE,
        real=found.real,
        temperature=found.temperature,
        rng_seed=found.rng_seed,
        best=found.best,
        shown=SHOWN,
        aucs=_table(aucs),
        figures=_table(figures),
    )
    before, _, rest = readme.partition(TITLE)
    _, sign, after = rest.partition("\n## ")
    return f"{before.rstrip()}\n\n{section}" + (f"{sign}{after}" if sign else "")


def _table(rows: Sequence[Sequence[str]]) -> str:
    lines = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
