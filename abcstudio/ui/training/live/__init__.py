"""The run under way, handed from the page of one window to that of the next."""
