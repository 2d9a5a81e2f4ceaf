"""Where commands that train are told to log besides."""
