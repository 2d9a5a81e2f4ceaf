"""The size of the window on screens large or small."""
