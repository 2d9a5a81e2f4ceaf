"""The tunebook of kept tunes."""
