"""A sweep is a folder with a list of cells, each of which becomes a training run."""
