"""Every command of the window in one place; menus, keys and the palette are made from it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import KW_ONLY, dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from abcstudio.ui.look.icons import icon
from abcstudio.ui.words.key_words import key_words
from abcstudio.ui.words.translation import translated

WhyNot = Callable[[], str]


class Subject(Enum):
    """What a command acts on while a page is in front."""

    WINDOW = auto()
    """The window, or what sounds: the same on all pages."""

    PAGE = auto()
    """What its own page shows. From another page it goes there first."""

    CHOSEN = auto()
    """The tunes that are chosen on the page in front."""

    NOTHING = auto()
    """It is off: it needs the tune in the Composer, and the page in front has other tunes."""


@dataclass(frozen=True, slots=True)
class CommandSpec:
    """One command: its words, its keys and what it does.

    Literal words and tooltips are collected for translation under the class that has them.

    Attributes:
        id: Its name in menus, keys and settings: "tune.transpose".
        words: Its menu entry in English, with its access key.
        tooltip: A sentence in English that says what it does.
        do: Does it.
        why_not: Returns why it cannot be done now, "" when it can; without it the reason of its
            group counts.
        keys: Its keys, portable text, until the user changes them.
        other_keys: Further keys, while it has its own ones and no other command has these.
        icon: The name of its icon, "" for none.
        named_keys: Fixed keys that the tooltip names at {0}, portable text.
        submenu: The menu inside its menu that it is in, such as "export"; without it that of its
            group.
        section: In its menu a line parts it from commands of another section.
        is_switch: Whether it is on or off.
        acts_on_focus: Whether it works in any text field; there its page is not needed.
        acts_on_tune: Whether it means the tune in front, in the Composer or on another page; None
            is what its group says.
        shows_first: Whether from another page it only shows its own: what it would begin is long
            and should be looked at.
    """

    id: str
    words: str
    tooltip: str
    _: KW_ONLY
    do: Callable[[], object]
    why_not: WhyNot | None = None
    keys: str = ""
    other_keys: str = ""
    icon: str = ""
    named_keys: str = ""
    submenu: str = ""
    section: str = ""
    is_switch: bool = False
    acts_on_focus: bool = False
    acts_on_tune: bool | None = None
    shows_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A registered command.

    Attributes:
        spec: Its words, its keys and what it does.
        action: Its action in menus and buttons.
        menu: The menu it is in: "file", "edit", "tune", "note", "play", "train", "learn",
            "view", "help" or "".
        submenu: The menu inside that menu that it is in, "" for none.
        page: The page that it needs, "" for all; choosing it goes there.
        acts_on_tune: Whether it means the tune in front.
        has_keys_to_itself: Whether its page takes its keys from the commands of other pages, while
            in front.
    """

    spec: CommandSpec
    action: QAction
    menu: str
    submenu: str
    page: str
    acts_on_tune: bool
    has_keys_to_itself: bool

    @property
    def action_id(self) -> str:
        """Its name in menus, keys and settings."""
        return self.spec.id

    @property
    def english(self) -> str:
        """Its menu entry in English, without the mark of its access key."""
        return self.spec.words.replace("&", "")

    @property
    def is_local(self) -> bool:
        """Whether its keys work on its page only: other pages have an Edit of their own."""
        return bool(self.page) and (self.menu == "edit" or self.has_keys_to_itself)

    def competes_with(self, other: "Command") -> bool:
        """Return whether the two cannot have the same keys."""
        are_local = self.is_local and other.is_local
        are_parted = bool(self.page and other.page) and (
            self.has_keys_to_itself or other.has_keys_to_itself
        )
        are_apart = self.page != other.page and (are_local or are_parted)
        return self is not other and not are_apart


@dataclass(slots=True)
class _StandIn:
    """What a command does on another page than its own, and why it cannot be done there."""

    triggered: Callable[[], object]
    reason: str = ""


class Actions(QObject):
    """The registry of commands.

    Signals:
        added: A command was added. Carries the `Command`.
        chosen: A command is about to run, by key, menu, button or palette. Carries the `Command`.
        shown_first: A command has shown its page, and did nothing else. Carries the `Command`.
        keys_changed: Some keys changed.
    """

    added = Signal(object)
    chosen = Signal(object)
    shown_first = Signal(object)
    keys_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        user_keys: Mapping[str, str],
        pages_with_own_keys: Collection[str] = (),
    ) -> None:
        """Begin an empty registry.

        Args:
            window: The window that the keys work in.
            user_keys: The keys that the user has changed, by the id of their command.
            pages_with_own_keys: The pages that have their keys to themselves while in front.
        """
        super().__init__(window)
        self._window = window
        self._user_keys = dict(user_keys)
        self._pages_with_own_keys = frozenset(pages_with_own_keys)
        self._commands: dict[str, Command] = {}
        self._front = ""
        self._reasons: dict[str, str] = {}
        self._stand_ins: dict[tuple[str, str], _StandIn] = {}

    def add(
        self,
        spec: CommandSpec,
        *,
        context: str,
        menu: str = "",
        submenu: str = "",
        page: str = "",
        acts_on_tune: bool = False,
    ) -> QAction:
        """Register a command and return its action.

        Args:
            spec: The command.
            context: The class that its words are translated under.
            menu: The menu it is in, "" for none.
            submenu: The menu inside that menu, unless the command names another.
            page: The page that it needs, "" for all.
            acts_on_tune: Whether it means the tune in front, unless the command says so itself.
        """
        action = self._action_of(spec, context)
        command = Command(
            spec=spec,
            action=action,
            menu=menu,
            submenu=spec.submenu or submenu,
            page=page,
            acts_on_tune=acts_on_tune if spec.acts_on_tune is None else spec.acts_on_tune,
            has_keys_to_itself=page in self._pages_with_own_keys,
        )
        action.triggered.connect(lambda _checked=False: self._run(command))
        self._commands[spec.id] = command
        self._set_keys(command, self._user_keys.get(spec.id, spec.keys))
        self._give_other_keys(
            each
            for each in self._commands.values()
            if each.spec.other_keys
            and (each is command or _sequence(each.spec.other_keys) == action.shortcut())
        )
        self.added.emit(command)
        return action

    def _action_of(self, spec: CommandSpec, context: str) -> QAction:
        action = QAction(translated(context, spec.words), self._window)
        action.setObjectName(spec.id)
        action.setCheckable(spec.is_switch)
        if spec.icon:
            action.setIcon(icon(spec.icon))
            action.setProperty("icon_name", spec.icon)
        tooltip = translated(context, spec.tooltip)
        if spec.named_keys:
            tooltip = tooltip.format(key_words(spec.named_keys))
        action.setProperty("sentence", tooltip)
        self._window.addAction(action)
        return action

    def stand_in(self, page: str, action_id: str, triggered: Callable[[], object]) -> None:
        """Let a command act on what is chosen on another page, while that one is in front.

        The commands that mean the tune in front, and have no such part there, are off on that page.
        """
        self._stand_ins[page, action_id] = _StandIn(triggered)
        if page == self._front:
            self._show_all_reasons()

    def set_stand_in_available(self, page: str, action_id: str, reason: str = "") -> None:
        """Say why a command cannot act on what is chosen on a page, "" where it can."""
        self._stand_ins[page, action_id].reason = reason
        self._show_reason(self._commands[action_id])

    def subject(self, command: Command, page: str) -> Subject:
        """Return what a command acts on while a page is in front."""
        if (page, command.action_id) in self._stand_ins:
            return Subject.CHOSEN
        if not command.page:
            return Subject.WINDOW
        has_tunes = any(owner == page for owner, _action_id in self._stand_ins)
        is_off = has_tunes and command.acts_on_tune and command.page != page
        return Subject.NOTHING if is_off else Subject.PAGE

    def _run(self, command: Command) -> None:
        is_elsewhere = self._front not in ("", command.page)
        stand_in = self._stand_ins.get((self._front, command.action_id))
        if stand_in is not None:
            stand_in.triggered()
            return
        self.chosen.emit(command)
        if command.spec.shows_first and is_elsewhere:
            self.shown_first.emit(command)
        else:
            command.spec.do()

    @property
    def front(self) -> str:
        """The page in front, "" before one is."""
        return self._front

    def commands(self) -> tuple[Command, ...]:
        """Return every command in the order of its adding."""
        return tuple(self._commands.values())

    def action(self, action_id: str) -> QAction:
        """Return an action by its id."""
        return self._commands[action_id].action

    def set_available(self, action_id: str, reason: str = "") -> None:
        """Enable a command, or disable it and let its tooltip say the reason."""
        self._reasons[action_id] = reason
        self._show_reason(self._commands[action_id])

    def _show_reason(self, command: Command) -> None:
        action, reason = command.action, self._reason_here(command)
        if action.property("reason") == reason and action.isEnabled() == (not reason):
            return  # Called after each key; a change is costly: every menu and button follows.
        action.setEnabled(not reason)
        action.setProperty("reason", reason)
        self._describe(command)

    def _reason_here(self, command: Command) -> str:
        subject = self.subject(command, self._front)
        if subject is Subject.NOTHING:
            return self.tr("This is for the tune in the Composer: open the chosen tune there.")
        if subject is Subject.CHOSEN:
            return self._stand_ins[self._front, command.action_id].reason
        return self._reasons.get(command.action_id, "")

    def _show_all_reasons(self) -> None:
        for command in self._commands.values():
            if command.acts_on_tune:
                self._show_reason(command)

    def set_user_keys(self, user_keys: Mapping[str, str]) -> None:
        """Give every command its user's keys, or its own where the user has none."""
        self._user_keys = dict(user_keys)
        for command in self._commands.values():
            self._set_keys(command, self._user_keys.get(command.action_id, command.spec.keys))
        self._give_other_keys(each for each in self._commands.values() if each.spec.other_keys)
        self.give_way_to(self._front)
        self.keys_changed.emit()

    def give_way_to(self, page: str) -> None:
        """Let the page in front have the keys to itself that are its commands' own.

        The commands of other pages keep their keys, which do nothing there.
        """
        if page != self._front:
            self._front = page
            self._show_all_reasons()
        own = [each for each in self._commands.values() if each.has_keys_to_itself]
        taken = {keys for each in own if each.page == page for keys in each.action.shortcuts()}
        contexts = Qt.ShortcutContext
        for command in self._commands.values():
            if command.page and not command.is_local:
                is_taken = not taken.isdisjoint(command.action.shortcuts())
                context = contexts.WidgetShortcut if is_taken else contexts.WindowShortcut
                command.action.setShortcutContext(context)

    def refresh_icons(self) -> None:
        """Draw the icons again, in the colours of a new scheme."""
        for command in self._commands.values():
            name = command.action.property("icon_name")
            if name:
                command.action.setIcon(icon(name))

    def _set_keys(self, command: Command, keys: str) -> None:
        command.action.setShortcut(_sequence(keys))
        self._describe(command)

    def _give_other_keys(self, asking: Iterable[Command]) -> None:
        for command in asking:
            own, other = _sequence(command.spec.keys), _sequence(command.spec.other_keys)
            if command.action.shortcut() != own:
                continue
            is_free = not any(
                each.competes_with(command) and each.action.shortcut() == other
                for each in self._commands.values()
            )
            command.action.setShortcuts([own, other] if is_free else [own])

    def _describe(self, command: Command) -> None:
        """Let the tooltip say what a command does, its keys, and why it cannot be done now."""
        action = command.action
        sentence = str(action.property("sentence"))
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        reason = str(action.property("reason") or "")
        tooltip = f"{sentence} ({shown})" if shown else sentence
        action.setToolTip(f"{tooltip}. {reason}" if reason else tooltip)
        action.setStatusTip(f"{sentence}. {reason}" if reason else sentence)


def _sequence(keys: str) -> QKeySequence:
    return QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
