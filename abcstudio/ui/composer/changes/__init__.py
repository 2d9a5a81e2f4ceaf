"""Changes of the music, from menus or from the score."""
