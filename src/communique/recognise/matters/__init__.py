"""The parts of the search for controversies: matters, sides, standing, sameness."""
