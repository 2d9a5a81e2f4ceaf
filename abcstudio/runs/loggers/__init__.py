"""Where a training run is logged."""
