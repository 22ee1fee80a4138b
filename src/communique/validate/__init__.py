"""JSON in, a list of problems out: first the published schema, then what a schema cannot say.

Nothing here imports the language model.
"""

from communique.validate.problem import Problem
from communique.validate.validation import Outcome, load, outcomes, validate

__all__ = ["Outcome", "Problem", "load", "outcomes", "validate"]
