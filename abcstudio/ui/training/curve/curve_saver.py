"""Writing the shown curve as a picture, a drawing or a table."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QImage, QImageWriter

from abcstudio.files import atomic_write
from abcstudio.recipes.curves.curve_csv import curve_csv
from abcstudio.recipes.curves.curve_svg import curve_svg
from abcstudio.recipes.curves.drawn_curve import CurveWords, DrawnCurve
from abcstudio.ui.controls.target_dialog import ask_target, file_name_of
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.curve.loss_plot import LossPlot
from abcstudio.ui.words.translation import error_sentence

_SHARPNESS = 2


class CurveSaver(QObject):
    """Asks for a file and writes the run in front into it."""

    def __init__(self, plot: LossPlot, studio: Studio) -> None:
        super().__init__(plot)
        self._plot, self._studio = plot, studio

    def why_not(self) -> str:
        """Return why there is nothing to write, "" where there is."""
        return "" if self._plot.drawn() is not None else self.tr("There is no curve yet.")

    def save(self) -> None:
        """Write the curve; the kind of file goes by its name."""
        curve = self._plot.drawn()
        if curve is None:
            return
        kinds = {
            "png": self.tr("Picture (*.png)"),
            "svg": self.tr("Drawing (*.svg)"),
            "csv": self.tr("Comma-separated values (*.csv)"),
        }
        folder = Path(self._studio.settings.tunes_folder or Path.home())
        start = folder / f"{file_name_of(curve.name)}.png"
        path = ask_target(self._plot, self.tr("Save the curve"), start, kinds)
        if path is None:
            return
        try:
            atomic_write(path, self._data(path.suffix.lower(), curve))
        except OSError as error:
            self._studio.notify(error_sentence(error), "error")
        else:
            self._studio.notify(self.tr("{0} is written.").format(path.name), "success")

    def _data(self, suffix: str, curve: DrawnCurve) -> bytes:
        if suffix == ".csv":
            # Spreadsheets tell UTF-8 by its mark.
            return curve_csv(curve).encode("utf-8-sig")
        if suffix == ".svg":
            return curve_svg(curve, self._words()).encode()
        return self._picture()

    def _words(self) -> CurveWords:
        chance, rise = self._plot.extras.place_words()
        return CurveWords(
            steps=self.tr("Step"),
            losses=self.tr("Loss, nats per character"),
            training=self.tr("Training"),
            validation=self.tr("Validation"),
            chance=chance,
            rise=rise,
            right=self.tr("Right measures"),
            newness=self.tr("Newness"),
            music=self.tr("Music, %"),
        )

    def _picture(self) -> bytes:
        image = QImage(self._plot.size() * _SHARPNESS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARPNESS)
        self._plot.render(image)
        out = QBuffer()
        out.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(out, QByteArray(b"png")).write(image)
        return bytes(out.data().data())
