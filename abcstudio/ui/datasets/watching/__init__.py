"""The files of a source watched while its tunes are worked with."""
