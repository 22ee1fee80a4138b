"""The published JSON Schemas, built from the record models; the files in ``schemas/`` are their copies.

``python -m communique.schema`` writes the files, ``--check`` says whether they are stale.
"""

from communique.schema.build import DIALECT, NAMES, schema, schema_text

__all__ = ["DIALECT", "NAMES", "schema", "schema_text"]
