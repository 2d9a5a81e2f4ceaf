"""What a run is going to take, said before it begins."""
