"""The logs of a training run while it trains."""
