"""What the command line does with chosen measures of a tune."""
