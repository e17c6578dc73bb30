"""Pieces of pages as HTML. Every value is escaped by the template engine; none is markup."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined

from dashboards import addresses
from dashboards.files import asset_address
from dashboards.levels import level_class, level_colour, mark_class

_DASH = "\N{EN DASH}"


def render(template: str, **values: object) -> str:
    """A piece of a page.

    Args:
        template: A file of `templates`, without its suffix.
        values: What it shows; a name that the template uses and that is not given is an error.

    Returns:
        HTML in which every value is escaped.
    """
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(_read_template),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "number": number,
        "percent": percent,
        "day": day,
        "moment": moment,
        "size": size,
        "took": took,
        "level_class": level_class,
        "level_colour": level_colour,
        "mark_class": mark_class,
    }
    environment.globals.update(
        address=addresses.address,
        asset=asset_address,
        cable_address=addresses.cable_address,
        thread_address=addresses.thread_address,
    )
    return environment


def _read_template(name: str) -> str:
    return resources.files("dashboards").joinpath("templates", f"{name}.html").read_text("utf-8")


def number(value: float | None) -> str:
    """`12,345`; a dash for what is not known."""
    return _DASH if value is None else f"{value:,.0f}"


def percent(value: float | None) -> str:
    """`12.3 %` of a share between 0 and 1; a dash for what is not known."""
    return _DASH if value is None else f"{100 * value:.1f} %"


def day(value: date | datetime | None) -> str:
    """`27 Nov 2006`; a dash for what is not known."""
    return _DASH if value is None else f"{value.day} {value:%b %Y}"


def moment(value: datetime | None) -> str:
    """`27 Nov 2006, 04:24 UTC`; a dash for what is not known."""
    return _DASH if value is None else f"{day(value)}, {value:%H:%M} UTC"


def size(value: float | None) -> str:
    """`1.4 GB`; a dash for what is not known."""
    if value is None:
        return _DASH
    for unit in ("bytes", "kB", "MB"):
        if abs(value) < 1000:
            return f"{value:.0f} {unit}" if unit == "bytes" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:,.1f} GB"


def took(seconds: float | None) -> str:
    """`2 min 05 s`; a dash for what is not known."""
    if seconds is None:
        return _DASH
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02d} min" if hours else f"{minutes} min {rest:02d} s"
