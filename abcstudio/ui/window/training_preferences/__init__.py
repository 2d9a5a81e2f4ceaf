"""The tab of the preferences that concerns training."""
