"""A small dump whose every answer can be worked out by hand: nine cables, two of them twice, and a letter.

03STATE5001 <- 03ANKARA101 <- 03ANKARA102      03STATE5002, 03ANKARA160 and 08OSLO400 are cited,
     03STATE5003 -> 03ANKARA101                but not held; 03STATE5002 by two cables
08LIMA12 <- 08OSLO417 <- 08OSLO418
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Invented:
    """A cable, in the parts that the questions ask for."""

    post: str
    serial: int
    dtg: str
    level: str
    tags: str
    subject: str
    body: str
    to: str = "SECSTATE WASHDC PRIORITY 0101"
    info: str = ""
    captions: str = ""
    order: str = ""
    refs: str = ""
    author: str = ""
    signed_by: str = ""

    def text(self) -> str:
        """The cable as plain text."""
        header = [f"P {self.dtg}", f"FM AMEMBASSY {self.post}", f"TO {self.to}"]
        if self.post == "STATE":
            header[1] = "FM SECSTATE WASHDC"
        if self.info:
            header.append(f"INFO {self.info}")
        blocks = [
            "\n".join(header),
            f"{self.level} {self.post} {self.serial:06d}",
            self.captions,
            self.order,
            f"TAGS: {self.tags}",
            f"SUBJECT: {self.subject}",
            f"REF: {self.refs}" if self.refs else "",
            self.author,
            self.body,
            self.signed_by,
        ]
        return "\n\n".join(block for block in blocks if block) + "\n"


ANKARA_101 = Invented(
    "ANKARA",
    101,
    "030900Z MAR 03",
    "C O N F I D E N T I A L",
    "PREL, TU, US",
    "FERRY TALKS OPEN",
    "1. (C) Summary: The ferry talks opened. End summary.\n\n"
    "2. (U) The harbor is open to visitors.\n\n"
    "3. (C) Comment: Nobody expects a result. End comment.",
    info="AMEMBASSY OSLO",
    captions="SIPDIS",
    order="E.O. 12958: DECL: 03/03/2013",
    refs="A. STATE 5001\n     B. STATE 5002",
    author="Classified By: DCM Una Bellweather, reasons 1.5 (b) and (d).",
    signed_by="BELLWEATHER",
)
ANKARA_102 = Invented(
    "ANKARA",
    102,
    "100900Z MAR 03",
    "S E C R E T",
    "PREL, TU",
    "FERRY TALKS CLOSE",
    "1. (S) Summary: The ferry talks closed. End summary.\n\n2. (S) The harbor stays shut.",
    to="SECSTATE WASHDC NIACT IMMEDIATE 0102",
    info="AMEMBASSY OSLO",
    captions="NODIS",
    order="E.O. 12958: DECL: X1",
    refs="A. STATE 5002\n     B. ANKARA 101",
    author="Classified By: DCM Una Bellweather, reasons 1.5 (b).",
    signed_by="BELLWEATHER",
)
ANKARA_150 = Invented(
    "ANKARA",
    150,
    "010900Z APR 03",
    "UNCLAS",
    "ETRD, TU",
    "FISH PRICES",
    "1. Fish is cheap this spring.\n\n2. Nets are not.",
    info="AMEMBASSY OSLO",
    signed_by="QUILL",
)
STATE_5001 = Invented(
    "STATE",
    5001,
    "200900Z FEB 03",
    "C O N F I D E N T I A L",
    "PREL, TU",
    "INSTRUCTIONS FOR THE FERRY TALKS",
    "1. (C) Post is asked to attend the talks.",
    to="AMEMBASSY ANKARA PRIORITY 0301",
    order="E.O. 12958: DECL: 02/20/2013",
    signed_by="MOSS",
)
STATE_5003 = Invented(
    "STATE",
    5003,
    "200900Z MAR 03",
    "UNCLAS",
    "PREL, TU",
    "THANKS",
    "1. The Department thanks post for its reports.",
    to="AMEMBASSY ANKARA PRIORITY 0302",
    refs="A. ANKARA 101\n     B. ANKARA 160",
    signed_by="MOSS",
)
LIMA_12 = Invented(
    "LIMA",
    12,
    "150900Z MAR 08",
    "UNCLAS",
    "ETRD, PE",
    "WOOL EXPORTS",
    "1. Exports of wool have doubled since the new road was opened.",
    captions="SENSITIVE",
)
OSLO_417 = Invented(
    "OSLO",
    417,
    "010900Z APR 08",
    "C O N F I D E N T I A L",
    "PREL, ETRD, NO",
    "A SECOND PIER",
    "1. (C) The minister told XXXXXXXXXXXX that a second pier would open.\n\n"
    "2. (C) XXXXXXXXXXXX doubted it.",
    order="E.O. 12958: DECL: 04/01/2018",
    refs="A. LIMA 12\n     B. OSLO 400",
    author="Classified By: Ambassador Orin Saltmarsh, reasons 1.4 (b).",
    signed_by="SALTMARSH",
)
OSLO_418 = Invented(
    "OSLO",
    418,
    "020900Z APR 08",
    "S E C R E T",
    "PREL, NO, OVIP (QUILL, AUGUSTA)",
    "VISIT TO THE PIER",
    "1. (S) The visit went well, and the guests saw the pier at low tide.",
    captions="NOFORN",
    order="E.O. 12958: DECL: 04/02/2018",
    refs="A. OSLO 417\n     B. OSLO 400",
    author="Classified By: Ambassador Orin Saltmarsh, reasons 1.4 (d).",
    signed_by="SALTMARSH",
)
OSLO_418_SHORT = Invented(
    **{
        **OSLO_418.__dict__,
        "body": "1. (S) The visit went well.",
    }
)
CABLES = {
    "ankara-101.txt": ANKARA_101,
    "ankara-102.txt": ANKARA_102,
    "ankara-150.txt": ANKARA_150,
    "lima-12.txt": LIMA_12,
    "oslo-417.txt": OSLO_417,
    "oslo-418.txt": OSLO_418,
    "oslo-418-short.txt": OSLO_418_SHORT,
    "state-5001.txt": STATE_5001,
    "state-5003.txt": STATE_5003,
}
PREAMBLE = """09LIMA7
ANOTHER ROAD
2009-02-01 10:00
SECRET
Embassy Lima

C O N F I D E N T I A L LIMA 000007

TAGS: ETRD, PE

SUBJECT: ANOTHER ROAD

1. (C) The next road is planned.
"""
WITHOUT_NUMBER = "TAGS: PREL\n\nSUBJECT: A LETTER WITHOUT A NUMBER\n\n1. It names no cable.\n"


def write_dump(folder: Path) -> Path:
    """Write all files; returns the folder."""
    folder.mkdir(parents=True)
    for name, cable in CABLES.items():
        (folder / name).write_text(cable.text(), "utf-8")
    (folder / "oslo-417-again.txt").write_text(OSLO_417.text(), "utf-8")
    (folder / "lima-7.txt").write_text(PREAMBLE, "utf-8")
    (folder / "letter.txt").write_text(WITHOUT_NUMBER, "utf-8")
    return folder
