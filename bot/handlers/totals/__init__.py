"""Tasks around final marks and reviews."""
