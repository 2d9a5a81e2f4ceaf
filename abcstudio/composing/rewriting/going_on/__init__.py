"""How a tune goes on: measures more, an ending, a part, a repeat written out."""
