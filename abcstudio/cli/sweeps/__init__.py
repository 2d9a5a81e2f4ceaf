"""The subcommand of sweeps."""
