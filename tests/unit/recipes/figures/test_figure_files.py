"""Figures as CSV and charts as SVG can be read by others, whatever the tunes are called."""

import csv
import io
from xml.etree import ElementTree

from abcstudio.corpus.figures.corpus_figures import Chart
from abcstudio.corpus.figures.figure_table import FigureTable
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.recipes.figures.figure_csv import figures_csv
from abcstudio.recipes.figures.figure_svg import DrawnChart, charts_svg

TUNES = split_tunebook('X:1\nT:a\nR:=1+"<b>"\nM:6/8\nK:G\nGAG|\n')


def test_csv_has_a_line_for_each_bar_and_no_formula() -> None:
    figures = FigureTable(TUNES).figures()
    titles = {Chart.RHYTHM: "By rhythm", Chart.METER: "By meter"}
    lines = list(csv.reader(io.StringIO(figures_csv(figures, titles))))
    assert lines == [
        ["chart", "name", "count", "filter"],
        ["By rhythm", '\'=1+"<b>"', "1", ""],
        ["By meter", "6/8", "1", "M:=6/8"],
    ]


def test_svg_is_a_drawing_with_a_bar_for_each_count() -> None:
    charts = [DrawnChart("<By> & rhythm", [("reel\x00", 10), ("jig", 5), ("", 0)])]
    root = ElementTree.fromstring(charts_svg("Mine", charts))
    names = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert names[:2] == ["Mine", "<By> & rhythm"]
    widths = [float(bar.get("width", 0)) for bar in root.iter("{http://www.w3.org/2000/svg}rect")]
    assert widths[1] == 2 * widths[2] > widths[3] == 0
