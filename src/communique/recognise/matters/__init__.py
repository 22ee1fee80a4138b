"""The parts of the search for controversies: matters, who takes which side, how they stand, which are the same."""
