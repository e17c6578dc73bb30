"""The subject: its labels, where it ends, and its portion mark."""

from __future__ import annotations

import pytest
from builders import message, opened, parsed, table
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.opening.subject import parse_subject
from transforms.read.record import Metadata

# Expected: the subject, and its mark if it has one.
BLOCKS = r"""
SUBJECT: A PIER                                              => A PIER
SUBJ/ A PIER                                                 => A PIER
SUBJECT: (C] A PIER                                          => A PIER | C
SUBJECT: [S/NF] A PIER                                       => A PIER | S/NF
SUBJECT: ((SBU)) A PIER                                      => A PIER | SBU
SUBJECT: (C A PIER                                           => A PIER | C
SUBJECT: (S KOREA) A PIER                                    => (S KOREA) A PIER
SUBJECT: THE BOARD OF THE HARBOR DISCUSSES THE ANTI-⏎⏎CORRUPTION LAW => THE BOARD OF THE HARBOR DISCUSSES THE ANTI-CORRUPTION LAW
SUBJECT: THE BOARD OF THE HARBOR DISCUSSES THE ANTI- CORRUPTION LAW AND A SECOND PIER => THE BOARD OF THE HARBOR DISCUSSES THE ANTI-CORRUPTION LAW AND A SECOND PIER
SUBJECT: THE BOARD OF THE HARBOR DISCUSSES PRE- AND POST-WAR DUES AND A SECOND PIER => THE BOARD OF THE HARBOR DISCUSSES PRE- AND POST-WAR DUES AND A SECOND PIER
SUBJECT: ANTI- CORRUPTION LAW                                => ANTI- CORRUPTION LAW
SUBJECT- A PIER                                              => A PIER
SUBJECT: A PIER FOR⏎OSLO                                     => A PIER FOR OSLO
SUBJECT: A PIER FOR⏎⏎OSLO⏎                                   => A PIER FOR OSLO
SUBJECT: A PIER FOR⏎-        OSLO⏎                           => A PIER FOR OSLO
SUBJECT: A PIER FOR OSLO⏎- A LONG ONE⏎                       => A PIER FOR OSLO - A LONG ONE
SUBJECT: A PIER FOR OSLO AND THE⏎⏎REST OF THE COAST⏎REF: STATE 12 => A PIER FOR OSLO AND THE REST OF THE COAST
SUBJECT: HARBOR TALKS, PORT VESPER (HT-PV-VII):⏎(U) AGREEMENT ON PIERS => HARBOR TALKS, PORT VESPER (HT-PV-VII): (U) AGREEMENT ON PIERS
SUBJECT: HARBOR TALKS, PORT VESPER (HT-PV-VII):⏎(U) The board agreed on piers. => HARBOR TALKS, PORT VESPER (HT-PV-VII):
SUBJECT: A LONG SUBJECT ABOUT THE PIERS OF THE COAST, AND OF⏎OSLO 00000417  001.2 OF 002⏎⏎THE HARBOR BOARD⏎⏎REF: STATE 12 => A LONG SUBJECT ABOUT THE PIERS OF THE COAST, AND OF THE HARBOR BOARD
SUBJECT: A LONG SUBJECT ABOUT THE PIERS OF THE COAST⏎OSLO 00000417  001.2 OF 002⏎THE HARBOR BOARD⏎REF: STATE 12 => A LONG SUBJECT ABOUT THE PIERS OF THE COAST THE HARBOR BOARD
SUBJECT: A LONG SUBJECT ABOUT THE PIERS OF THE COAST, AND OF⏎⏎OSLO 00000417  001.2 OF 002⏎⏎THE HARBOR BOARD⏎⏎1. (C) The pier. => A LONG SUBJECT ABOUT THE PIERS OF THE COAST, AND OF THE HARBOR BOARD
SUBJECT: A LONG SUBJECT ABOUT THE PIERS OF THE COAST AND ISLES⏎⏎OSLO 00000417  001.2 OF 002⏎⏎THE HARBOR BOARD⏎[1](#)1. (C) The pier.⏎⏎2. (C) It opened. => A LONG SUBJECT ABOUT THE PIERS OF THE COAST AND ISLES THE HARBOR BOARD
SUBJECT: THE MINISTER AT THE PIER,⏎APRIL 1-3⏎-------⏎SUMMARY⏎-------⏎⏎1. (C) The pier. => THE MINISTER AT THE PIER, APRIL 1-3
SUBJECT: A LONG SUBJECT ABOUT THE PIERS OF THE COAST (PART⏎1)⏎REF: STATE 12 => A LONG SUBJECT ABOUT THE PIERS OF THE COAST (PART 1)
SUBJECT: A PIER OSLO 00000417  001.2 OF 002⏎FOR THE COAST⏎REF: STATE 12 => A PIER FOR THE COAST
SUBJECT: (C) A PIER                                          => A PIER | C
SUBJECT: (C//NF) A PIER                                      => A PIER | C/NF
SUBJECT: A PIER (C)                                          => A PIER | C
SUBJECT: A PIER⏎(C)                                          => A PIER | C
SUBJECT: A PIER FOR⏎OSLO⏎(S/NF)⏎⏎REF: STATE 12               => A PIER FOR OSLO | S/NF
(U) SUBJECT: A PIER                                          => A PIER | U
SUBJECT: (S/NF): A PIER                                      => A PIER | S/NF
SUBJECT: A PIER (SBU).                                       => A PIER | SBU
SUBJECT (C): A PIER                                          => A PIER | C
SUBJECT: A PIER: AGENDA ITEM 70(b) AND (c)                    => A PIER: AGENDA ITEM 70(b) AND (c)
SUBJECT: A PIER, ITEMS (b), (c)                               => A PIER, ITEMS (b), (c)
SUBJECT: (SBU) (U) A PIER                                    => A PIER | SBU
SUBJECT: - A PIER                                            => A PIER
SUBJECT: THE DUES OF THE PIER INTO⏎�2008              => THE DUES OF THE PIER INTO 2008
SUBJECT: THE PIER;⏎(S//NF) THE FERRY                        => THE PIER; (S//NF) THE FERRY
SUBJECT: THE PIER⏎(CORRECTED COPY)⏎⏎SIPDIS                   => THE PIER (CORRECTED COPY)
SUBJECT: THE PIER⏎⏎(CORRECTED COPY)                          => THE PIER
SUBJECT: THE PIER,S DUES                                     => THE PIER'S DUES
SUBJECT: &A Pier8 for Oslo                                   => "A Pier" for Oslo
SUBJECT:A PIER                                               => A PIER
SUBJECT A PIER                                               => A PIER
SUBJECT - A PIER                                             => A PIER
SUBJECT; A PIER                                              => A PIER
SUBJECT. A PIER                                              => A PIER
SUBJECT--A PIER                                              => A PIER
SUBJECT⏎A PIER                                               => A PIER
SUBJECT⏎⏎A PIER                                              => A PIER
SUBJECT:⏎⏎A PIER⏎                                            => A PIER
SUBJ: A PIER                                                 => A PIER
SUBJ A PIER                                                  => A PIER
SUBJ.: A PIER                                                => A PIER
Subj: A Pier                                                 => A Pier
Subject: A Pier                                              => A Pier
subject: a pier                                              => a pier
Subject A Pier for Oslo                                      => A Pier for Oslo
SUBECT: A PIER                                               => A PIER
SUJBECT: A PIER                                              => A PIER
SBUJECT: A PIER                                              => A PIER
SUBJEXT: A PIER                                              => A PIER
UBJECT: A PIER                                               => A PIER
SUBJECTL: A PIER                                             => A PIER
SUBJECCT: A PIER                                             => A PIER
S U B J E C T: A PIER                                        => A PIER
SUB: A PIER                                                  => A PIER
SUBJECT: SUBJECT: A PIER                                     => A PIER
SUBJECT: ELDERPORT: A PIER: OR TWO                           => ELDERPORT: A PIER: OR TWO
SUBJECT: REFORM OF THE REFERENCE SYSTEM                      => REFORM OF THE REFERENCE SYSTEM
SUBJECT: THE REF DESK: A PIER                                => THE REF DESK: A PIER
SUBJECT: ANNUAL TAGS REVIEW                                  => ANNUAL TAGS REVIEW
SUBJECT: A PIER REF: STATE 12                                => A PIER
SUBJECT: A PIER REF STATE 12                                 => A PIER
SUBJECT: A PIER Ref: A. STATE 12                             => A PIER
SUBJECT: A PIER REFTEL: STATE 12                             => A PIER
SUBJECT: A PIER CLASSIFIED BY: DCM UNA BELLWEATHER, REASONS 1.4 (B) => A PIER
SUBJECT: A PIER Classified By: DCM Una Bellweather, reasons 1.4 (b) => A PIER
SUBJECT: A PIER Classified By DCM Una Bellweather, reasons 1.4 (b) => A PIER
SUBJECT: A PIER TAGS: PREL                                   => A PIER
SUBJECT: A PIER E.O. 12958: DECL: 1/1/2018                   => A PIER
SUBJECT: A PIER 1. (C) The pier opened.                      => A PIER
SUBJECT: A PIER ¶1. (C) The pier opened.                     => A PIER
SUBJECT: A PIER 1.  (C)  The pier opened.                    => A PIER
SUBJECT: A PIER⏎1.  SUMMARY: THE PIER OPENED.                => A PIER
SUBJECT: A PIER⏎¶2.  (C) The pier opened.                    => A PIER
SUBJECT: A PIER⏎1. (C) The pier opened.                      => A PIER
SUBJECT: A PIER⏎(C) 1. The pier opened.                      => A PIER
SUBJECT: A PIER⏎SIPDIS⏎REF: STATE 12                         => A PIER
SUBJECT: A PIER⏎SENSITIVE BUT UNCLASSIFIED⏎1. (U) The pier.  => A PIER
SUBJECT: A PIER⏎------⏎1. (U) The pier.                      => A PIER
SUBJECT: A PIER⏎⏎------⏎Summary⏎-----⏎1. (U) The pier.       => A PIER
SUBJECT: A PIER⏎Summary⏎-------⏎1. (U) The pier.             => A PIER
SUBJECT: A PIER⏎SUMMARY⏎1. (U) The pier.                     => A PIER
SUBJECT: A PIER⏎CORRECTED COPY⏎REF: STATE 12                 => A PIER
SUBJECT: A PIER - CORRECTED COPY                             => A PIER - CORRECTED COPY
SUBJECT: CORRECTED COPY: A PIER                              => CORRECTED COPY: A PIER
SUBJECT: (CORRECTED COPY) A PIER                             => (CORRECTED COPY) A PIER
SUBJECT: C O R R E C T E D COPY - A PIER                     => C O R R E C T E D COPY - A PIER
SUBJECT: "A PIER"                                            => "A PIER"
SUBJECT: "A PIER" AND A FERRY                                => "A PIER" AND A FERRY
SUBJECT: THE OFF-⏎SHORE PIER                                 => THE OFF-SHORE PIER
SUBJECT: THE BOARD -⏎A PIER                                  => THE BOARD - A PIER
SUBJECT: THE BOARD --⏎A PIER                                 => THE BOARD -- A PIER
SUBJECT: THE BOARD- A PIER                                   => THE BOARD- A PIER
SUBJECT: CO-⏎OPERATION                                       => CO-OPERATION
SUBJECT: [A](#) PIER                                         => A PIER
SUBJECT: THE PIER OPENS IN [1](#)2009                        => THE PIER OPENS IN 2009
SUBJECT: A PIER FOR⏎2009                                     => A PIER FOR 2009
SUBJECT: TFXX01: A PIER                                      => TFXX01: A PIER
SUBJECT: A PIER,⏎FERRIES,⏎AND A DOCK⏎                        => A PIER, FERRIES, AND A DOCK
SUBJECT: A PIER.                                             => A PIER.
SUBJECT:  A   PIER                                           => A PIER
SUBJECT: A PIER FOR OSLO:⏎⏎A FERRY AND A DOCK⏎⏎REF: STATE 12 => A PIER FOR OSLO: A FERRY AND A DOCK
SUBJECT: A PIER FOR OSLO,⏎⏎A FERRY AND A DOCK⏎⏎REF: STATE 12 => A PIER FOR OSLO, A FERRY AND A DOCK
SUBJECT: A PIER FOR OSLO -⏎⏎A FERRY⏎⏎REF: STATE 12           => A PIER FOR OSLO - A FERRY
SUBJECT: THE FERRY MINISTER'S MEETING WITH THE SECRETARY OF THE⏎⏎HARBOR BOARD ON PIERS⏎⏎1. (C) The pier. => THE FERRY MINISTER'S MEETING WITH THE SECRETARY OF THE HARBOR BOARD ON PIERS
SUBJECT: A PIER⏎REFS: A. STATE 12⏎B. STATE 13                => A PIER
SUBJECT: DR. QUILL'S PIER                                    => DR. QUILL'S PIER
SUBJECT: N/A                                                 =>
SUBJECT: NONE                                                =>
SUBJECT: VISAS DONKEY: A PIER (QUILL, AUGUSTA)               => VISAS DONKEY: A PIER (QUILL, AUGUSTA)
SUBJECT: A PIER⏎⏎NOTE: THE PIER                              => A PIER
SUBJECT: A PIER⏎(U) This cable is sensitive.⏎1. (U) The pier. => A PIER
SUBJECT: A PIER⏎THIS IS AN ACTION REQUEST. SEE PARA 5.⏎1. (U) The pier. => A PIER
SUBJECT: FERRY MINISTER QUILL: "WE NEED A⏎SECOND PIER"       => FERRY MINISTER QUILL: "WE NEED A SECOND PIER"
SUBJECT: A LONG SUBJECT ABOUT THE PIERS OF THE COAST⏎SIPDIS⏎THE HARBOR BOARD⏎⏎REF: STATE 12 => A LONG SUBJECT ABOUT THE PIERS OF THE COAST THE HARBOR BOARD
Subject: A LONG SUBJECT ABOUT THE PIERS OF THE COAST⏎OSLO 00000417  001.2 OF 002⏎⏎THE HARBOR BOARD⏎OSLO 00000417  001.2 OF 002⏎REF: STATE 12 => A LONG SUBJECT ABOUT THE PIERS OF THE COAST THE HARBOR BOARD
SUBJECT: A LONG SUBJECT ABOUT THE PIERS OF THE COAST⏎OSLO 00000417  001.2 OF 002⏎⏎THE HARBOR BOARD AND ALL THE FERRIES AND⏎BOATS⏎REF: STATE 12 => A LONG SUBJECT ABOUT THE PIERS OF THE COAST THE HARBOR BOARD AND ALL THE FERRIES AND BOATS
SUBJECT: A LONG SUBJECT ABOUT THE PIERS OF THE COAST (1 OF⏎OSLO 00000417  001.2 OF 002⏎⏎2)⏎⏎REF: STATE 12 => A LONG SUBJECT ABOUT THE PIERS OF THE COAST (1 OF 2)
# what looks like a label, or wraps to look like one
SUBJECT: THE PIER IS⏎SUBJECT TO TAX                          => THE PIER IS SUBJECT TO TAX
SUBJECT: RESPONSE TO⏎REFTEL DEMARCHE ON PIERS⏎⏎REF: STATE 12  => RESPONSE TO REFTEL DEMARCHE ON PIERS
SUBJECT: A PIER UNDER⏎E.O. 13224⏎⏎REF: STATE 12              => A PIER UNDER E.O. 13224
SUBJECT: A PIER UNDER⏎EXECUTIVE ORDER 13224 LISTS            => A PIER UNDER EXECUTIVE ORDER 13224 LISTS
SUBJECT: A PIER⏎UNCLASSIFIED - SENSITIVE⏎⏎1. The pier.       => A PIER
SUBJECT: A PIER⏎UNCLASSIFIED⏎⏎UNCLASSIFIED⏎PAGE 02 OSLO 00417⏎⏎1. THE PIER. => A PIER
SUBJECT: A PIER⏎REF NONE                                     => A PIER
SUBJECT: SUBJECTS OF THE CROWN                               => SUBJECTS OF THE CROWN
SUBJECT: SUB-REGIONAL PIERS                                  => SUB-REGIONAL PIERS
SUBJECT: THE NEW E.O. 13224 AND PIERS                        => THE NEW E.O. 13224 AND PIERS
SUBJECT: IS THE PIER CLASSIFIED?                             => IS THE PIER CLASSIFIED?
SUBJECT: PREF: A PIER                                        => PREF: A PIER
# the same again in a later section, and another one in a quoted message
SUBJECT: A PIER⏎⏎REF: STATE 12⏎⏎SUBJECT: A PIER              => A PIER
SUBJECT: A PIER⏎⏎SUBJECT: A FERRY                            => A PIER
"""


@pytest.mark.parametrize(("block", "expected"), table(BLOCKS))
def test_a_subject(block: str, expected: list[str]) -> None:
    cable = opened(block)
    assert [cable.subject or "", *filter(None, [cable.subject_mark])] == expected
    assert cable.coverage == 1.0


ORDERS = [
    "E.O. 12958: N/A\nTAGS: PREL, NO\nSUBJECT: A PIER FOR\nOSLO\nREF: STATE 12\n",
    "E.O. 12958: N/A\n\nTAGS: PREL, NO\n\nSUBJECT: A PIER FOR\n\nOSLO\n\nREF: STATE 12\n",
    "SUBJECT: A PIER FOR\nOSLO\nTAGS: PREL, NO\nREF: STATE 12\nE.O. 12958: N/A",
    "REF: STATE 12\nSUBJECT: A PIER FOR\nOSLO\nE.O. 12958: N/A\nTAGS: PREL, NO",
    "E.O. 12958: N/A TAGS: PREL, NO SUBJECT: A PIER FOR OSLO REF: STATE 12",
    "SIPDIS E.O. 12958: N/A TAGS: PREL, NO SUBJECT: A PIER FOR OSLO REF: STATE 12",
    "E.O. 12958: N/A\nTAGS: PREL, NO SUBJECT: A PIER FOR\nOSLO\nREF: STATE 12",
    "E.O. 12958: N/A\nTAGS: PREL, NO\n\nA PIER FOR OSLO\n\nREF: STATE 12",
    "E.O. 12958: N/A\nTAGS: PREL, NO\nA PIER FOR OSLO\nREF: STATE 12",
]


@pytest.mark.parametrize("opening", ORDERS, ids=range(len(ORDERS)))
@pytest.mark.parametrize("joint", ["\n", "\n\n", " "])
def test_blocks_in_any_order_and_spacing(opening: str, joint: str) -> None:
    cable = parsed(f"UNCLAS OSLO 000417{joint}{opening}", metadata=Metadata(mrn="08OSLO417"))
    assert (cable.mrn, cable.subject, cable.executive_order) == (
        "OSLO 000417",
        "A PIER FOR OSLO",
        "12958",
    )
    assert [tag.tag for tag in cable.tags] == ["PREL", "NO"]
    assert [ref.target_id for ref in cable.refs] == ["08STATE12"]
    assert (cable.paragraphs, cable.coverage) == ((), 1.0)


@pytest.mark.parametrize(
    ("given_by_dump", "block", "expected"),
    [
        ("A DOCK", "SUBJECT: A PIER", "A PIER"),
        ("A DOCK", "SUBJECT: N/A", "A DOCK"),
        ("A DOCK", "SUBJECT:", "A DOCK"),
        (" A \n DOCK ", "TAGS: PREL", "A DOCK"),
        ("  ", "TAGS: PREL", None),
        (None, "TAGS: PREL", None),
    ],
)
def test_the_dumps_subject_stands_in(
    given_by_dump: str | None, block: str, expected: str | None
) -> None:
    metadata = Metadata(mrn="08OSLO417", subject=given_by_dump)
    assert parsed(f"UNCLAS OSLO 000417\n\n{block}", metadata=metadata).subject == expected


@pytest.mark.parametrize(
    ("line", "is_corrected"),
    [
        ("SUBJECT: A PIER - CORRECTED COPY", True),
        ("SUBJECT: C O R R E C T E D COPY: A PIER", True),
        ("SUBJECT: A PIER\nCORRECTED COPY", True),
        ("SUBJECT: THE COPY WAS CORRECTED", False),
    ],
)
def test_a_subject_that_says_that_it_is_corrected(line: str, is_corrected: bool) -> None:
    assert opened(line).is_corrected_copy is is_corrected


def test_in_a_whole_cable_the_body_stays_whole() -> None:
    opening = "UNCLAS OSLO 000417\n\nSUBJECT: A PIER FOR THE\n\nCOAST\n\nSummary\n-------"
    cable = parsed(message("1. (U) The pier opened.", opening=opening))
    assert (cable.subject, cable.paragraphs[0].heading) == ("A PIER FOR THE COAST", "Summary")


@given(st.lists(st.sampled_from(["A", "PIER", "FOR", "OSLO:", "THE", "2009"]), min_size=1))
def test_wrapping_does_not_matter(words: list[str]) -> None:
    whole = parse_subject(["SUBJECT: " + " ".join(words)])
    assert parse_subject(["SUBJECT: " + words[0], *words[1:]]) == whole
