"""One voice while it is read: its signs in order become the elements of a `Voice`."""
