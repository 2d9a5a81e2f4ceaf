"""The columns of what was found share the room that there is."""

from pytestqt.qtbot import QtBot

from abcstudio.corpus.tune import Tune
from abcstudio.messages import Phrase
from abcstudio.recipes.finding.found_place import FoundPlace
from abcstudio.ui.datasets.finding.places_model import LIKENESS, TITLE
from abcstudio.ui.datasets.finding.places_table import PlacesTable
from tests.ui.tables import column_of

WORDS = Phrase("finding.alike", {"share": 50})
PLACE = FoundPlace(
    tune=Tune.headless("X:1\nT:A tune\nK:C\nC4|"),
    notes=(),
    own_notes=(),
    ends=(0, 0),
    measures=(1, 1),
    transposition=0,
    score=0.5,
    likeness=WORDS,
    place=WORDS,
    pitch=WORDS,
)


def test_a_title_has_room_in_a_narrow_table(qtbot: QtBot) -> None:
    table = PlacesTable()
    qtbot.addWidget(table)
    widths = {}
    for width in (500, 900):
        table.resize(width, 300)
        table.show()
        table.set_places([PLACE] * 3)
        widths[width] = table.columnWidth(column_of(table, TITLE))
        assert table.horizontalHeader().length() <= table.viewport().width()
    assert widths[500] >= 112
    assert widths[900] > widths[500]
    assert table.columnWidth(column_of(table, LIKENESS)) >= 136
