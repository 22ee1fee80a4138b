"""See the README of the shape of the code: docs/architecture.md."""
