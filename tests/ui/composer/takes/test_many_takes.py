"""As many takes as the history holds: a change of one of them leaves the window its turn."""

from pytestqt.qtbot import QtBot

from abcstudio.composing.history.remembered_take import RememberedTake, take_key
from abcstudio.composing.history.take_facts import TakeFacts
from abcstudio.composing.history.take_history import MAX_TAKES
from abcstudio.ui.composer.takes.takes_list import TakesList
from abcstudio.ui.services.studio import Studio
from tests.ui.events import deliver_events
from tests.unit.counted_work import CallCounter

CALLS_A_ROW = 40


def take(number: int, *, is_kept: bool = False) -> RememberedTake:
    return RememberedTake(
        key=take_key(number, "0a"),
        number=number,
        text="X:1\nK:C\nC8|\n",
        made=1_700_000_000 + 3600 * number,
        title=f"Tune {number}",
        is_kept=is_kept,
        facts=TakeFacts(form="AABB", right=16, measures=16, low="D", high="a"),
    )


def test_a_star_measures_only_the_rows_in_sight(qtbot: QtBot, studio: Studio) -> None:
    takes = TakesList(studio)
    qtbot.addWidget(takes)
    takes.resize(280, 400)
    takes.show()
    takes.takes.set_earlier([take(number) for number in range(MAX_TAKES, 0, -1)])
    deliver_events()
    with CallCounter() as counter:
        takes.takes.change_earlier(take(MAX_TAKES, is_kept=True))
        deliver_events()
    assert counter.calls < CALLS_A_ROW * MAX_TAKES


def test_what_happens_to_takes_in_one_turn_is_shown_once(qtbot: QtBot, studio: Studio) -> None:
    takes = TakesList(studio)
    qtbot.addWidget(takes)
    takes.takes.set_earlier([take(number) for number in range(MAX_TAKES, 0, -1)])
    deliver_events()
    shown: list[object] = []
    takes.takes.dataChanged.connect(lambda *_where: shown.append(None))
    for number in range(8):
        takes.takes.change_earlier(take(MAX_TAKES - number, is_kept=True))
    deliver_events()
    assert len(shown) == 1
    assert takes.takes.take_at(7).is_kept
