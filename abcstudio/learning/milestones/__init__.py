"""The networks that a run keeps along its curve, with what each of them wrote."""
