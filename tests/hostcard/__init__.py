"""The path of graphics cards, run without one: `make hostcard`."""
