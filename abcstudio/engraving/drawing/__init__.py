"""MEI drawn by Verovio into an `EngravedScore` of paths, in a process of its own."""
