"""Attribution: who says, thinks or wants what, as spans of source, cue and content.

    “Talks failed,” |the envoy| |said|.  |Critics| |accused| |him of lying|.  |According to| |aides| …

Spans follow PARC and PolNeAR (Pareti 2016; Newell, Margolin and Ruths 2018): a source, a cue, a content.
"""

from communique.analyse.attribution.attribution import Attributed
from communique.analyse.attribution.find import attribute

__all__ = ["Attributed", "attribute"]
