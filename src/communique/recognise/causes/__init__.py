"""Where a sentence says that something leads to something else: one way of saying it a file."""
