"""The subcommand of training runs."""
