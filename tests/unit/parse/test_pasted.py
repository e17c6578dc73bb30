"""What pages have pasted above the text is neither recipient nor paragraph, and nothing is lost."""

from __future__ import annotations

import pytest
from builders import HEADER, OPENING, parsed

from transforms.parse.cable import Cable

BODY = f"{OPENING}\n\n1. (C) It opened."
RUN_ON = HEADER.replace("\n", " ")
FIELDS = "417\n4/1/2008 14:30\n08OSLO417\nEmbassy Oslo\nCONFIDENTIAL\n08STATE1|08LIMA2"
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
        pytest.param(f"{BELOW}\nDESTINATION:\n{HEADER}\n\n{BODY}", id="values below their keys"),
        pytest.param(f"{HEADER}\n\n{BELOW}\nDESTINATION:\n{HEADER}\n\n{BODY}", id="keys, twice"),
        pytest.param(f"{HEADER}\n\n>\n{FIELDS}\n{HEADER}\n{BODY}", id="fields of a csv"),
        pytest.param(f">\n{FIELDS}\n{HEADER}\n{BODY}", id="fields alone"),
        pytest.param(f">\n{OTHER_FIELDS}\n{HEADER}\n{BODY}", id="fields with one reference"),
        pytest.param(f">\n{FIELDS}90\n{HEADER}\n{BODY}", id="fields with long references"),
        pytest.param(f"{HEADER}\n\n{PRINT}\n{HEADER}\nBT\n{BODY}\nBT\n#0417\nNNNN\n\n"
                     "End Cable Text", id="print of a desk"),
        pytest.param(f"{HEADER}\n\n{PRINT}\n{BODY}", id="print without a header"),
        pytest.param(f"{PRINT}\n{HEADER}\n\n{BODY}", id="print above the header"),
    ],
)  # fmt: skip
def test_a_cable_reads_the_same_below_what_was_pasted(text: str) -> None:
    found = parsed(text)
    assert _facts(found) == _facts(PLAIN)
    assert found.coverage == 1.0
