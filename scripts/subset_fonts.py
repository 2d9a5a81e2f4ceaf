"""Cut the program's typefaces out of Liberation Serif and Mono (OFL; Debian: fonts-liberation).

The serif letters are those of scores, the even ones those of code in reports.

    python scripts/subset_fonts.py /usr/share/fonts/truetype/liberation resources/fonts

Needs fontTools. Kept are the letters of European languages, punctuation and a few signs; hinting,
which only small screens use, goes. The signs of flat, natural and sharp come from Verovio's music
font Leipzig (OFL). The licence reserves the name Liberation, so the family gets another one.
"""

import argparse
import io
from collections.abc import Iterable
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.svgLib.path import parse_path
from fontTools.ttLib import TTFont

from abcstudio.engraving.drawing.verovio_toolkit import glyph_outline
from abcstudio.files import atomic_write

FAMILY = "Studio Serif"
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
MONO_FAMILY = "Studio Mono"
# What is drawn with lines in a text, and the sign for a space.
MONO_RANGES = ((0x2200, 0x22FF), (0x2420, 0x2423), (0x2500, 0x257F))
RANGES = (
    (0x0020, 0x007E), (0x00A0, 0x024F),  # Latin
    (0x02B0, 0x02FF), (0x0300, 0x036F),  # modifiers and marks
    (0x0370, 0x03FF), (0x0400, 0x052F),  # Greek and Cyrillic
    (0x1E00, 0x1EFF),  # Latin with more marks
    (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x215F),
    (0x2190, 0x2193), (0x2212, 0x2212), (0x25CF, 0x25CF), (0x266A, 0x266B), (0xFFFD, 0xFFFD),
)  # fmt: skip
ACCIDENTALS = {0x266D: "E260", 0x266E: "E261", 0x266F: "E262"}
ACCIDENTAL_HEIGHT, ACCIDENTAL_BELOW, ACCIDENTAL_SIDE = 0.78, 0.1, 0.03  # of the size
FAMILY_NAME, STYLE_NAME, UNIQUE_NAME, FULL_NAME, POSTSCRIPT_NAME = 1, 2, 3, 4, 6
OTHER_NAMES_WITH_FAMILY = (16, 17, 18, 21, 22, 25)
STYLES = {"Regular": "Regular", "Bold": "Bold", "Italic": "Italic", "BoldItalic": "Bold Italic"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("source", type=Path, help="folder of Liberation*.ttf")
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    for face in FACES:
        font = TTFont(options.source / f"LiberationSerif-{face}.ttf", recalcTimestamp=False)
        subset(font, RANGES)
        add_accidentals(font)
        rename(font, face, FAMILY)
        write(font, options.target / f"StudioSerif-{face}.ttf")
    mono = TTFont(options.source / "LiberationMono-Regular.ttf", recalcTimestamp=False)
    subset(mono, RANGES + MONO_RANGES)
    rename(mono, "Regular", MONO_FAMILY)
    write(mono, options.target / "StudioMono-Regular.ttf")


def write(font: TTFont, path: Path) -> None:
    data = io.BytesIO()
    font.save(data)
    atomic_write(path, data.getvalue())
    print(f"{path}: {len(data.getvalue()):,} bytes, {len(font.getBestCmap())} characters")


def subset(font: TTFont, ranges: Iterable[tuple[int, int]]) -> None:
    options = Options()
    options.hinting = False
    # No kerning and no ligatures: the engraver and the PDF measure letter by letter.
    options.layout_features = ["mark", "mkmk", "ccmp"]
    options.drop_tables += ["kern", "FFTM"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)


def add_accidentals(font: TTFont) -> None:
    """Give the font the signs of the music font, upright in every face."""
    size = font["head"].unitsPerEm
    for code, outline in ACCIDENTALS.items():
        name = f"uni{code:04X}"
        path = glyph_outline(outline)
        bounds = BoundsPen(None)
        parse_path(path, bounds)
        left, bottom, right, top = bounds.bounds
        scale = ACCIDENTAL_HEIGHT * size / (top - bottom)
        side = ACCIDENTAL_SIDE * size
        pen = TTGlyphPen(None)
        place = (scale, 0, 0, scale, side - left * scale, -ACCIDENTAL_BELOW * size - bottom * scale)
        parse_path(path, TransformPen(Cu2QuPen(pen, 1.0), place))
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (round((right - left) * scale + 2 * side), round(side))
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


def rename(font: TTFont, face: str, family: str) -> None:
    """Name the font; copyright and licence stay as they are."""
    style = STYLES[face]
    names = font["name"]
    for name_id in OTHER_NAMES_WITH_FAMILY:
        names.removeNames(nameID=name_id)
    for name_id, value in (
        (FAMILY_NAME, family),
        (STYLE_NAME, style),
        (UNIQUE_NAME, f"{family} {style}, from {family.replace('Studio', 'Liberation')} 2"),
        (FULL_NAME, f"{family} {style}"),
        (POSTSCRIPT_NAME, f"{family.replace(' ', '')}-{face}"),
    ):
        names.removeNames(nameID=name_id)
        names.setName(value, name_id, 3, 1, 0x409)


if __name__ == "__main__":
    main()
