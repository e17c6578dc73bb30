"""The E.O. line: order, date, and what stands in the place of a date."""

from __future__ import annotations

from datetime import date

import pytest
from builders import opened, table
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.opening.executive_order import ORDERS, parse_executive_order

# Expected: the order, the date, the note.
BLOCKS = r"""
E.O. 12958: DECL: 11/27/2016                                 => 12958 | 2016-11-27
E.O. 12958: DECL: 2016/11/27                                 => 12958 | 2016-11-27
E.O. 12958: DECL: 2016-11-27                                 => 12958 | 2016-11-27
E.O. 12958DECL: 11/27/2016                                   => 12958 | 2016-11-27
E.O. 12958N/A                                                => 12958
E.O. 12958: DECL: 11-27-2016                                 => 12958 | 2016-11-27
E.O. 12958: DECL: 11.27.2016                                 => 12958 | 2016-11-27
E.O. 12958: DECL: 1/1/18                                     => 12958 | 2018-01-01
E.O. 12958: DECL: 01/01/2018 TAGS: PREL                      => 12958 | 2018-01-01
E.O. 12958: DECL: 27/11/2016                                 => 12958 | 2016-11-27
E.O. 12958: DECL: 27 NOV 2016                                => 12958 | 2016-11-27
E.O. 12958: DECL: NOV 27, 2016                               => 12958 | 2016-11-27
E.O. 12958: DECL: November 27 2016                           => 12958 | 2016-11-27
E.O. 12958: DECL: 27 OCTOBER, 2016                           => 12958 | 2016-10-27
E.O. 12958: DECL: 27OCT2016                                  => 12958 | 2016-10-27
E.O. 12958: DECL: 10/l7/2016                                 => 12958 | 2016-10-17
E.O. 12958L DECL: 01/01/2018                                 => 12958 | 2018-01-01
E.O. 11652: ADS - 12/31/75                                   => 11652 | 1975-12-31 | ADS
E.O. 12958: DECL: l0/27/2016                                 => 12958 | 2016-10-27
E.O. 12958: "N/A"                                            => 12958
E.O. 12958: N-A                                              => 12958
E.O. 12958:/N/A                                              => 12958
E.O. 12065: GDS 12/4/85 (QUILL, AUGUSTA) OR- P               => 12065 | 1985-12-04 | GDS
E.O. 12065: RDS-1 12/4/99 (QUILL, AUGUSTA) EUR/LAG           => 12065 |  | RDS-1 12/4/99
E.O. 12958: DECL: 12TH OF OCTOBER 2016                       => 12958 | 2016-10-12
E.O. 12958: DECL: 2019 OCTOBER 12                            => 12958 |  | 2019 OCTOBER 12
E.O. 12958: DECL: 10/12/2016 10/12/2016                      => 12958 | 2016-10-12
E.O. #12958: DECL: 10/12/2016                                => 12958 | 2016-10-12
E.O. NO. 12958: DECL: 10/12/2016                             => 12958 | 2016-10-12
E .O. 1295 8: DECL: 10/12/2016                               => 12958 | 2016-10-12
E.O. 12O65: GDS 01/15/86                                     => 12065 | 1986-01-15 | GDS
E.O. 12958: DECL: 2016/10/2l                                 => 12958 | 2016-10-21
E.O. 12958: DECL: NOVEMBER 2016                              => 12958 |  | NOVEMBER 2016
E.O. 12958: DECL: 2016                                       => 12958 |  | 2016
E.O. 12958: DECL: 11/2016                                    => 12958 |  | 11/2016
E.O. 12958: DECL: 20161127                                   => 12958 | 2016-11-27
E.O. 12958: DECL: 112716                                     => 12958 |  | 112716
E.O. 12958: DECL: 11/272016                                  => 12958 | 2016-11-27
E.O. 12958: DECL: 1127/2016                                  => 12958 | 2016-11-27
E.O. 12958: DECL: 11//27/2016                                => 12958 | 2016-11-27
E.O. 12958: DECL: 11/27//2016                                => 12958 | 2016-11-27
E.O. 12958: DECL: 11 /27/ 2016                               => 12958 | 2016-11-27
E.O. 12958: DECL: 1 1/27/2016                                => 12958 | 2016-11-27
E.O. 12958: DECL: 11/27/ 20 16                               => 12958 | 2016-11-27
E.O. 12958: DECL: 11/27/20167                                => 12958 |  | 11/27/20167
E.O. 12958: DECL: 11/27/216                                  => 12958 |  | 11/27/216
E.O. 12958: DECL: ll/27/2016                                 => 12958 | 2016-11-27
E.O. 12958: DECL: 11/27/2O16                                 => 12958 | 2016-11-27
E.O. 12958: DECL: O1/O1/2018                                 => 12958 | 2018-01-01
E.O. 12958: DECL: 13/45/2018                                 => 12958 |  | 13/45/2018
E.O. 12958: DECL: 02/30/2018                                 => 12958 |  | 02/30/2018
E.O. 12958: DECL:01/01/2018                                  => 12958 | 2018-01-01
E.O. 12958:DECL:01/01/2018                                   => 12958 | 2018-01-01
E.O. 12958 DECL 01/01/2018                                   => 12958 | 2018-01-01
E.O.12958: DECL: 01/01/2018                                  => 12958 | 2018-01-01
E.O. 12958; DECL; 01/01/2018                                 => 12958 | 2018-01-01
E.O. 12958, DECL, 01/01/2018                                 => 12958 | 2018-01-01
E.O. 12958: DECLASSIFY: 01/01/2018                           => 12958 | 2018-01-01
E.O. 12958: DECLASSIFY ON 01/01/2018                         => 12958 | 2018-01-01
E.O. 12958: DECLAS 01/01/2018                                => 12958 | 2018-01-01
E.O. 12958: DECLASSIFIED: 01/01/2018                         => 12958 | 2018-01-01
E.O. 12958: DECL. 01/01/2018                                 => 12958 | 2018-01-01
E.O. 12958: DELC: 01/01/2018                                 => 12958 | 2018-01-01
E.O. 12958: DCEL: 01/01/2018                                 => 12958 | 2018-01-01
E.O. 12958: DEC: 01/01/2018                                  => 12958 | 2018-01-01
E.O. 12958: DEL: 01/01/2018                                  => 12958 | 2018-01-01
E.O. 12958: EDCL: 01/01/2018                                 => 12958 | 2018-01-01
E.O. 12958: DECL:: 01/01/2018                                => 12958 | 2018-01-01
E.O. 12958: DECL DATE: 01/01/2018                            => 12958 | 2018-01-01
E.O. 12958: 01/01/2018                                       => 12958 | 2018-01-01
E.O. 12958: DECL: DECL: 01/01/2018                           => 12958 | 2018-01-01
E.O. 12958: DECL: 01/JAN/2018                                => 12958 | 2018-01-01
E.O. 12958: DECL: 01\01\2018                                 => 12958 | 2018-01-01
E.O. 12958: DECL: 01/01/2018/                                => 12958 | 2018-01-01
E.O. 12958: DECL: 01/01/2018 NOFORN                          => 12958 | 2018-01-01
E.O. 12 958: DECL: 01/01/2018                                => 12958 | 2018-01-01
E.O. I2958: DECL: 01/01/2018                                 => 12958 | 2018-01-01
E.O. 12958: (N/A)                                            => 12958
E.O. 12958: CDECL: 01/01/2018                                => 12958 | 2018-01-01
E.O. 12958: DE CL: 01/01/2018                                => 12958 | 2018-01-01
E.O. 12958: D ECL: 01/01/2018                                => 12958 | 2018-01-01
E.O. 12958 - DECL: 01/01/2018                                => 12958 | 2018-01-01
E..O. 12958: DECL: 01/01/2018                                => 12958 | 2018-01-01
O. 12958: DECL: 01/01/2018                                   => 12958 | 2018-01-01
E.O. 12958: DECL: 01/01/2018 SIPDIS                          => 12958 | 2018-01-01
E.O. 12958: DECL: 01/01/2018TAGS: PREL                       => 12958 | 2018-01-01
E.O. 12958: N/ATAGS: PREL                                    => 12958
E.O. 12958: DECL: ON 01/01/2018                              => 12958 | 2018-01-01
E.O. 12958: (DECL: 01/01/2018)                               => 12958 | 2018-01-01
E.O. 12958: DECL: (01/01/2018)                               => 12958 | 2018-01-01
E.O. 12958: DECL: X1                                         => 12958 |  | X1
E.O. 12958: X1                                               => 12958 |  | X1
E.O. 12958: DECL: X1,X5                                      => 12958 |  | X1,X5
E.O. 12958: DECL: X1, X6                                     => 12958 |  | X1, X6
E.O. 12958: DECL: 1.6X1                                      => 12958 |  | 1.6X1
E.O. 12958: DECL: 1.6(X6)                                    => 12958 |  | 1.6(X6)
E.O. 12958: DECL: 1.5 (X1)                                   => 12958 |  | 1.5 (X1)
E.O. 12958: DECL: MR                                         => 12958 |  | MR
E.O. 12958: DECL: OADR                                       => 12958 |  | OADR
E.O. 12958: OADR                                             => 12958 |  | OADR
E.O. 12356: DECL: OADR                                       => 12356 |  | OADR
E.O. 12356: DECL:OADR                                        => 12356 |  | OADR
E.O. 12356: N/A                                              => 12356
E.O. 12958: DECL: 25X1-HUMAN                                 => 12958 |  | 25X1-HUMAN
E.O. 12958: DECL: 25X1 HUMAN                                 => 12958 |  | 25X1 HUMAN
E.O. 13526: DECL: 50X1-HUM                                   => 13526 |  | 50X1-HUM
E.O. 12958: DECL: 2018-040-1                                 => 12958 | 2018-04-01
E.O. 12958: DECL: 040/1/2018                                 => 12958 | 2018-04-01
E.O. 12958: DECL: 2018-0401                                  => 12958 | 2018-04-01
E.O .12958: DECL: 13/45/2018                                 => 12958 |  | 13/45/2018
E.O.. 12958: NA/                                             => 12958
E.O. 12958: DECL: TEN YEARS FROM 04/01/2008                  => 12958 |  | TEN YEARS FROM 04/01/2008
E.O. 12958: DECL: "04/01/'18"                                => 12958 | 2018-04-01
E.O. 12958: DECL: TEN YEARS AFTER LAGOON UNION               => 12958 |  | TEN YEARS AFTER LAGOON UNION
E.O. 12958: DECL: UPON KOREAN UNIFICATION                    => 12958 |  | UPON KOREAN UNIFICATION
E.O. 12958: DECL: AFTER KOREAN UNIFICATION                   => 12958 |  | AFTER KOREAN UNIFICATION
E.O. 12958: DECL AFTER KOREAN UNIFICATION                    => 12958 |  | AFTER KOREAN UNIFICATION
E.O. 12958: DECL AFTER LAGOON⏎UNIFICATION⏎TAGS: PREL         => 12958 |  | AFTER LAGOON UNIFICATION
E.O. 12958: DECL: 01/01/2018; X1                             => 12958 | 2018-01-01 | X1
E.O. 12958: DECL: 01/01/2018, REASON 1.4 (B)                 => 12958 | 2018-01-01
E.O. 12958: DECL: 01/01/2018 REASON: 1.5 (B), (D)            => 12958 | 2018-01-01
E.O. 12958: DECL: 01/01/2018 1.4 (B,D)                       => 12958 | 2018-01-01
E.O. 12958: DNG: CO 04/01/2013                               => 12958 |  | DNG: CO 04/01/2013
E.O. 12958: DNG: CO 04/01/2013 DECL: 04/01/2018              => 12958 | 2018-04-01 | DNG: CO 04/01/2013
E.O. 12958: N/A                                              => 12958
E.O. 12958:N/A                                               => 12958
E.O. 12958 N/A                                               => 12958
E.O. 12958: NA                                               => 12958
E.O. 12958: n/a                                              => 12958
E.O. 12958: N.A.                                             => 12958
E.O. 12958: N//A                                             => 12958
E.O. 12958: N\A                                              => 12958
E.O. 12958: N/                                               => 12958
E.O. 12958: NONE                                             => 12958
E.O. 12958:                                                  => 12958
E.O. 12958                                                   => 12958
E.O. 12958: UNCLASSIFIED                                     => 12958 |  | UNCLASSIFIED
E.O. 12958: DECL: N/A                                        => 12958
E.O. 12958: DECL N/A                                         => 12958
E.O. 12958: NOT APPLICABLE                                   => 12958
E.O. 12598: DECL: 01/01/2018                                 => 12958 | 2018-01-01
E.O. 19523: DECL: 01/01/2018                                 => 12958 | 2018-01-01
E.O. 19528: DECL: 01/01/2018                                 => 12958 | 2018-01-01
E.O. 1295: DECL: 01/01/2018                                  => 12958 | 2018-01-01
E.O. 129589: DECL: 01/01/2018                                => 12958 | 2018-01-01
E.O. 12985: DECL: 01/01/2018                                 => 12958 | 2018-01-01
E.O. 12968: DECL: 01/01/2018                                 => 12958 | 2018-01-01
E.O. 13256: DECL: 01/01/2018                                 => 12356 | 2018-01-01
E.O. 11653: GDS                                              => 11652 |  | GDS
E.O. 16652: GDS                                              => 11652 |  | GDS
E.0. 12958: DECL: 01/01/2018                                 => 12958 | 2018-01-01
E. O. 12958: DECL: 01/01/2018                                => 12958 | 2018-01-01
EO 12958: DECL: 01/01/2018                                   => 12958 | 2018-01-01
EO: 12958 DECL: 01/01/2018                                   => 12958 | 2018-01-01
E.O: 12958: DECL: 01/01/2018                                 => 12958 | 2018-01-01
E.O, 12958: DECL: 01/01/2018                                 => 12958 | 2018-01-01
E.O.: 12958: DECL: 01/01/2018                                => 12958 | 2018-01-01
E.O 12958: DECL: 01/01/2018                                  => 12958 | 2018-01-01
e.o. 12958: decl: 01/01/2018                                 => 12958 | 2018-01-01
E.O. 12,958: DECL: 01/01/2018                                => 12958 | 2018-01-01
EXECUTIVE ORDER 12958: DECL: 01/01/2018                      => 12958 | 2018-01-01
E.O.12958:DECL:1/1/18                                        => 12958 | 2018-01-01
EO12958 DECL: 01/01/2018                                     => 12958 | 2018-01-01
E.O. 12958:⏎⏎DECL: 01/01/2018                                => 12958 | 2018-01-01
E.O. 12958: DECL:⏎01/01/2018                                 => 12958 | 2018-01-01
E.O. 12958: DECL:⏎⏎01/01/2018                                => 12958 | 2018-01-01
E.O. 12958⏎DECL: 01/01/2018                                  => 12958 | 2018-01-01
E.O. 12958 AS AMENDED: DECL: 01/01/2018                      => 12958 | 2018-01-01
E.O. 12958, AS AMENDED: DECL: 01/01/2018                     => 12958 | 2018-01-01
E.O. 12958 (AS AMENDED): DECL: 01/01/2018                    => 12958 | 2018-01-01
E.O. 11652: GDS                                              => 11652 |  | GDS
E.O. 11652: ADS, DECLAS 12/31/74                             => 11652 | 1974-12-31 | ADS
E.O. 11652: ADS DECLAS AFTER CONFERENCE                      => 11652 |  | ADS DECLAS AFTER CONFERENCE
E.O. 11652: ADS DECLAS DECEMBER 31, 1974                     => 11652 | 1974-12-31 | ADS
E.O. 11652: XGDS-1                                           => 11652 |  | XGDS-1
E.O. 11652: XGDS2                                            => 11652 |  | XGDS2
E.O. 11652: XGDS-1 DECLAS INDEFINITE                         => 11652 |  | XGDS-1 DECLAS INDEFINITE
E.O. 11652: XGDS (3) DECLAS 12/31/2004                       => 11652 | 2004-12-31 | XGDS (3)
E.O. 11652: GDS, DECLAS 12/31/82                             => 11652 | 1982-12-31 | GDS
E.O. 11652: N/A                                              => 11652
E.O. 11652: NA                                               => 11652
E.O. 11652:  X3                                              => 11652 |  | X3
E.O. 11652: TAGS: PFOR                                       => 11652
E.O. 12065: GDS 8/13/85 (BELLWEATHER, UNA) OR-P              => 12065 | 1985-08-13 | GDS
E.O. 12065: GDS 8/13/85 (BELLWEATHER, UNA M.)⏎OR-P           => 12065 | 1985-08-13 | GDS
E.O. 12065: RDS-1 6/1/98 (BELLWEATHER, UNA) OR-M             => 12065 |  | RDS-1 6/1/98
E.O. 12065: RDS-3 6/1/09 (BELLWEATHER, UNA) OR-O             => 12065 |  | RDS-3 6/1/09
E.O. 12065: GDS (BELLWEATHER, UNA) OR-P                      => 12065 |  | GDS
E.O. 12065: XDS-2 6/1/08 (QUILL, A.) OR-M                    => 12065 | 2008-06-01 | XDS-2 6/1/08
E.O. 12065: GDS 8/13/85                                      => 12065 | 1985-08-13 | GDS
E.O. 12065: NA                                               => 12065
E.O. 12065: N/A                                              => 12065
DECL: 01/01/2018                                             =>  | 2018-01-01
E.O. 12958: DECL: 01/01/2018 (U)                             => 12958 | 2018-01-01
(U) E.O. 12958: DECL: 01/01/2018                             => 12958 | 2018-01-01
E.O. 12958: DECL: 01/01/2018.                                => 12958 | 2018-01-01
E.O. 12958: DECL: 01/01/2018 SUBJECT: A                      => 12958 | 2018-01-01
E.O. 12958: DECL: 01/01/20018                                => 12958 |  | 01/01/20018
E.O. 12958: DECL: 01/0/2018                                  => 12958 |  | 01/0/2018
E.O. 12958: DECL: 04/31/2018                                 => 12958 |  | 04/31/2018
E.O. 11652: GDS - DECLAS DEC 31, 1984                        => 11652 | 1984-12-31 | GDS
E.O. 11652:-GDS                                              => 11652 |  | GDS
E.O. 12958: DECL: 04/01/2018 DNG: CO 04/01/2013              => 12958 | 2018-04-01 | DNG: CO 04/01/2013
E.O. 12958: DECKL: 01/01/2018                                => 12958 | 2018-01-01
EO-12958 DECL: 01/01/2018                                    => 12958 | 2018-01-01
E.O. 12958S: DECL: 01/01/2018                                => 12958 | 2018-01-01
E.O. l2958: DECL: 01/01/2018                                 => 12958 | 2018-01-01
E.  O.  12958:  DECL:  01/01/2018                            => 12958 | 2018-01-01
EO : 11652 : GDS                                             => 11652 |  | GDS
E.O. 12958: DECL: 10 YEARS                                   => 12958 |  | 10 YEARS
E.O. 12958: DECL: 01/01/2065                                 => 12958 | 2065-01-01
E.O. 12958: DECL: 1/1/66                                     => 12958 | 1966-01-01
E.O. 12958: DECL: 05/05/15.                                  => 12958 | 2015-05-05
E.O. 12958: DECL: SOURCE MARKED OADR                         => 12958 |  | SOURCE MARKED OADR
E.O. 12958: DECL: 01/01/1018                                 => 12958 |  | 01/01/1018
E.O. 12958: DECL: 01/01/2018 BY AMBASSADOR QUILL             => 12958 | 2018-01-01 | 01/01/2018 BY AMBASSADOR QUILL
E.O. 12958: RELEASABLE TO NATO                               => 12958 |  | RELEASABLE TO NATO
SIPDIS E.O. 12958: DECL: 01/01/2018                          => 12958 | 2018-01-01
E.O. 12958: DECL: 24X1                                       => 12958 |  | 24X1
E.O. 12958: DECL:  06/01/18   OADR                           => 12958 | 2018-06-01 | OADR
E.O. 12958: DECLASSIFY 10 YEARS AFTER THE PIER OPENS         => 12958 |  | 10 YEARS AFTER THE PIER OPENS
E.O. 12958 DECL 4/1/2018 X1                                  => 12958 | 2018-04-01 | X1
EO 13526: DECL: 2020/01/11                                   => 13526 | 2020-01-11
E.O. 12958: DECL: JAN. 1 2018                                => 12958 | 2018-01-01
E.O. 12958: DECL: 1ST JANUARY 2018                           => 12958 | 2018-01-01
E.O. 12958: DECL: JANUARY 1ST, 2018                          => 12958 | 2018-01-01
E.O. 12958: DECL: 01JAN2018                                  => 12958 | 2018-01-01
E.O. 12958: DECL: 01-JAN-18                                  => 12958 | 2018-01-01
E.O. 12958: DECL: 1 JANUARY 18                               => 12958 | 2018-01-01
"""


@pytest.mark.parametrize(("block", "expected"), table(BLOCKS))
def test_an_order(block: str, expected: list[str]) -> None:
    cable = opened(block)
    order, on, note = (*expected, "", "")[:3]
    assert cable.executive_order == (order or None)
    assert cable.declassify_on == (date.fromisoformat(on) if on else None)
    assert cable.declassify_note == (note or None)
    assert (cable.paragraphs, cable.coverage) == ((), 1.0)


AROUND = r"""
# the block ends where another begins
E.O. 12958: DECL: 04/01/2018⏎TAGS: PREL⏎SUBJECT: A PIER       => 12958 | 2018-04-01
E.O. 12958: DECL: 04/01/2018⏎1. (C) The pier of 04/02/2019.    => 12958 | 2018-04-01
E.O. 12958: DECL: 04/01/2018⏎SIPDIS⏎TAGS: PREL                 => 12958 | 2018-04-01
E.O. 12958: DECL: 04/01/2018⏎⏎04/02/2019⏎⏎TAGS: PREL           => 12958 | 2018-04-01
E.O. 12958: DECL:⏎⏎04/01/2018⏎⏎TAGS: PREL                      => 12958 | 2018-04-01
E.O. 12958:⏎⏎N/A⏎⏎TAGS: PREL                                   => 12958
TAGS: PREL⏎SUBJECT: A PIER⏎E.O. 12958: DECL: 04/01/2018        => 12958 | 2018-04-01
SUBJECT: A PIER⏎⏎Classified By: DCM Una Bellweather⏎⏎E.O. 12958: DECL: 04/01/2018 => 12958 | 2018-04-01
TAGS: PREL⏎DECL: 04/01/2018⏎SUBJECT: A PIER                    =>  | 2018-04-01
# a date behind the classifier stands in for the order's own
Classified By: DCM Una Bellweather⏎Declassify on: 04/01/2018   => | 2018-04-01
# no block: an order within the text
SUBJECT: THE NEW E.O. 13224 AND PIERS                          =>
SUBJECT: A PIER⏎⏎1. (C) E.O. 12958: DECL: 04/01/2018           =>
"""


@pytest.mark.parametrize(("blocks", "expected"), table(AROUND))
def test_what_stands_around_the_line(blocks: str, expected: list[str]) -> None:
    cable = opened(blocks)
    order, on = (*expected, "")[:2]
    assert cable.executive_order == (order or None)
    assert cable.declassify_on == (date.fromisoformat(on) if on else None)


@pytest.mark.parametrize(
    ("number", "year", "order"),
    [
        ("19523", 2008, "12958"),
        ("19523", None, "12958"),
        ("13256", 1985, "12356"),
        ("13256", 2010, "13526"),
        ("1266", 1980, "12065"),
        ("12956", 2009, "12958"),
        ("99999", 2009, None),
    ],
)
def test_a_mistyped_order_is_one_of_its_time(
    number: str, year: int | None, order: str | None
) -> None:
    assert parse_executive_order(f"E.O. {number}: GDS", year).executive_order == order


@pytest.mark.parametrize(
    ("line", "person", "office"),
    [
        ("E.O. 12065: GDS 8/13/85 (BELLWEATHER, UNA) OR-P", "BELLWEATHER, UNA", "OR-P"),
        ("E.O. 12065: RDS-1 6/1/98 (QUILL, A.) OR-M", "QUILL, A.", "OR-M"),
        ("E.O. 12065: GDS (QUILL)", "QUILL", None),
        ("E.O. 12065: GDS 8/13/85 (QUILL, A.) OR-P.", "QUILL, A.", "OR-P"),
        ("E.O. 12065: gds 8/13/85 (quill, a.) or-p", "quill, a.", "or-p"),
        ("E.O. 12958: DECL: 04/01/2018 (QUILL)", None, None),
    ],
)
def test_the_classifier_of_1978(line: str, person: str | None, office: str | None) -> None:
    cable = opened(line)
    assert (cable.classified_by, cable.classifier_office) == (person, office)


@pytest.mark.parametrize(
    ("line", "on", "note"),
    [
        ("E.O. 12958: DECL: 1.4 (B) 04/01/2018", "2018-04-01", None),
        ("E.O.: 12958 DECL: 1.4 (B) AND (D) APRIL 1, 2018", "2018-04-01", None),
        ("E.O. 12958: DECL: 1.4 (B)", None, None),
        ("E.O. 12958: DECL: 04/01/2018 FOR REASONS 1.4 (B)", "2018-04-01", None),
        ("E.O. 12958\nClassified By: A. Quill. Declassify on: 04/01/2018", "2018-04-01", None),
        ("E.O. 12958\nClassified By: A. Quill; Declassify on: OADR", None, "OADR"),
        ("E.O. 12958: DECL: X1\nClassified By: A. Quill; Decl: 04/01/2018", None, "X1"),
    ],
    ids=["behind-a-reason", "behind-two", "none", "before", "by-line", "by-line-note", "own-first"],
)
def test_a_date_beside_reasons(line: str, on: str | None, note: str | None) -> None:
    cable = opened(line)
    assert cable.declassify_on == (date.fromisoformat(on) if on else None)
    assert cable.declassify_note == note


@given(st.dates(date(1980, 1, 1), date(2065, 12, 31)), st.sampled_from(sorted(ORDERS)))
def test_any_date_in_any_form(day: date, order: str) -> None:
    forms = ("%m/%d/%Y", "%Y/%m/%d", "%Y-%m-%d", "%d %b %Y", "%B %d, %Y", "%d-%b-%Y", "%m.%d.%Y")
    for form in forms:
        found = parse_executive_order(f"E.O. {order}: DECL: {day.strftime(form)}")
        assert (found.executive_order, found.declassify_on) == (order, day), form


@given(st.text(alphabet="E.O129:DCL/ 3456NAX()-", max_size=80))
def test_no_text_raises(text: str) -> None:
    parse_executive_order(f"E.O. 12958: {text}", 2008)
