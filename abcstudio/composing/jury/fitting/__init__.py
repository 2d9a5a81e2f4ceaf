"""How the jury learns from real tunes; used by scripts only."""
