"""Characters of takes on their way to who asked for them; some of them go again."""
