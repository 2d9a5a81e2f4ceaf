"""The bar of tabs over the composer's text: one for each text that is open."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QIcon,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QStyle,
    QStyleOptionTab,
    QTabBar,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from abcstudio.ui.documents.document import Document, keep_open
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import cut, fitted, tooltip, without_access_key
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio

_ICON = 16
_LEAST_WIDTH, _MOST_WIDTH = 22 * GRID, 34 * GRID


class DocumentTabs(QTabBar):
    """Tabs that can be moved and closed; it hides while there is only one and no more are to come.

    Signals:
        document_chosen: The person chose a tab. Carries its `Document`.
        clicked: A tab was clicked, the one in front too.
        close_requested: A tab is to be closed. Carries its `Document`.
        close_others_requested: All tabs but one are to be closed. Carries its `Document`.
        copy_path_requested: The path of a file is wanted on the clipboard. Carries its `Document`.
        show_folder_requested: The folder of a file is to be opened. Carries its `Document`.
    """

    document_chosen = Signal(object)
    clicked = Signal()
    close_requested = Signal(object)
    close_others_requested = Signal(object)
    copy_path_requested = Signal(object)
    show_folder_requested = Signal(object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._is_following = self._is_awaiting = False
        self._paints_previews_later = False
        self._pressed: tuple[QPoint, Document | None] = QPoint(), None
        self.setAccessibleName(self.tr("Open texts"))
        self.setMovable(True)
        self.setExpanding(False)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(_ICON, _ICON))
        self._name_scroll_buttons()
        self.setVisible(False)
        self.currentChanged.connect(self._on_current_changed)
        self.tabBarDoubleClicked.connect(self._on_double_click)
        studio.colors_changed.connect(self.set_colors)

    def documents(self) -> list[Document]:
        """Return the documents that have a tab, from left to right."""
        return [self.tabData(index) for index in range(self.count())]

    def add(self, document: Document) -> None:
        """Give a document a tab at the right end."""
        self._is_following = True
        index = self.addTab("")
        self.setTabData(index, document)
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, self._close_button(document))
        self._is_following = False
        self._show_or_hide()

    def remove(self, document: Document) -> None:
        """Take a document's tab away, if it has one."""
        index = self._index_of(document)
        if index >= 0:
            self._is_following = True
            self.removeTab(index)
            self._is_following = False
            self._show_or_hide()

    def set_awaiting(self, is_awaiting: bool) -> None:
        """Keep the room of the bar while more tabs are to come, so that nothing moves then."""
        self._is_awaiting = is_awaiting
        self._show_or_hide()

    def move_tab(self, document: Document, place: int) -> None:
        """Let a document's tab stand at another place from the left."""
        self._is_following = True
        self.moveTab(self._index_of(document), place)
        self._is_following = False

    def show_current(self, document: Document) -> None:
        """Bring a document's tab to the front."""
        index = self._index_of(document)
        if index >= 0:
            self._is_following = True
            self.setCurrentIndex(index)
            self._is_following = False

    def label(self, document: Document, shown: str, name: str, where: str) -> None:
        """Name a document's tab, shortly where it is seen; a dot marks text that is not saved."""
        index = self._index_of(document)
        if index < 0:
            return
        self.setTabText(index, without_access_key(shown))
        is_unsaved = document.needs_saving
        name = cut(name)
        words = self.tr("{0}, not saved").format(name) if is_unsaved else name
        if document.provenance.is_preview:
            words = self.tr("{0}, preview").format(name)
        self.setAccessibleTabName(index, words)
        self.setTabToolTip(index, tooltip(where))
        self.setTabIcon(index, self._icon(document))
        button = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
        if button is not None:
            button.setAccessibleName(self.tr("Close {0}").format(name))

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        for index, document in enumerate(self.documents()):
            self.setTabIcon(index, self._icon(document))
            button = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(icon("x"))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        """Leave a name readable; where not all tabs have that room, they can be scrolled."""
        wanted = self.tabSizeHint(index)
        return QSize(min(wanted.width(), _LEAST_WIDTH), wanted.height())

    @override
    def tabSizeHint(self, index: int) -> QSize:
        """Give the name of a take no more room than that of a file."""
        wanted = super().tabSizeHint(index)
        return QSize(min(wanted.width(), _MOST_WIDTH), wanted.height())

    @override
    def initStyleOption(self, option: QStyleOptionTab, tabIndex: int) -> None:
        """Cut a name in its middle, as many differ at their end; a take has its number first."""
        super().initStyleOption(option, tabIndex)
        document = self.tabData(tabIndex)
        if document is not None and not document.is_take:
            part = QStyle.SubElement.SE_TabBarTabText
            room = self.style().subElementRect(part, option, self).width()
            words, mode = self.tabText(tabIndex), Qt.TextElideMode.ElideMiddle
            flag = Qt.TextFlag.TextShowMnemonic
            option.text = fitted(self.fontMetrics(), words, room, mode, flag)
            if document.provenance.is_preview and self._paints_previews_later:
                option.text = ""

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name of a preview in italics, as other editors do."""
        self._paints_previews_later = True
        super().paintEvent(event)
        self._paints_previews_later = False
        for index, document in enumerate(self.documents()):
            if document.provenance.is_preview:
                self._paint_in_italics(index)

    def _paint_in_italics(self, index: int) -> None:
        option = QStyleOptionTab()
        self.initStyleOption(option, index)
        font = self.font()
        font.setItalic(True)
        with QPainter(self) as painter:
            painter.setFont(font)
            label = QStyle.ControlElement.CE_TabBarTabLabel
            self.style().drawControl(label, option, painter, self)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._pressed = place, self._document_at(place)
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Keep a preview that is dragged to another place."""
        is_dragged = event.buttons() & Qt.MouseButton.LeftButton
        place, document = self._pressed
        way = (event.position().toPoint() - place).manhattanLength()
        if is_dragged and document is not None and way >= QApplication.startDragDistance():
            _keep(document)
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        document = self._document_at(event.position().toPoint())
        if document is None:
            return
        if event.button() == Qt.MouseButton.MiddleButton:
            self.close_requested.emit(document)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        document = self.tabData(self.currentIndex()) if by_key else self._document_at(event.pos())
        if document is None:
            return
        place = self.tabRect(self.currentIndex()).bottomLeft() if by_key else event.pos()
        self.menu_of(document).popup(self.mapToGlobal(place))

    def menu_of(self, document: Document) -> QMenu:
        """Return what can be done with a tab."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if document.provenance.is_preview:
            keep = menu.addAction(self.tr("&Keep open"))
            keep.triggered.connect(lambda: keep_open(document))
        for words, signal, is_enabled in (
            (self.tr("&Close"), self.close_requested, True),
            (self.tr("Close the &others"), self.close_others_requested, self.count() > 1),
            ("", None, True),
            (self.tr("Copy the &path"), self.copy_path_requested, document.path is not None),
            (self.tr("Show in &folder"), self.show_folder_requested, document.path is not None),
        ):
            if signal is None:
                menu.addSeparator()
                continue
            action = menu.addAction(words)
            action.triggered.connect(partial(_emit, signal, document))
            action.setEnabled(is_enabled)
        return menu

    def _show_or_hide(self) -> None:
        self.setVisible(self.count() > 1 or self._is_awaiting)

    def _name_scroll_buttons(self) -> None:
        for object_name, words in (
            ("ScrollLeftButton", self.tr("Show the tabs at the left")),
            ("ScrollRightButton", self.tr("Show the tabs at the right")),
        ):
            for button in self.findChildren(QToolButton, object_name):
                button.setAccessibleName(words)
                button.setToolTip(words)

    def _close_button(self, document: Document) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon("x"))
        button.setIconSize(QSize(12, 12))
        button.setAutoRaise(True)
        # The tab has the focus; its menu closes it too.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedSize(18, 18)
        button.setToolTip(self.tr("Close this tab"))
        button.setAccessibleName(self.tr("Close this tab"))
        button.clicked.connect(partial(_emit, self.close_requested, document))
        return button

    def _icon(self, document: Document) -> QIcon:
        if document.needs_saving:
            return _dot(self._colors.accent)
        return icon("sparkles") if document.provenance.origin is not None else QIcon()

    def _index_of(self, document: Document) -> int:
        return next((i for i, other in enumerate(self.documents()) if other is document), -1)

    def _document_at(self, place: QPoint) -> Document | None:
        index = self.tabAt(place)
        return self.tabData(index) if index >= 0 else None

    def _on_double_click(self, index: int) -> None:
        if index >= 0:
            _keep(self.tabData(index))

    def _on_current_changed(self, index: int) -> None:
        if index >= 0 and not self._is_following:
            self.document_chosen.emit(self.tabData(index))


def _emit(signal: SignalInstance, document: Document, _checked: bool = False) -> None:
    signal.emit(document)


def _keep(document: Document) -> None:
    if document.provenance.is_preview:
        keep_open(document)


def _dot(color: str) -> QIcon:
    """Return the mark of a text that is not saved."""
    pixmap = QPixmap(2 * _ICON, 2 * _ICON)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawEllipse(QPoint(_ICON, _ICON), GRID - 1, GRID - 1)
    return QIcon(pixmap)
