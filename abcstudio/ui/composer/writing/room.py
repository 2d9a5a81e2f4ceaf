"""Help while ABC is typed."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.composer.writing.writing_commands import WritingCommands
from abcstudio.ui.editor.explanation_line import ExplanationLine


class WritingRoom(QObject):
    """Explains the text at the caret, completes words and inserts snippets."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        texts = parts.rooms[TextsRoom]
        self.explanation = ExplanationLine(parts.studio)
        self.commands = WritingCommands(
            parts.desk, self.explanation, texts.find_bar, parts.files, parts.actions
        )
        texts.commands.template_requested.connect(self.commands.snippets.open_templates)
        parts.columns.put(PagePlace.EXPLANATION, self.explanation)
        parts.studio.closing.connect(self.commands.stop)
