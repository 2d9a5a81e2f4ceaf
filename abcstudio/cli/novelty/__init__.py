"""What the command line says of how new tunes are."""
