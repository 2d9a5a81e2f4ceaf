"""What a network wrote at the steps of its run, planned, read, counted and composed again."""
