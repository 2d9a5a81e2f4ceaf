"""Controls for any program: they know no music."""
