"""One training run is one folder that a person can read."""
