"""The bar at the top: the pages left; the model, the device and the command search right."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from abcstudio.learning.devices import Device
from abcstudio.ui.controls.action_button import CommandIcon
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.plain_text import Label, one_line, tooltip
from abcstudio.ui.look.theme import GRID, GROUP_GAP, Colors
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import keys_of
from abcstudio.ui.words.translation import message

_MODEL_CHARACTERS = 18
_WIDEST_MODEL = 60 * GRID


class PageBar(QWidget):
    """Tabs of the pages and what holds for all of them."""

    def __init__(self, studio: Studio, pages: Mapping[str, QAction], search: QAction) -> None:
        super().__init__()
        self.setObjectName("page_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._studio = studio
        self._search_action = search
        self._has_card = False
        self.tabs: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, 0)
        layout.setSpacing(0)
        for name, action in pages.items():
            layout.addWidget(self._make_tab(name, action))
        layout.addStretch(1)
        self._add_right_side(layout)
        self.set_colors(studio.colors)
        studio.colors_changed.connect(self.set_colors)
        studio.models_changed.connect(self._show_models)
        studio.model_changed.connect(self._show_models)
        self._show_models()

    def show_page(self, name: str) -> None:
        """Mark the tab of the page in front."""
        self.tabs[name].setChecked(True)

    def show_device(self, device: Device) -> None:
        """Name what networks compute on."""
        self.device.setText(message(device.message_id, device.parameters))
        reason = message(why.message_id, why.parameters) if (why := device.reason) else ""
        self.device.setToolTip(reason or self.tr("Where networks compute"))
        self._has_card = device.name.startswith("cuda")

    def show_composing(self, card: Device | None) -> None:
        """Show in the tooltip whether the GPU composes, or the CPU (None)."""
        if self._has_card:
            self.device.setToolTip(
                self.tr("Used for training and composing")
                if card is not None
                else self.tr("Used for training; the last tune was composed on the processor")
            )

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self.setStyleSheet(
            f"#page_bar {{ border-bottom: 1px solid {colors.border}; }}"
            f"#page_bar QToolButton {{ background: transparent; border: none;"
            f" border-radius: 0; border-bottom: 3px solid transparent;"
            f" border-top: 3px solid transparent; padding: {GRID // 2}px {2 * GRID}px;"
            f" color: {colors.muted}; }}"
            f"#page_bar QToolButton:hover {{ color: {colors.text}; }}"
            f"#page_bar QToolButton:checked {{ color: {colors.text};"
            f" border-bottom-color: {colors.accent}; font-weight: 600; }}"
            f"#page_bar QToolButton:focus {{ background: {colors.accent_soft}; }}"
            f"#page_bar #about_model {{ padding: {GRID // 2}px {GRID}px; }}"
            f"#search {{ color: {colors.muted}; background: {colors.base};"
            f" border: 1px solid {colors.border}; border-radius: 4px;"
            f" padding: {GRID // 2}px {GRID}px; text-align: left; }}"
            f"#search:hover, #search:focus {{ border-color: {colors.muted};"
            f" color: {colors.text}; }}"
        )
        self.search.setIcon(icon("search"))
        self.about_model.setIcon(icon("info-circle"))

    def _make_tab(self, name: str, action: QAction) -> QToolButton:
        tab = QToolButton()
        # The menus have the mnemonics of these letters; pages have Ctrl+1 to Ctrl+4.
        tab.setText(action.text().replace("&", ""))
        tab.setToolTip(action.toolTip())
        tab.setAccessibleName(action.text().replace("&", ""))
        tab.setCheckable(True)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tab.clicked.connect(action.trigger)
        action.changed.connect(lambda: tab.setToolTip(action.toolTip()))
        self._group.addButton(tab)
        self.tabs[name] = tab
        return tab

    def _add_right_side(self, layout: QHBoxLayout) -> None:
        self.model_label = Label(self.tr("Model"))
        self.model_label.setProperty("muted", True)
        self.model = QComboBox()
        # As wide as the longest name; where there is no room for that, so many characters.
        self.model.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.model.setMinimumContentsLength(_MODEL_CHARACTERS)
        self.model.setMaximumWidth(_WIDEST_MODEL)
        self.model.setAccessibleName(self.tr("Model"))
        self.model.setProperty("help_topic", "training")
        self.model.activated.connect(self._on_model_activated)
        self.model_label.setBuddy(self.model)
        self.about_model = CommandIcon()
        self.about_model.setObjectName("about_model")
        self.about_model.setAccessibleName(self.tr("About the models"))
        self.device = Label()
        self.device.setProperty("muted", True)
        self.device.setAccessibleName(self.tr("Device"))
        self.search = QPushButton(self.tr("Find a command"))
        self.search.setObjectName("search")
        self.search.setAccessibleName(self.tr("Find a command"))
        self.search.setToolTip(self._search_action.toolTip())
        self.search.clicked.connect(self._search_action.trigger)
        self._search_action.changed.connect(self._show_search_keys)
        layout.addWidget(self.model_label)
        layout.addSpacing(GRID)
        layout.addWidget(self.model)
        layout.addWidget(self.about_model)
        layout.addSpacing(GROUP_GAP)
        layout.addWidget(self.device)
        layout.addSpacing(GROUP_GAP)
        layout.addWidget(self.search)
        self._show_search_keys()

    def _show_search_keys(self) -> None:
        keys = keys_of(self._search_action)
        words = self.tr("Find a command")
        self.search.setText(self.tr("{0}   {1}").format(words, keys) if keys else words)
        self.search.setToolTip(self._search_action.toolTip())

    def _show_models(self) -> None:
        chosen = self._studio.model
        with QSignalBlocker(self.model):
            self.model.clear()
            for model in self._studio.models:
                self.model.addItem(one_line(model.name), model.path)
                self.model.setItemData(
                    self.model.count() - 1, tooltip(str(model.path)), Qt.ItemDataRole.ToolTipRole
                )
                if chosen is not None and model.path == chosen.path:
                    self.model.setCurrentIndex(self.model.count() - 1)
        self.model.setEnabled(self.model.count() > 0)
        self.model.setToolTip(
            self.tr("The network that composes")
            if self.model.count()
            else self.tr("There is no model yet: train one on the Training page")
        )

    def _on_model_activated(self, index: int) -> None:
        path = self.model.itemData(index)
        self._studio.choose_model(Path(path))
