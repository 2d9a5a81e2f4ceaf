"""The page of training: runs, their curves, the networks that come of them."""
