"""ARTICLE → a page to read: one HTML file that shows an article beside what was read out of it.

    Article → marks → passages ┐
            → facets           ├→ page
            → timeline         │
            → network          ┘

Nothing here loads the language model.
"""

from communique.report.page import is_page, render

__all__ = ["is_page", "render"]
