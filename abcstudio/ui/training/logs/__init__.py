"""What the page says of logs beside the folder of a run."""
