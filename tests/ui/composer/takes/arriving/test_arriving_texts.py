"""Characters that arrive for many takes: at once where they are seen, else many in one go."""

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.takes.arriving.arriving_texts import ArrivingTexts
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents

TUNE = "X:1\nK:C\nCDEF GABc|\n"


def composed(count: int) -> tuple[Documents, ArrivingTexts, list[Document]]:
    documents = Documents()
    texts = ArrivingTexts(documents, documents)
    takes = [Document(f"Take {number}") for number in range(1, count + 1)]
    for take in takes:
        take.begin_composing()
        documents.add(take, make_current=take is takes[0])
    return documents, texts, takes


def test_characters_are_added_in_the_next_turn_where_they_are_seen_and_elsewhere_in_one_go(
    qtbot: QtBot,
) -> None:
    _documents, texts, takes = composed(2)
    changes: list[Document] = []
    texts.arrived.connect(changes.append)
    for character in TUNE[:8]:
        for take in takes:
            texts.add(take, character)
    QCoreApplication.processEvents()
    assert takes[0].text() == TUNE[:8]
    for character in TUNE[8:]:
        for take in takes:
            texts.add(take, character)
    qtbot.waitUntil(lambda: takes[0].text() == takes[1].text() == TUNE)
    # All that had come while the window was busy was added in one go.
    assert changes.count(takes[0]) == 2
    assert changes.count(takes[1]) < len(TUNE) // 4


def test_what_came_for_a_take_that_has_gone_out_of_sight_is_brought_too(qtbot: QtBot) -> None:
    documents, texts, takes = composed(2)
    texts.add(takes[0], TUNE)
    documents.make_current(takes[1])
    qtbot.waitUntil(lambda: takes[0].text() == TUNE)


def test_a_take_that_comes_into_sight_has_all_that_has_come(qtbot: QtBot) -> None:
    documents, texts, takes = composed(200)
    for take in takes:
        texts.add(take, TUNE)
    documents.make_current(takes[-1])
    qtbot.waitUntil(lambda: takes[-1].text() == TUNE)
    assert sum(take.text() == TUNE for take in takes) < len(takes) // 2
    # Each other one gets its turn.
    qtbot.waitUntil(lambda: all(take.text() == TUNE for take in takes))


def test_all_that_has_come_is_brought_on_demand_and_in_order(qtbot: QtBot) -> None:
    _documents, texts, takes = composed(3)
    for character in TUNE:
        texts.add(takes[2], character)
    texts.bring_all()
    assert takes[2].text() == TUNE
    texts.bring_all()
    assert takes[2].text() == TUNE


def test_what_is_taken_back_goes_whether_it_was_brought_or_not(qtbot: QtBot) -> None:
    _documents, texts, takes = composed(2)
    for take in takes:
        texts.add(take, TUNE)
        texts.add(take, "DE", taken_back=len("CDEF GABc|\n"))
        texts.add(take, "F|\n", taken_back=1)
    texts.bring_all()
    assert [take.text() for take in takes] == ["X:1\nK:C\nDF|\n"] * 2
    texts.add(takes[1], "G", taken_back=len("F|\n"))
    texts.bring_all()
    assert takes[1].text() == "X:1\nK:C\nDG"
