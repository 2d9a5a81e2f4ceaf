"""ABC Studio: browse, train, compose, edit, hear and keep folk tunes in ABC notation."""

__version__ = "0.2.0"
