"""Commands that are switched on and off together, and say why they are off."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QAction

from abcstudio.ui.services.actions import Actions
from abcstudio.ui.words.key_words import key_words
from abcstudio.ui.words.translation import translated

WhyNot = Callable[[], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandSpec:
    """A row of a table of commands.

    Attributes:
        id: What menus, keys and settings call it: "tune.transpose".
        words: What its menu says, with its access key; English, marked for translation.
        tooltip: A sentence that says what it does; English, marked for translation.
        keys: Its keys, portable text.
        other_keys: Keys that do it too, while the person has not given them away.
        icon: The name of its icon, "" for none.
        named_keys: Fixed keys that the tooltip names in the place of {0}, portable text.
        section: In its menu a line parts it from commands of another section.
        is_switch: Whether it is on or off.
        acts_on_focus: Whether it works in any field that is typed in.
        shows_first: Whether from another page it only shows its own.
    """

    id: str
    words: str
    tooltip: str
    keys: str = ""
    icon: str = ""
    named_keys: str = ""
    section: str = ""
    is_switch: bool = False
    acts_on_focus: bool = False
    other_keys: str = ""
    shows_first: bool = False


class CommandGroup(QObject):
    """Registers commands of one menu and page, and keeps off those that cannot do anything now."""

    def __init__(
        self,
        actions: Actions,
        parent: QObject,
        *,
        menu: str,
        page: str = "",
        why_not: WhyNot | None = None,
    ) -> None:
        """Begin an empty group.

        Args:
            actions: Where the commands are registered.
            parent: What the group belongs to; the words are translated under its class's name.
            menu: The menu of its commands.
            page: The page that they need, "" for all.
            why_not: Returns why the commands cannot be done now, "" when they can.
        """
        super().__init__(parent)
        self._actions = actions
        self._menu = menu
        self._page = page
        self._context = type(parent).__name__
        self._why_not = why_not
        self._reasons: dict[str, WhyNot] = {}

    def add(
        self, spec: CommandSpec, triggered: Callable[[], object], why_not: WhyNot | None = None
    ) -> QAction:
        """Register a command.

        Args:
            spec: What it is called.
            triggered: Does it.
            why_not: Returns why it cannot be done now; without it the group's own reason holds.
        """
        reason = why_not or self._why_not
        if reason is not None:
            self._reasons[spec.id] = reason
        tooltip = translated(self._context, spec.tooltip)
        if spec.named_keys:
            tooltip = tooltip.format(key_words(spec.named_keys))
        return self._actions.add(
            spec.id,
            translated(self._context, spec.words),
            triggered,
            menu=self._menu,
            page=self._page,
            keys=spec.keys,
            icon_name=spec.icon,
            tooltip=tooltip,
            checkable=spec.is_switch,
            group=spec.section,
            acts_on_focus=spec.acts_on_focus,
            other_keys=spec.other_keys,
            shows_first=spec.shows_first,
            english=spec.words.replace("&", ""),
        )

    def add_all(
        self,
        specs: Iterable[CommandSpec],
        slots: Mapping[str, Callable[[], object]],
        why_not: WhyNot | None = None,
    ) -> None:
        """Register the commands of a table; `slots` holds what does each, by its id."""
        for spec in specs:
            self.add(spec, slots[spec.id], why_not)

    def follow(self, *signals: SignalInstance) -> None:
        """Look again at what can be done now, and whenever one of these signals is emitted."""
        for signal in signals:
            signal.connect(self.show)
        self.show()

    def show(self) -> None:
        """Switch the commands on and off by what can be done now."""
        known: dict[WhyNot, str] = {}
        for action_id, why_not in self._reasons.items():
            if why_not not in known:
                known[why_not] = why_not()
            self._actions.set_available(action_id, known[why_not])
