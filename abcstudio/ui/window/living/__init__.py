"""What lives on when the window is made anew."""
