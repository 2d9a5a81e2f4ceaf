"""A folder or file that a person may choose, or leave to the program."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from abcstudio.paths import home_dir
from abcstudio.ui.look.theme import GRID


class PathField(QWidget):
    """Shows a path, or in grey what is used when there is none.

    Signals:
        path_changed: The person chose another path. Carries it as text, "" for the program's own.
    """

    path_changed = Signal(str)

    def __init__(self, name: str, sentence: str, default_words: str, file_filter: str = "") -> None:
        super().__init__()
        self._name = name
        self._file_filter = file_filter
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setPlaceholderText(default_words)
        self.line.setAccessibleName(name)
        self.line.setToolTip(sentence)
        self.choose_button = QPushButton(self.tr("Choose…"))
        self.choose_button.setToolTip(sentence)
        self.choose_button.setAccessibleName(self.tr("Choose: {0}").format(name))
        self.choose_button.clicked.connect(self._on_choose)
        self.reset_button = QPushButton(self.tr("Standard"))
        self.reset_button.setToolTip(default_words)
        self.reset_button.setAccessibleName(self.tr("Standard: {0}").format(name))
        self.reset_button.clicked.connect(self._on_reset)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.choose_button)
        layout.addWidget(self.reset_button)
        self.setFocusProxy(self.choose_button)

    def set_path(self, path: str) -> None:
        """Show a path without telling anybody."""
        self.line.setText(path)
        self.line.setCursorPosition(0)
        self.reset_button.setEnabled(bool(path))

    def _on_choose(self) -> None:
        start = self.line.text() or str(home_dir())
        if self._file_filter:
            path, _kind = QFileDialog.getOpenFileName(self, self._name, start, self._file_filter)
        else:
            path = QFileDialog.getExistingDirectory(self, self._name, start)
        if path:
            self.path_changed.emit(path)

    def _on_reset(self) -> None:
        self.path_changed.emit("")
