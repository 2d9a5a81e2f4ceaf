"""`abcstudio corpus`: what a tunebook holds, in figures and charts."""

import argparse
import json
from pathlib import Path
from typing import Any, Final

from abcstudio.cli.commands.encoding_option import add_encoding, encodings_of
from abcstudio.cli.inputs import remarks_on, tell
from abcstudio.cli.interruption import interruptible
from abcstudio.cli.outcome import DONE, FAILED
from abcstudio.cli.output import put
from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.figures.corpus_figures import Chart, CorpusFigures
from abcstudio.corpus.sources import read_source
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.paths import bundled_tunebook
from abcstudio.recipes.figures.figure_csv import figures_csv
from abcstudio.recipes.figures.figure_svg import DrawnChart, charts_svg

TITLES: Final = {
    Chart.RHYTHM: "rhythm",
    Chart.METER: "meter",
    Chart.KEY: "key",
    Chart.FORM: "form",
    Chart.MEASURES: "measures",
    Chart.RANGE: "range",
    Chart.LENGTH: "length",
    Chart.ORIGIN: "origin",
    Chart.MEASURE_TEXTS: "motifs",
    Chart.CHARACTERS: "characters",
}
"""What the charts are called here."""

_USUAL = ("rhythm", "meter", "key", "form")
_MOST_BARS = 14
_WIDTH, _NAME_WIDTH = 40, 24

DESCRIPTION = """Count what a tunebook holds: tunes, characters, and charts of them. A filter is
what one types above the tunes in the window: words, M:6/8, K:Dor, R:reel, T:kesh, B:ryan,
measures:>32, range:<=17, form:AABB, has:"GAG GAB"; a minus in front turns a part of it round."""

EXAMPLES = """examples:
  abcstudio corpus
  abcstudio corpus my-tunes --filter "M:6/8 K:Dor" --chart key --chart range
  abcstudio corpus my-tunes --csv > figures.csv
  abcstudio corpus my-tunes --svg > charts.svg

Ranges are in semitones, lengths in characters; motifs are the commonest measures.
exit codes: 0 counted, 1 no tune passes the filter, 2 a file cannot be used
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "corpus",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("tunebook", type=Path, nargs="?", metavar="FILE",
                        help="a file or folder of tunes; those in the box if none")  # fmt: skip
    parser.add_argument("--filter", default="", metavar="WORDS", help="count only what passes")
    parser.add_argument("--chart", action="append", choices=[*TITLES.values()],
                        help="a chart; again for another (rhythm, meter, key, form)")  # fmt: skip
    add_encoding(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON document")
    form.add_argument("--csv", action="store_true", help="every bar of every chart, a line each")
    form.add_argument("--svg", action="store_true", help="the charts as a picture")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Count and print."""
    # NumPy takes a while to import.
    from abcstudio.corpus.figures.figure_table import FigureTable

    source = (options.tunebook or bundled_tunebook()).absolute()
    with interruptible():
        encodings = encodings_of(options, source)
        reading = read_source(source, encodings=encodings)
        tell(remarks_on(source, reading), as_json=options.json)
        table = FigureTable(reading.tunes)
        table.read_melodies()
        index = TuneIndex(reading.tunes)
        index.add_columns(table)
        figures = table.figures(index.mask(TuneFilter(options.filter).terms))
    if options.json:
        put(json.dumps(_data(figures), indent=1))
    elif options.csv:
        put(figures_csv(figures, TITLES).rstrip("\r\n"))
    elif options.svg:
        put(charts_svg(source.name, _drawn(figures)).rstrip("\n"))
    else:
        _print(figures, options.chart or _USUAL)
    return DONE if figures.tunes else FAILED


def _print(figures: CorpusFigures, charts: "list[str] | tuple[str, ...]") -> None:
    of = f" of {figures.of:,}" if figures.tunes < figures.of else ""
    put(f"{figures.tunes:,}{of} tunes, {figures.median_measures:g} measures the median tune")
    put(
        f"{figures.characters:,} characters as a network reads them, {len(figures.vocabulary)} "
        f"distinct; as written {figures.distinct_written}"
    )
    zipf = figures.zipf
    put(f"{zipf.total:,} measures, {len(zipf.counts):,} distinct, {zipf.once:,} used once only")
    for chart, title in TITLES.items():
        if title in charts:
            put(f"\n{title}")
            _print_bars(figures, chart)


def _print_bars(figures: CorpusFigures, chart: Chart) -> None:
    bars = [bar for bar in figures.charts[chart][:_MOST_BARS] if bar.count]
    most = max((bar.count for bar in bars), default=1)
    for bar in bars:
        name = repr(bar.name) if chart is Chart.CHARACTERS else bar.name or "unknown"
        length = max(1, round(_WIDTH * bar.count / most))
        put(f"  {name[:_NAME_WIDTH]:<{_NAME_WIDTH}} {'#' * length} {bar.count:,}")


def _drawn(figures: CorpusFigures) -> list[DrawnChart]:
    return [
        DrawnChart(
            title,
            [(bar.name or "unknown", bar.count) for bar in figures.charts[chart][:_MOST_BARS]],
        )
        for chart, title in TITLES.items()
    ]


def _data(figures: CorpusFigures) -> dict[str, object]:
    return {
        "tunes": figures.tunes,
        "of": figures.of,
        "median_measures": figures.median_measures,
        "characters": figures.characters,
        "vocabulary": figures.vocabulary,
        "distinct_written": figures.distinct_written,
        "measures": figures.zipf.total,
        "distinct_measures": len(figures.zipf.counts),
        "measures_used_once": figures.zipf.once,
        "charts": {
            title: [
                {"name": bar.name, "count": bar.count, "filter": bar.term}
                for bar in figures.charts[chart]
            ]
            for chart, title in TITLES.items()
        },
    }
