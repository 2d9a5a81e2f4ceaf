"""What a network wrote at the steps of its run, as it is planned, read or composed again."""
