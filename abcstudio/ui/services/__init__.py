"""What every page is given: settings, background jobs, notices, commands."""
