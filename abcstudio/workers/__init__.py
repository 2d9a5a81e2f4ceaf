"""The one thread boundary between the engine and the window. QtCore only."""
