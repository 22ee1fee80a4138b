"""Coreference: mentions and entities of an Analysis, by a sieve of passes.

"Angela Merkel arrived. The chancellor said she would sign." – three mentions of one entity.

Each pass joins what it is sure of and leaves the rest to the next (Lee et al. 2013, "Deterministic
coreference resolution based on entity-centric, precision-ranked rules", Computational Linguistics 39(4)).
Where the text does not decide, a mention keeps no entity.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from communique.analyse.analysis import Analysis
from communique.analyse.clauses import Clauses
from communique.analyse.coreference import belonging, bodies, descriptions, entities, homelands, roles, sieve
from communique.analyse.coreference.chains import Chains
from communique.analyse.coreference.mentions import detect
from communique.analyse.coreference.metonyms import states
from communique.analyse.coreference.pronouns import Reader
from communique.analyse.coreference.quotations import speakers
from communique.analyse.gazetteer import Gazetteer

PASSES: tuple[Callable[[Chains], None], ...] = (
    states,
    sieve.same_name,
    sieve.part_of_name,
    sieve.abbreviation,
    roles.read,
    descriptions.by_role,
    bodies.by_tail,
    descriptions.by_repetition,
    bodies.by_kind,
    bodies.governments,
)
"""From the surest to the least sure; pronouns and pairs come after, in the order of the text."""


def resolve(analysis: Analysis, gazetteer: Gazetteer | None = None) -> Analysis:
    """The same Analysis with ``mentions`` and ``entities``, both in order of the text.

    Needs ``tokens``, ``sentences`` and ``names``. Every name, pronoun and description of people or bodies
    becomes a mention; one whose referent is not decided has ``entities=()``. ``gazetteer``: the user's own
    names, for their identifiers.
    """
    clauses = Clauses(analysis)
    chains = Chains(analysis, clauses, detect(analysis, clauses))
    for join in PASSES:
        join(chains)
    Reader(chains).read()
    speakers(chains)
    belonging.settle(chains)
    homelands.join(chains)
    mentions, found = entities.build(chains, gazetteer)
    return replace(analysis, mentions=mentions, entities=found)
