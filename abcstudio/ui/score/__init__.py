"""The engraved score on the screen: shown, marked, edited by mouse."""
