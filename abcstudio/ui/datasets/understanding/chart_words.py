"""What charts and their bars are called in the window's language."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from abcstudio.corpus.figures.corpus_figures import Chart, CountedValue
from abcstudio.ui.look.plain_text import cut
from abcstudio.ui.words.rhythm_names import rhythm_name

translate = QCoreApplication.translate


def chart_titles() -> dict[Chart, str]:
    """Return the title of each chart, in the order that they are shown in."""
    return {
        Chart.RHYTHM: translate("ChartWords", "By rhythm"),
        Chart.METER: translate("ChartWords", "By meter"),
        Chart.KEY: translate("ChartWords", "By key"),
        Chart.FORM: translate("ChartWords", "By form, as it is played"),
        Chart.MEASURES: translate("ChartWords", "By length in measures"),
        Chart.RANGE: translate("ChartWords", "By range in semitones"),
        Chart.LENGTH: translate("ChartWords", "By length in characters"),
        Chart.ORIGIN: translate("ChartWords", "By origin"),
        Chart.MEASURE_TEXTS: translate("ChartWords", "The commonest measures"),
        Chart.CHARACTERS: translate("ChartWords", "Characters, as the network reads them"),
    }


def bar_name(chart: Chart, bar: CountedValue) -> str:
    """Return what a bar is called."""
    said: dict[Chart, Callable[[str], str]] = {
        Chart.MEASURES: _span,
        Chart.LENGTH: _span,
        Chart.RANGE: _span,
        Chart.CHARACTERS: visible_character,
        Chart.MEASURE_TEXTS: lambda text: text,
        Chart.RHYTHM: lambda name: _word(rhythm_name(name)),
    }
    return said.get(chart, _word)(bar.name)


def visible_character(character: str) -> str:
    """Return a character as one can see it: a line break and a space by their escapes."""
    return "' '" if character == " " else repr(character)


def _word(name: str) -> str:
    return cut(name) or translate("ChartWords", "Unknown")


def _span(name: str) -> str:
    low, dash, high = name.partition("-")
    if dash and low in "01":
        return translate("ChartWords", "Up to {0}").format(high)
    if name.startswith(">"):
        return translate("ChartWords", "More than {0}").format(name.removeprefix(">"))
    return f"{low}–{high}" if dash else name
