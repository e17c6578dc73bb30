"""TAGS in all their forms: separators, line breaks, persons, phrases, slips."""

from __future__ import annotations

import pytest
from builders import message, opened, parsed, table
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.cable import Tag
from transforms.parse.opening.tags import parse_tags

# Expected: persons in brackets, what is in no list with a question mark.
BLOCKS = r"""
TAGS: PREL, ETRD, NO                                         => PREL | ETRD | NO
TAGS: PREL ETRD NO SUBJECT: A PIER                           => PREL | ETRD | NO
TAGS: PREL ETRD NO E.O. 12958: N/A                           => PREL | ETRD | NO
TAGS PREL ETRD NO                                            => PREL | ETRD | NO
TAGS ASEAN, PREL, NO                                         => ASEAN | PREL | NO
TAGS: PREL; ETRD; NO                                         => PREL | ETRD | NO
TAGS: PREL, DEALING IN FERRIES, NO                           => PREL | DEALING IN FERRIES? | NO
TAGS: PREL NO TFPV01 TFPV02                                  => PREL | NO | TFPV01? | TFPV02?
TAGS: PREL/ETRD/NO                                           => PREL | ETRD | NO
TAGS: PREL. ETRD. NO.                                        => PREL | ETRD | NO
TAGS: PREL.ETRD.NO                                           => PREL | ETRD | NO
TAGS: PREL:ETRD:NO, KDEM                                     => PREL | ETRD | NO | KDEM
TAGS: PREL, ETRD-PHUM, G-8, NO                               => PREL | ETRD | PHUM | G-8 | NO
TAGS: OREP (QUILL, AUGUSTA; MOSS, IDA), NO                   => OREP | (QUILL, AUGUSTA) | (MOSS, IDA) | NO
TAGS: PREL - ETRD - NO                                       => PREL | ETRD | NO
TAGS: PREL, ETRD,⏎KDEM, NO                                   => PREL | ETRD | KDEM | NO
TAGS: PREL, ETRD⏎KDEM NO                                     => PREL | ETRD | KDEM | NO
TAGS: PREL, ETRD,⏎⏎KDEM, NO                                  => PREL | ETRD | KDEM | NO
TAGS: PREL, ETRD⏎⏎KDEM, NO                                   => PREL | ETRD | KDEM | NO
TAGS: PREL, ET⏎RD, NO                                        => PREL | ETRD | NO
TAGS: prel, etrd, kdem, no                                   => PREL | ETRD | KDEM | NO
Tags: Prel, Etrd, No                                         => PREL | ETRD | NO
tags: prel etrd                                              => PREL | ETRD
TAGS: [PREL](#) [ETRD](/tag/ETRD_0.html), [NO](http://x.org/tag/NO_0.html) => PREL | ETRD | NO
TAGS: <a href='/tag/PREL_0.html'>PREL</a> <a href='/tag/NO_0.html'>NO</a> => PREL | NO
TAGS: PREL /tag/PREL_0.html, NO /tag/NO_0.html               => PREL | NO
TAGS: PREL, NO, SENSITIVE                                    => PREL | NO
TAGS: /tag/PREL.html /tag/NO_0.html                          => PREL | NO
TAGS: PREL⏎/tag/PREL.html⏎NO /tag/NO.html                    => PREL | NO
TAGS: PREL, NO⏎⏎/tag/PREL.html /tag/NO.html                  => PREL | NO
TAGS:⏎/tag/PREL.html⏎/tag/ETRD.html /tag/NO.html             => PREL | ETRD | NO
TAGS: PREL,⏎NO /tag/PREL.html /tag/NO.html                   => PREL | NO
TAGS: OVIP (QUILL, AUGUSTA), PREL                            => OVIP | (QUILL, AUGUSTA) | PREL
TAGS: OVIP (QUILL, AUGUSTA) (MOSS, PETER) PREL NO            => OVIP | (QUILL, AUGUSTA) | (MOSS, PETER) | PREL | NO
TAGS: OVIP(QUILL, AUGUSTA), PREL                             => OVIP | (QUILL, AUGUSTA) | PREL
TAGS: OVIP (QUILL ,AUGUSTA,) PREL                            => OVIP | (QUILL, AUGUSTA) | PREL
TAGS: OVIP (QUILL-⏎MOSS, AUGUSTA), PREL                      => OVIP | (QUILL-MOSS, AUGUSTA) | PREL
TAGS: OVIP (QUILL,⏎AUGUSTA), PREL                            => OVIP | (QUILL, AUGUSTA) | PREL
TAGS: OVIP (QUILL, AUGUSTA⏎PREL, NO                          => OVIP | (QUILL, AUGUSTA) | PREL | NO
TAGS: OVIP QUILL AUGUSTA PREL                                => OVIP | (QUILL AUGUSTA) | PREL
TAGS: OVIP, QUILL, AUGUSTA, PREL                             => OVIP | (QUILL, AUGUSTA) | PREL
TAGS: OREP (MOSS), PREL                                      => OREP | (MOSS) | PREL
TAGS: OREP MOSS PREL                                         => OREP | MOSS | PREL
TAGS: OVIP QUILL, PREL                                       => OVIP | (QUILL) | PREL
TAGS: CASC (BELLWEATHER, UNA MARIA), NO                      => CASC | (BELLWEATHER, UNA MARIA) | NO
TAGS: CASC - BELLWEATHER, UNA - NO                           => CASC | (BELLWEATHER, UNA) | NO
TAGS: PFOR, EWWT, XL, (QUILL, AUGUSTA)                       => PFOR | EWWT | XL | (QUILL, AUGUSTA)
TAGS: PINT, (QUILL, A.), NO                                  => PINT | (QUILL, A.) | NO
TAGS: PREL, PREL, NO, PREL                                   => PREL | NO
TAGS: PGOVPRELNO                                             => PGOV | PREL | NO
TAGS: PGOVPREL NO                                            => PGOV | PREL | NO
TAGS: VTPREL                                                 => VT | PREL
TAGS: PGOV,PREL,NO                                           => PGOV | PREL | NO
TAGS: PGOV,PREL,ECON,,NO,                                    => PGOV | PREL | ECON | NO
TAGS: PGOV PREL KXYZ ZZZZ QQQQQ                              => PGOV | PREL | KXYZ | ZZZZ? | QQQQQ?
TAGS: PREL, HUMAN RIGHTS, NO                                 => PREL | HUMAN RIGHTS? | NO
TAGS: PREL, COUNTER TERRORISM, NO                            => PREL | COUNTER TERRORISM? | NO
TAGS: MEDIA REACTION REPORT, NO                              => MEDIA REACTION REPORT? | NO
TAGS: PREL PGOV SIPDIS NO                                    => PREL | PGOV | NO
TAGS: PREL PGOV⏎SIPDIS⏎SUBJECT: A                            => PREL | PGOV
TAGS: PREL, UN, EU, UNSC, NATO, OSCE                         => PREL | UN | EU | UNSC | NATO | OSCE
TAGS: PREL, UNGA, UNSC, AU-1                                 => PREL | UNGA | UNSC | AU-1?
TAGS: AFL-CIO, ELAB                                          => AFL-CIO | ELAB
TAGS: PREL (U)                                               => PREL
TAGS: (U) PREL, NO                                           => PREL | NO
TAG: PREL                                                    => PREL
TAGS; PREL                                                   => PREL
TAGS, PREL                                                   => PREL
TAGS. PREL                                                   => PREL
TAGS - PREL, NO                                              => PREL | NO
TAS: PREL, NO                                                => PREL | NO
TAGA: PREL                                                   => PREL
TGAS: PREL                                                   => PREL
TAGGS: PREL, NO                                              => PREL | NO
TAGSPREL, ETRD, NO                                           => PREL | ETRD | NO
TAGS_ PREL, NO                                               => PREL | NO
TAGS        PREL NO                                          => PREL | NO
TAGS: PREL, K-DEM, NO                                        => PREL | KDEM | NO
TAGS: PREL, U.S., U.N., NO                                    => PREL | US | UN | NO
TAGES: PREL NO                                               => PREL | NO
AGS: PREL NO                                                 => PREL | NO
T A G S: PREL NO                                             => PREL | NO
TAGS :PREL NO                                                => PREL | NO
TAGS:PREL NO                                                 => PREL | NO
TAGS:⏎PREL, NO                                               => PREL | NO
TAGS:⏎⏎PREL, NO                                              => PREL | NO
 TAGS: PREL NO                                               => PREL | NO
TAGS: TAGS: PREL, NO                                         => PREL | NO
TAGS: "PREL, NO"                                             => PREL | NO
TAGS: PREL, "NO"                                             => PREL | NO
TAGS: PREL`, NO                                              => PREL | NO
TAGS: PREL, N/A                                              => PREL
TAGS: N/A                                                    =>
TAGS: NONE                                                   =>
TAGS:                                                        =>
TAGS: P REL, NO                                              => PREL | NO
TAGS: PR EL, PGOV                                            => PREL | PGOV
TAGS: PREL, PGOV AND NO                                      => PREL | PGOV | NO
TAGS: PREL & PGOV                                            => PREL | PGOV
TAGS: PREL⏎ PGOV⏎ NO                                         => PREL | PGOV | NO
TAGS: PREL\PGOV\NO                                           => PREL | PGOV | NO
TAGS: ASEC, PTER,⏎OSLO 00000417  001.2 OF 002⏎KDEM, NO       => ASEC | PTER | KDEM | NO
TAGS: POGOV MOPPS KWWMN UNDESCO                              => PGOV | MOPS | KWMN | UNESCO
TAGS: PREL, PGOV, KPAO, KMDR⏎MEDIA REACTION                  => PREL | PGOV | KPAO | KMDR | MEDIA REACTION?
TAGS: PREL  ⏎SUBJ: A PIER                                    => PREL
TAGS: OPRC KMDR US IR                                        => OPRC | KMDR | US | IR
TAGS: ECON, XA, XZ, XX                                       => ECON | XA | XZ | XX
TAGS: OTRA (QUILL, A. B., JR.), NO                           => OTRA | (QUILL, A. B., JR.) | NO
TAGS: OVIP (QUILL, AUGUSTA/MOSS, P), NO                      => OVIP | (QUILL, AUGUSTA/MOSS, P) | NO
TAGS: OVIP (BELL WEATHER), OREP (QUILL)                      => OVIP | (BELL WEATHER) | OREP | (QUILL)
TAGS: OVIP [QUILL, AUGUSTA], PREL                            => OVIP | (QUILL, AUGUSTA) | PREL
TAGS: OVIP - QUILL, AUGUSTA; PREL                            => OVIP | (QUILL, AUGUSTA) | PREL
TAGS: BEXP, BTIO, KFLO, PREL, TSPL                           => BEXP | BTIO | KFLO | PREL | TSPL
TAGS: PREL ¶ NO                                              => PREL | NO
TAGS: PREL,-ETRD, *NO*                                       => PREL | ETRD | NO
TAGS: PREL [1](#)ETRD NO                                     => PREL | ETRD | NO
TAGS: PTERKDEM                                               => PTER | KDEM
TAGS: PRELKDEM, PTER, ZZPREL                                 => PREL | KDEM | PTER | ZZPREL?
TAGS: EUN, EU, UN                                            => EUN | EU | UN
TAGS: KTIP; KWMN; SMIG;⏎PHUM                                 => KTIP | KWMN | SMIG | PHUM
TAGS: CH, TW, HK, KN, KS,⏎JA                                 => CH | TW | HK | KN | KS | JA
TAGS: US, AF, 'UN'                                           => US | AF | UN
TAGS: G-8, G8, G20, C-24, WB-IMF                             => G-8 | G8? | G20? | C-24? | WB-IMF?
TAGS: PREL_PGOV                                              => PREL | PGOV
TAGS: PREL-PGOV-NO                                           => PREL | PGOV | NO
TAGS: PREL, OVIP⏎(QUILL, AUGUSTA), NO                        => PREL | OVIP | (QUILL, AUGUSTA) | NO
TAGS: PREL PGOV⏎OVIP (QUILL, AUGUSTA)⏎⏎SUBJECT: A PIER       => PREL | PGOV | OVIP | (QUILL, AUGUSTA)
TAGS: PREL⏎,PGOV,OVIP (QUILL, A),NO                          => PREL | PGOV | OVIP | (QUILL, A) | NO
TAGS:PREL⏎TAGS:NO                                            => PREL | NO
TAGS (U): PREL + PGOV + NO                                   => PREL | PGOV | NO
TAGS: PREL|PGOV|NO                                           => PREL | PGOV | NO
TAGS: PREL, OVIP, QUILL AUGUSTA                              => PREL | OVIP | (QUILL AUGUSTA)
TAGS: PREL PGOV OSLO 00000417  001.2 OF 003⏎NO               => PREL | PGOV | NO
E.O. 12958: N/A  TAGS  PREL, NO  SUBJECT: A PIER             => PREL | NO
"""


def _shown(tag: Tag) -> str:
    return {"person": f"({tag.tag})", "unknown": f"{tag.tag}?"}.get(tag.kind, tag.tag)


@pytest.mark.parametrize(("block", "expected"), table(BLOCKS))
def test_a_block_of_tags(block: str, expected: list[str]) -> None:
    cable = opened(block)
    assert [_shown(tag) for tag in cable.tags] == [cell for cell in expected if cell]
    assert [tag.ordinal for tag in cable.tags] == list(range(1, len(cable.tags) + 1))
    assert (cable.paragraphs, cable.coverage) == ((), 1.0)


AROUND = r"""
# the block ends where another begins, whatever stands between
TAGS: PREL, NO⏎SUBJECT: A PIER FOR US                        => PREL | NO
TAGS: PREL, NO⏎⏎SIPDIS⏎⏎SUBJECT: A PIER                      => PREL | NO
TAGS: PREL, NO⏎A PIER FOR OSLO⏎⏎REF: STATE 12                => PREL | NO
TAGS: PREL, NO⏎⏎A PIER FOR OSLO⏎⏎REF: STATE 12               => PREL | NO
TAGS: PREL, NO⏎REF: STATE 12⏎SUBJECT: A PIER                 => PREL | NO
TAGS: PREL, NO⏎Classified By: DCM Una Bellweather, reason 1.4 (b) => PREL | NO
TAGS: PREL, NO⏎1. (U) US, UK and EU agreed.                  => PREL | NO
TAGS: PREL, NO⏎⏎NOTE⏎----⏎1. (U) US, UK and EU agreed.       => PREL | NO
TAGS: PREL,⏎OSLO 00000417  001.2 OF 002⏎⏎NO⏎⏎SUBJECT: A PIER => PREL | NO
TAGS: PREL,⏎CONFIDENTIAL⏎NO⏎SUBJECT: A PIER                  => PREL | NO
TAGS: PREL, NO⏎(This cable is for the board only)⏎⏎1. Text.  => PREL | NO
TAGS: PREL, OVIP⏎(U) US, UK and EU agreed.                   => PREL | OVIP
# no block: the word stands in a caption, a subject or a sentence
C O R R E C T E D COPY (ADDED TAGS)⏎TAGS: PREL               => PREL
CORRECTED COPY (TAGS: KDEM)⏎⏎TAGS: PREL                      => PREL
SUBJECT: ANNUAL REVIEW OF TAGS⏎⏎1. (U) Tags: see below.      =>
SUBJECT: A PIER⏎⏎1. (U) The board⏎tags were lost, it said.   =>
# twice, as in a later section
TAGS: PREL, NO⏎SUBJECT: A PIER⏎⏎TAGS: PREL, KDEM             => PREL | NO | KDEM
"""


@pytest.mark.parametrize(("blocks", "expected"), table(AROUND))
def test_what_stands_around_the_block(blocks: str, expected: list[str]) -> None:
    assert [_shown(tag) for tag in opened(blocks).tags] == [cell for cell in expected if cell]


def test_kinds() -> None:
    kinds = {t.tag: t.kind for t in parse_tags("TAGS: PREL, NO, KDEM, UN, OVIP (QUILL, A), QQQQQ")}
    assert kinds == {
        "PREL": "subject",
        "NO": "geographic",
        "KDEM": "program",
        "UN": "organization",
        "OVIP": "subject",
        "QUILL, A": "person",
        "QQQQQ": "unknown",
    }


def test_in_a_whole_cable() -> None:
    opening = "UNCLAS OSLO 000417\n\nTAGS: [OVIP](#) (QUILL,\nAUGUSTA), [XL](/tag/XL_0.html)"
    cable = parsed(message("1. (U) US, UK and EU agreed.", opening=opening))
    assert [tag.tag for tag in cable.tags] == ["OVIP", "QUILL, AUGUSTA", "XL"]


KNOWN = ["PREL", "PGOV", "ECON", "KDEM", "NO", "UNSC", "NATO", "XL", "AFL-CIO"]


@given(
    st.lists(st.sampled_from(KNOWN), min_size=1, max_size=12),
    st.lists(st.sampled_from([", ", " ", ",", ";", "/", ",\n", "\n", ", \n", " - "]), min_size=12),
)
def test_any_separators_give_the_same_tags(tags: list[str], separators: list[str]) -> None:
    text = "TAGS: " + "".join(a + b for a, b in zip(tags, separators, strict=False))
    assert [tag.tag for tag in parse_tags(text)] == list(dict.fromkeys(tags))


@given(st.text(alphabet="TAGSPREL ,;()[]/-.\n:&1", max_size=120))
def test_no_text_raises_and_none_is_empty(text: str) -> None:
    assert all(tag.tag.strip() for tag in parse_tags(text))


@given(st.lists(st.sampled_from(["PREL", "ETRD", "XL", "KDEM", "OVIP", "UN", "PREL"]), min_size=1))
def test_the_short_way_of_known_tags_says_what_the_long_one_says(names: list[str]) -> None:
    assert parse_tags("TAGS: " + ", ".join(names)) == parse_tags("TAGS: " + " ,".join(names) + ",")
