"""Rhythms that takes are to have, as they are tapped or laid over a form."""
