"""Lines read into a `Score`; any text is read."""
