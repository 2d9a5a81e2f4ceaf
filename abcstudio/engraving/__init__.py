"""`Score` in, MEI, Verovio's drawing and `Page` out. No Qt."""
