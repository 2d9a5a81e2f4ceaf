"""Play, pause, seek, loop over a sound device."""
