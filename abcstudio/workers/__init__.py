"""The thread boundary: work of the engine in the background of the window. QtCore only."""
