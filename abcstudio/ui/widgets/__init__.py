"""One widget, one file; widgets know nothing of the pages that use them."""
