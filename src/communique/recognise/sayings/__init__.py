"""What a statement's record holds beyond the words of its attribution: who, what kind, whom about."""
