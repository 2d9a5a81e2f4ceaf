"""The window made anew where its language changes."""
