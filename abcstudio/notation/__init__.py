"""ABC as data: text in, `Score` with diagnostics out. Standard library only."""
