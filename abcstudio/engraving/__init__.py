"""`Score` in, MEI, Verovio's drawing and `EngravedScore` out. No Qt."""
