"""Takes of networks that learn, heard and engraved outside the composer."""
