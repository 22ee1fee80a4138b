"""Certainty, polarity and time of a clause, as its holder sees them.

"Critics fear that the pact |could| |not| hold": possible and negative for the critics.

The scale is FactBank's (Saurí and Pustejovsky 2009), the way of reading it off a sentence that of De Facto
(Saurí and Pustejovsky 2012, "Are you sure that this happened?", Computational Linguistics 38(2)): from the
predicate upwards, each word that takes the clause changes what the words below it amount to, until somebody
is reached who says or thinks it. What that holder is sure of is certain; whether the holder is right is not
asked.
"""

from communique.analyse.certainty.judgement import Judgement, judge, temper
from communique.analyse.certainty.reading import Sign
from communique.analyse.certainty.words import Time

__all__ = ["Judgement", "Sign", "Time", "judge", "temper"]
