"""The frame around the pages: menus, palette, help, preferences, notices, crashes."""
