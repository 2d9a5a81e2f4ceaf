"""The opening of a tune, played on a keyboard."""
