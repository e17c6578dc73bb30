"""Labels of the opening with one letter lost, doubled, wrong or out of place."""

from __future__ import annotations

import pytest
from builders import parsed

from transforms.parse.cable import Cable
from transforms.read.record import Metadata

_OPENING = {
    "executive_order": "E.O. 12958: DECL: 04/01/2018",
    "tags": "TAGS: PREL, XL",
    "subject": "SUBJECT: HARBOR DUES",
    "refs": "REF: A. OSLO 55 B. BERN 7",
    "classified_by": "CLASSIFIED BY: DCM UNA MOSS, REASONS 1.4 (B) AND (D).",
}
_CASES = {
    "executive_order": ["EE. 12958", ".EO. 12958", "E.A. 12958", "E.O. 129S8", "E.O. 19528"],
    "tags": ["TGAS", "TAGX", "TTAGS", "TAAS", "AGS", "ATGS"],
    "subject": ["SUBEJCT", "UBJECT", "SUBJECTT", "SUBKECT"],
    "refs": ["RE", "RF", "REFF", "RREF", "RFE", "EF", "RES", "REFSS", "REFTLE", "REFERNCE"],
    "classified_by": ["CLSSIFIED BY", "CLASSIFIED BU", "CLASSIFIED Y", "CALSSIFIED BY"],
}


def _cable(opening: dict[str, str]) -> Cable:
    head = "C O N F I D E N T I A L ELDERPORT 000417\n\nSIPDIS\n\n"
    text = head + "\n".join(opening.values()) + "\n\n1. (C) The board met.\n\n2. (C) It rose.\n"
    return parsed(text, metadata=Metadata(mrn="08ELDERPORT417"))


def _told(cable: Cable) -> tuple[object, ...]:
    references = [(ref.label, ref.target_id) for ref in cable.refs]
    tags = [tag.tag for tag in cable.tags]
    order = (cable.executive_order, cable.declassify_on)
    return (*order, tags, cable.subject, references, cable.classified_by, len(cable.paragraphs))


@pytest.mark.parametrize("glue", [": ", ":"])
@pytest.mark.parametrize(
    ("name", "label"), [(name, label) for name, labels in _CASES.items() for label in labels]
)
def test_the_values_are_the_same(name: str, label: str, glue: str) -> None:
    value = _OPENING[name].partition(": ")[2]
    slipped = _cable({**_OPENING, name: f"{label}{glue}{value}"})
    assert _told(slipped) == _told(_cable(_OPENING))


@pytest.mark.parametrize(
    "line", ["TASS: THIS WILL BE NEWS", "RE: The pier", "CLEARED BY: THE BOARD", "REP: QUILL"]
)
def test_other_words_are_no_labels(line: str) -> None:
    opening = {name: text for name, text in _OPENING.items() if name not in {"tags", "refs"}}
    assert _cable({**opening, "other": line}).refs == ()
    assert _cable({**opening, "other": line}).tags == ()
