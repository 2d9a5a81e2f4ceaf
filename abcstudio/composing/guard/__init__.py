"""Takes sampled within the measure clock."""
