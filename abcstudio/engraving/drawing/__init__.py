"""MEI drawn into a `Page` of paths, in a process of its own."""
