"""The limits of reading: beyond them the reader stops with a diagnostic."""

MAX_ELEMENTS = 100_000
"""Elements of music in one tune, all voices together."""

MAX_DIAGNOSTICS = 1_000
"""Findings kept for one tune."""

KEPT_FOR_LIMITS = 50
"""Of `MAX_DIAGNOSTICS`, how many are kept for findings that name a limit."""

MAX_FIELD_LENGTH = 20_000
"""Characters of a field's value that are read."""

MAX_REPEATS = 8
"""Extra times that a bar line repeats the music before or after it."""

MAX_PASSES = 16
"""The last pass that a variant ending can be for."""

MAX_UNROLLED = 15_000
"""Signs of one voice that a `P:` order may play, or twice as many as are written."""

MAX_TUNE_LENGTH = 1_000_000
"""Characters of one tune of a source; a longer one is left out."""

MAX_LINES = 100_000
"""Lines of one tune, empty ones included."""

MAX_OVERLAYS = 8
"""Overlays `&` of one measure."""

MAX_VOICES = 256
"""Voices of one tune, overlays included."""

MAX_CHORD_NOTES = 64
"""Notes of one chord or one group of grace notes."""

MAX_VERSES = 64
"""Lines of lyrics under one line of music."""

MAX_MARKS = 64
"""Decorations, chord symbols or annotations of one note."""

MAX_PARTS = 1_000
"""Labels that a `P:` order expands to."""

MAX_PART_NESTING = 16
"""Brackets within brackets of a `P:` order."""

MAX_NUMBER_DIGITS = 6
"""Digits of a length, a meter or a tempo that are still believed."""

MAX_DENOMINATOR = 4096
"""The smallest part of the unit note length that a note can last."""

MAX_WHOLE_NOTES = 64
"""The longest single note or rest, in whole notes."""

MAX_MEASURES_OF_REST = 999
"""Measures of one `Z` rest."""

MAX_TUPLET = 99
"""The largest number of a tuplet `(p:q:r`."""

MAX_OCTAVE_MARKS = 6
"""Apostrophes or commas after a note that still count."""

MAX_MACROS = 100
"""Definitions `m:` of one tune, repeated ones included."""

MAX_MACRO_LENGTH = 200
"""Characters of a macro's name or of what it stands for."""

MAX_MACRO_NESTING = 8
"""Macros within the music of macros."""

MAX_MACRO_TEXT = 20_000
"""Characters of music that the macros of one tune write, and of a line in which they are sought."""

MAX_LAYOUT_NESTING = 8
"""Brackets and braces within each other in `%%score`."""
