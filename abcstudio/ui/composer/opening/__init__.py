"""An opening played on a keyboard, as the seed of what is composed."""
