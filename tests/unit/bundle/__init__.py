"""How the program is packaged: rules, accounts, the spec on each system."""
