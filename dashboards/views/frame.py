"""What all pages share: the message when there is no warehouse, and pieces of HTML.

The folder is not called `pages`: Streamlit would make a page of every file in one of that name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import streamlit as st

from dashboards.live import settings
from dashboards.rendering import render
from warehouse.errors import NoWarehouse


def framed(page: Callable[[], None]) -> Callable[[], None]:
    """A page that says what to do when there is no warehouse yet."""

    @wraps(page)
    def show() -> None:
        try:
            page()
        except NoWarehouse:
            put("no_warehouse", home=str(settings().home.resolve()))

    show.__name__ = page.__module__.rpartition(".")[2]
    return show


def put(template: str, **values: object) -> None:
    """Show a piece of HTML; see `render`."""
    st.html(render(template, **values))


def asked(name: str) -> str | None:
    """A parameter of the address; None when it is missing or empty."""
    value = st.query_params.get(name)
    return value.strip() or None if value else None


def asked_number(name: str, default: int, highest: int) -> int:
    """A number of the address, between 1 and a highest; the default when it is none."""
    value = asked(name)
    if value is None or not value.isdecimal():
        return default
    return min(max(int(value[:9]), 1), highest)


def scroll_to(anchor: str) -> None:
    """Bring a piece of the page into view and put the keyboard there.

    The page is drawn after the browser has looked for the anchor of the address, so the browser
    cannot do this by itself.

    Args:
        anchor: The id of an element of ours: a word of the program and a number, never data.
    """
    st.html(
        f"<script>setTimeout(() => {{ const there = document.getElementById('{anchor}');"
        "there?.scrollIntoView(); there?.focus({preventScroll: true}) }, 150)</script>",
        unsafe_allow_javascript=True,
    )
