"""The menu of a note in the score: what can be done with it, with signs for lengths and pitches."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from abcstudio.notation.editing.note_steps import base_and_dots
from abcstudio.notation.measures.places import Place
from abcstudio.notation.score import Chord
from abcstudio.ui.look.glyphs import NOTE_CODES
from abcstudio.ui.services.actions import Actions

_ACCIDENTALS = ("note.sharp", "note.natural", "note.flat")
_SIGN_OF = {"^": "note.sharp", "=": "note.natural", "_": "note.flat"}


def note_menu(actions: Actions, place: Place, parent: QWidget) -> QMenu:
    """Return the menu of a note or a rest; its marks show how the note is written now."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    menu.addAction(actions.action("play.from_caret"))
    menu.addSeparator()
    found = base_and_dots(place.element.notated_duration)
    if not place.is_grace:
        _add_lengths(menu, actions, found)
    if place.note is not None:
        _add_pitches(menu, actions, place.note.accidental)
    if place.note is not None and not place.is_grace:
        tie = _copy(menu, actions, "note.tie")
        tie.setCheckable(True)
        tie.setChecked(
            isinstance(place.element, Chord) and any(n.tied for n in place.element.notes)
        )
        menu.addSeparator()
        menu.addAction(actions.action("note.rest"))
    menu.addAction(actions.action("note.remove"))
    menu.addSeparator()
    for action_id in ("edit.cut", "edit.copy", "edit.paste"):
        menu.addAction(actions.action(action_id))
    menu.addSeparator()
    menu.addAction(actions.action("tune.rewrite_measures"))
    menu.addAction(actions.action("tune.vary_phrase"))
    menu.addAction(actions.action("tune.compose_on"))
    menu.addSeparator()
    menu.addAction(actions.action("tune.where_else"))
    return menu


def ground_menu(actions: Actions, parent: QWidget) -> QMenu:
    """Return the menu of the score where no note is."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    menu.addAction(actions.action("play.toggle"))
    menu.addSeparator()
    for action_id in ("edit.copy", "edit.paste", "file.copy_score"):
        menu.addAction(actions.action(action_id))
    menu.addSeparator()
    menu.addAction(actions.action("tune.rewrite_measures"))
    menu.addSeparator()
    for action_id in ("view.score_larger", "view.score_smaller", "view.score_fit"):
        menu.addAction(actions.action(action_id))
    menu.addAction(actions.action("view.score_lines"))
    return menu


def _add_lengths(menu: QMenu, actions: Actions, found: tuple[Fraction, int] | None) -> None:
    lengths = menu.addMenu(QCoreApplication.translate("NoteMenu", "&Length"))
    lengths.setToolTipsVisible(True)
    for size in NOTE_CODES:
        choice = _copy(lengths, actions, f"note.length_{size}")
        choice.setCheckable(True)
        choice.setChecked(found is not None and found[1] == 0 and found[0] * size == 1)
    dot = _copy(menu, actions, "note.dot")
    dot.setCheckable(True)
    dot.setChecked(found is not None and found[1] > 0)


def _add_pitches(menu: QMenu, actions: Actions, accidental: str) -> None:
    signs = menu.addMenu(QCoreApplication.translate("NoteMenu", "&Accidental"))
    signs.setToolTipsVisible(True)
    for action_id in _ACCIDENTALS:
        choice = _copy(signs, actions, action_id)
        choice.setCheckable(True)
        choice.setChecked(_SIGN_OF.get(accidental) == action_id)
    _copy(signs, actions, "note.as_key")


def _copy(menu: QMenu, actions: Actions, action_id: str) -> QAction:
    """Add an action that does what a command does, and may look otherwise in this menu."""
    action = actions.action(action_id)
    own = menu.addAction(action.text())
    own.setObjectName(action_id)
    own.setIcon(action.icon())
    own.setShortcut(action.shortcut())
    own.setToolTip(action.toolTip())
    own.setEnabled(action.isEnabled())
    own.triggered.connect(lambda _checked=False: action.trigger())
    return own
