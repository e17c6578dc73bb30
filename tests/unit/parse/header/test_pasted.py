"""What pages have pasted above the text is neither recipient nor paragraph, and nothing is lost."""

from __future__ import annotations

import pytest
from builders import HEADER, OPENING, parsed

from transforms.parse.cable import Cable
from transforms.read.record import Metadata

BODY = f"{OPENING}\n\n1. (C) It opened."
RUN_ON = HEADER.replace("\n", " ")
FIELDS = "417\n4/1/2008 14:30\n08OSLO417\nEmbassy Oslo\nCONFIDENTIAL\n08STATE1|08LIMA2"
QUOTED_FIELDS = FIELDS.replace("\n", '"\n"')
NO_REFS = FIELDS.removesuffix("\n08STATE1|08LIMA2")
OTHER_FIELDS = FIELDS.replace("08STATE1|08LIMA2", "07LIMA290")
KEYS = {
    "ID": "417",
    "ORIGIN": "Embassy Oslo",
    "DATE": "4/1/2008 14:30",
    "SOURCE": "Embassy Oslo",
    "CLASSIFICATION": "CONFIDENTIAL",
    "MISC": "08STATE1|08LIMA2",
}
ON_THE_LINE = "\n".join(f"{key}: {value}" for key, value in KEYS.items())
ON_ONE_LINE = ON_THE_LINE.replace("\n", " ")
BELOW = "\n".join(f"{key}:\n{value}" for key, value in KEYS.items())
PRINT = """UNCLASSIFIED

Cable Text:

CONFIDENTIAL    PTQ1234

CONFIDENTIAL  OSLO 00417

SIPDIS
CXOSLO:
    ACTION: POL
    INFO:   AMB DCM
    To: Department
    From: Oslo

DISSEMINATION: POL
APPROVED: CDA:AQUILL
DRAFTED: POL:UBELLWEATHER
CLEARED: ECON:BMOSS
"""

ROWS = """
To: Department
From: Oslo
TAGS: SENV
Captions: NODIS
Subject: A LIGHTHOUSE
Ref: None
"""

PLAIN = parsed(f"{HEADER}\n\n{BODY}")


def _facts(cable: Cable) -> tuple[object, ...]:
    return (
        cable.cable_id,
        cable.mrn,
        cable.dtg,
        cable.origin,
        cable.precedence,
        cable.recipients,
        cable.subject,
        cable.classification,
        [(p.number, p.text) for p in cable.paragraphs],
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEADER}\n\nTuesday, 01 April 2008, 14:30\n{BODY}", id="date of the site"),
        pytest.param(f"{HEADER}\n\n{ON_THE_LINE}\nDESTINATION: {RUN_ON}\n{BODY}",
                     id="keys below a header"),
        pytest.param(f"{ON_THE_LINE}\nDESTINATION: {RUN_ON}\n\n{BODY}", id="header in a key"),
        pytest.param(f"{ON_ONE_LINE} DESTINATION: {RUN_ON}\n\n{BODY}", id="keys on one line"),
        pytest.param(f"{BELOW}\nDESTINATION:\n{HEADER}\n\n{BODY}", id="values below their keys"),
        pytest.param(f"{HEADER}\n\n{BELOW}\nDESTINATION:\n{HEADER}\n\n{BODY}", id="keys, twice"),
        pytest.param(f"{HEADER}\n\n>\n{FIELDS}\n{HEADER}\n{BODY}", id="fields of a csv"),
        pytest.param(f">\n{FIELDS}\n{HEADER}\n{BODY}", id="fields alone"),
        pytest.param(f">{FIELDS}\n{HEADER}\n{BODY}", id="fields behind their sign"),
        pytest.param(f">\n{NO_REFS}\n\n{HEADER}\n{BODY}", id="fields without references"),
        pytest.param(f">\n{OTHER_FIELDS}\n{HEADER}\n{BODY}", id="fields with one reference"),
        pytest.param(f">\n{FIELDS}90\n{HEADER}\n{BODY}", id="fields with long references"),
        pytest.param(f'>\n"{QUOTED_FIELDS}"\n"{HEADER}"\n"{BODY}', id="fields in quotes"),
        pytest.param(f"{HEADER}\n\n{PRINT}\n{HEADER}\nBT\n{BODY}\nBT\n#0417\nNNNN\n\n"
                     "End Cable Text", id="print of a desk"),
        pytest.param(f"{HEADER}\n\n{PRINT}\n{BODY}", id="print without a header"),
        pytest.param(f"{PRINT}\n{HEADER}\n\n{BODY}", id="print above the header"),
        pytest.param(f"{PRINT}{ROWS}\n{HEADER}\nBT\n{BODY}", id="print with rows"),
        pytest.param(f"{HEADER}\n\n{PRINT}{ROWS}\n{BODY}", id="print with rows, no header"),
    ],
)  # fmt: skip
def test_a_cable_reads_the_same_below_what_was_pasted(text: str) -> None:
    found = parsed(text)
    assert _facts(found) == _facts(PLAIN)
    assert found.coverage == 1.0


GIVEN = Metadata(mrn="08OSLO417", classification="CONFIDENTIAL")
BEHIND_MARKING = "SIPDIS\n\nDEPT FOR EUR/LAG\n\n" + OPENING.split("SIPDIS\n\n")[1]


@pytest.mark.parametrize(
    "above",
    [
        pytest.param("", id="no marking line"),
        pytest.param("SIPDIS\n\n", id="SIPDIS twice"),
        pytest.param("C O N F I D E N T I A L OSLO 0004!7\n\n", id="damaged number"),
        pytest.param("C O N F I D E N T I A L OS!0 000417,\n\n", id="damaged post"),
    ],
)
def test_a_body_that_begins_below_its_marking_line_is_no_header(above: str) -> None:
    text = f"{HEADER}\n\n{above}{BEHIND_MARKING}\n\n1. (C) It opened."
    found = parsed(text, metadata=GIVEN)
    assert _facts(found) == (PLAIN.cable_id, None, *_facts(PLAIN)[2:])
    assert (found.captions, found.attention) == (("SIPDIS",), "DEPT FOR EUR/LAG")


def test_what_looks_like_a_passing_line_below_an_address_is_one() -> None:
    header = f"{HEADER}\nNSC WASHDC"
    found = parsed(f"{header}\n\n{BEHIND_MARKING}\n\n1. (C) It opened.", metadata=GIVEN)
    assert [recipient.plad for recipient in found.recipients][-1] == "NSC WASHDC"


@pytest.mark.parametrize(
    "notice",
    [
        "This record is a partial extract of the original cable.\n"
        "The full text of the original cable is not available.",
        "This record is a partial extract of the original cable. The full\n"
        "text of the original cable is not available.",
        "This record is a partial extract of the original cable.",
    ],
)
def test_a_wrapped_notice_of_an_extract_is_no_header(notice: str) -> None:
    found = parsed(f"{notice}\n\n{BODY}", metadata=GIVEN)
    assert (found.is_partial, found.recipients, found.coverage) == (True, (), 1.0)
