"""What of a WordPress site is no article: pictures, menus, drafts, which exports list all alike."""

from __future__ import annotations

from collections import Counter
from typing import Any

from communique.errors import EmptyInput

# First WordPress's own types (create_initial_post_types), then those of shops, forms and page builders. Types
# that a site has made for itself ("publication", "commentary") are read.
_NO_TEXTS = frozenset((
    "attachment", "revision", "nav_menu_item", "custom_css", "customize_changeset", "oembed_cache",
    "user_request", "feedback", "product", "product_variation", "shop_order", "shop_coupon",
    "scheduled-action", "acf-field", "acf-field-group", "elementor_library", "et_pb_layout",
    "fl-builder-template", "wpcf7_contact_form", "mc4wp-form", "wpforms", "tablepress_table", "popup",
    "popup_theme", "custom-css-js", "amp_validated_url", "ml-slide", "ml-slider",
))  # fmt: skip
_ALL_OF_ITS_OWN = "wp_"  # blocks, templates, navigation, styles, fonts
_UNPUBLISHED = {
    "draft": "drafts",
    "auto-draft": "drafts",
    "pending": "drafts",
    "future": "posts that are still to appear",
    "trash": "posts thrown away",
}


def left_out(kind: Any, status: Any) -> str | None:
    """What an item is where it is no published text, in the plural; else ``None``.

    :param kind: its ``post_type``
    :param status: its ``status``
    """
    if isinstance(kind, str) and (kind in _NO_TEXTS or kind.startswith(_ALL_OF_ITS_OWN)):
        return "pictures, menus and the like"
    return _UNPUBLISHED.get(status) if isinstance(status, str) else None


def nothing_published(left: Counter[str]) -> EmptyInput:
    """The error for an export that holds nothing but such items."""
    held = ", ".join(f"{what}: {count:,}" for what, count in sorted(left.items()))
    return EmptyInput(f"no article is published in this export ({held})", hint="publish or export it alone")
