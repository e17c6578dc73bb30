"""The lines of a cable's header as its readers know them, from the columns of the warehouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboards.questions import Row

_SPACED = {"UNCLASSIFIED": "UNCLAS", "LIMITED OFFICIAL USE": "LIMITED OFFICIAL USE"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the header.

    Attributes:
        label: What stands in front (`FM`).
        values: What stands behind it, one to a row.
    """

    label: str
    values: tuple[str, ...]


def header_lines(cable: Row, recipients: Sequence[Row]) -> list[Line]:
    """The header above the text: who sent it when, to whom, and how it is to be handled.

    Args:
        cable: Of `cable.sql`.
        recipients: Of `cable_recipients.sql`.

    Returns:
        Lines in the order of a message; what the cable does not say is left out.
    """
    lines = (
        ("Transmission", [cable["transmission_id"]]),
        ("Precedence", [cable["precedence"]]),
        ("DTG", [cable["dtg"]]),
        ("FM", [cable["origin"]]),
        ("TO", _addressees(recipients, "TO")),
        ("INFO", _addressees(recipients, "INFO")),
        ("XMT", cable["exempt"] or []),
        ("Offices", cable["office_distribution"] or []),
        ("Marking", [_marking(cable)]),
        ("Attention", (cable["attention"] or "").split("\n")),
        ("E.O.", [_order(cable)]),
        ("Classified by", [_classifier(cable)]),
        ("Derived from", [cable["derived_from"]]),
    )
    found = (Line(label, tuple(v for v in values if v)) for label, values in lines)
    return [line for line in found if line.values]


def _addressees(recipients: Sequence[Row], role: str) -> list[str]:
    return [_addressee(row) for row in recipients if row["role"] == role]


def _addressee(row: Row) -> str:
    """`RUEHC/SECSTATE WASHDC PRIORITY 3310`."""
    station = f"{row['routing_indicator']}/" if row["routing_indicator"] else ""
    return " ".join(
        part
        for part in (f"{station}{row['plad']}", row["precedence"], row["message_serial"])
        if part
    )


def _marking(cable: Row) -> str:
    """`C O N F I D E N T I A L ELDERPORT 000417 // NOFORN SIPDIS`."""
    level = cable["classification"] or ""
    spaced = _SPACED.get(level) or "  ".join(" ".join(word) for word in level.split())
    sections = f"SECTION 01 OF {cable['section_count']:02d}" if cable["section_count"] > 1 else ""
    number = cable["mrn"] or f"{cable['post']} {cable['serial']:06d}"
    return " ".join(part for part in (spaced, sections, number, *(cable["captions"] or ())) if part)


def _order(cable: Row) -> str:
    """`E.O. 12958: DECL: 04/01/2018`."""
    until = cable["declassify_on"]
    said = [f"{until:%m/%d/%Y}" if until else None, cable["declassify_note"]]
    decl = " ".join(part for part in said if part)
    parts = [cable["executive_order"], f"DECL: {decl}" if decl else None]
    return ": ".join(part for part in parts if part)


def _classifier(cable: Row) -> str:
    """`DCM Una Bellweather, reasons 1.4(B) and 1.4(D)`."""
    reasons = " and ".join(cable["classification_reasons"] or ())
    parts = [
        cable["classifier_title"],
        cable["classified_by"],
        cable["classifier_office"],
        f"reasons {reasons}" if reasons else None,
    ]
    return ", ".join(part for part in parts if part)
