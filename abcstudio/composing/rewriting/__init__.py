"""Chosen measures of a tune composed anew between what is kept."""
