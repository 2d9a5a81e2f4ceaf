"""The bar that drives what is heard."""
