"""Writes the reference page of the settings out of their class: `make docs`."""

from __future__ import annotations

import sys

from cablehouse.settings import Settings

_HEAD = """# Settings

Every setting is an environment variable with a default that works on a bare machine. Generated from
`cablehouse/settings.py` by `make docs`; change it there.

| variable | takes | default | means |
|---|---|---|---|
"""


def settings_page() -> str:
    """The page `docs/reference/settings.md`."""
    rows = []
    properties = Settings.model_json_schema()["properties"]
    for name, facts in properties.items():
        default = facts.get("default")
        shown = "not set" if default is None else f"`{default}`"
        variable = f"`CABLEHOUSE_{name.upper()}`"
        rows.append(f"| {variable} | {_takes(facts)} | {shown} | {facts['description']} |\n")
    return _HEAD + "".join(rows)


def _takes(facts: dict[str, object]) -> str:
    """`integer from 1`, `DEBUG, INFO`: what a field of the JSON schema allows."""
    options = facts.get("anyOf")
    if isinstance(options, list):
        return _takes(next(option for option in options if option["type"] != "null"))
    if isinstance(codes := facts.get("enum"), list):
        return ", ".join(f"`{code}`" for code in codes)
    bound = facts.get("minimum", facts.get("exclusiveMinimum"))
    above = " above" if "exclusiveMinimum" in facts else " from"
    return f"{facts['type']}" + ("" if bound is None else f"{above} {bound}")


if __name__ == "__main__":
    sys.stdout.write(settings_page())
