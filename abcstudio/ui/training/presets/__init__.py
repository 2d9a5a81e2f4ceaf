"""Settings of the form that the person has given names."""
