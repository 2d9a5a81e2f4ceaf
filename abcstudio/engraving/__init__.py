"""Engraved scores: `Score` in; MEI, `EngravedScore`, sheets of paper out. No Qt."""
