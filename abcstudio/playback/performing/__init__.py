"""A `Score` turned into a `Performance`: how a musician plays it."""
