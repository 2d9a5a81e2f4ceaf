"""How everything looks: colours, type, icons, text as it is, painting that survives its faults."""
