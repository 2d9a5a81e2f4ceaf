"""Networks that are sampled from as one."""
