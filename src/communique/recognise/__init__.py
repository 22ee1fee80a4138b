"""Analysis → findings: one record type a file."""
