"""Notices: sentences that come up over the pages."""
