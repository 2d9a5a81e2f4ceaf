"""Writing whole tunes or tunebooks anew: transposed, in other lengths, in another order."""
