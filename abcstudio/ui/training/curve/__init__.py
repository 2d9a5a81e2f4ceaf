"""The loss of a training run as it falls."""
