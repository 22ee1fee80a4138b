"""What the recogniser of meetings is made of: words, phrases, people, setting, status, merging, names."""
