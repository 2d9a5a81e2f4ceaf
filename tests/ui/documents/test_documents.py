"""The open texts tell of changes: of many at once they tell once."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.documents import Documents


def told(documents: Documents) -> list[str]:
    found: list[str] = []
    documents.state_changed.connect(lambda: found.append("state"))
    documents.number_changed.connect(lambda: found.append("number"))
    return found


def test_changes_made_together_are_told_once_at_the_end(qtbot: QtBot) -> None:
    parent = QObject()
    documents = Documents(parent)
    documents.add(Document("first"))
    found = told(documents)
    takes = [Document(f"Take {number}") for number in range(8)]
    with documents.together():
        for take in takes:
            documents.add(take, make_current=False)
            with documents.together():
                take.set_title("The Mill")
            take.set_kept(True)
        assert found == []
    assert sorted(found) == ["number", "state"]
    takes[0].set_kept(False)
    documents.remove(takes[0])
    assert found[2:] == ["state", "number"]


def test_nothing_is_told_where_nothing_has_changed(qtbot: QtBot) -> None:
    parent = QObject()
    documents = Documents(parent)
    documents.add(Document("first"))
    found = told(documents)
    with documents.together():
        pass
    assert found == []
