"""Keys of keyboards that write no Latin letters."""
