"""How much a tune is like real tunes, by six criteria."""
