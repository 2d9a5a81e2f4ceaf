"""The engraved score on the screen: drawn, marked, touched."""
