"""Makes the fixture of EDTF strings and their bounds, by an implementation that is not ours.

    python3 Tests/oracle/edtf_oracle.py > Tests/MusterCoreTests/Fixtures/edtf.csv
    python3 Tests/oracle/edtf_oracle.py --check

Needs the Python package edtf, version 5.0.2, of which it takes the EDTF grammar and the strict bounds only: never
the fuzzy bounds, and never the parser of English text.

Columns: text; valid, earliest and latest as the oracle has them; differs, the class of a deliberate difference or
empty; muster_valid, muster_earliest and muster_latest, which are filled in by hand and only where differs is not
empty. A bound is empty when its side is open: the oracle's infinities are written so too.
"""

import contextlib
import csv
import io
import itertools
import math
import pathlib
import sys

FIXTURE = pathlib.Path(__file__).parents[1] / "MusterCoreTests" / "Fixtures" / "edtf.csv"
ORACLE_VERSION = "5.0.2"

# ---- Strings on which both agree ------------------------------------------------------------------------------

YEARS = ["0000", "0001", "0044", "0988", "1582", "1700", "1900", "1999", "2000", "2022", "2024", "2025", "9999"]
NEGATIVE_YEARS = ["-0001", "-0004", "-0044", "-0100", "-2025", "-9999"]
QUALIFIERS = ["?", "~", "%"]
MONTHS = [f"{month:02}" for month in range(1, 13)]
LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def level_0():
    yield from YEARS
    for year in ("2024", "2025"):
        for month in MONTHS:
            yield f"{year}-{month}"
    for month, last in zip(MONTHS, LAST_DAYS):
        yield f"2025-{month}-01"
        yield f"2025-{month}-{last}"
    yield from ("0000-01-01", "0000-02-29", "0004-02-29", "1600-02-29", "2000-02-29", "2024-02-29", "9999-12-31")
    yield from ("1900-02", "2000-02", "2100-02", "0000-02", "1900-02-28", "2100-02-28")
    yield from ("2024/2025", "2025/2025", "2025-01/2025-03", "2024-12/2025-02", "2025-02-27/2025-03-01")
    yield from ("2025/2026-02", "2025-02-01/2025-02", "2025-02-01/2026", "2025-04/2025", "2025/2025-04")
    yield from ("2023-02/2024-02", "0000/9999", "1999-12-31/2000-01-01", "2025-06-15/2025-06", "2025-12-31/2025")


def level_1():
    yield from ("Y10000", "Y12025", "Y17000", "Y99999", "Y170000002", "Y-10000", "Y-17000", "Y-170000002")
    for year, season in itertools.product(("0000", "1945", "2024", "2025", "-0044"), ("21", "22", "23")):
        yield f"{year}-{season}"
    for date, qualifier in itertools.product(("2025", "2025-04", "2025-04-12", "-0044", "2024-02"), QUALIFIERS):
        yield date + qualifier
    yield from ("202X", "201X", "000X", "199X", "20XX", "19XX", "00XX", "2XXX", "0XXX", "1XXX")
    yield from ("-1XXX", "-19XX", "-199X", "202X?", "20XX~", "2XXX%")
    for year in ("2024", "2025", "1900", "2000", "0000"):
        yield f"{year}-XX"
        yield f"{year}-XX-XX"
        yield f"{year}-02-XX"
        yield f"{year}-04-XX"
        yield f"{year}-12-XX"
    yield from ("2025-XX?", "2025-04-XX~", "2025-XX-XX%")
    for date in ("2025", "2025-04", "2025-04-12", "2024-02", "2025-04~", "2025-21", "2025-23?", "-0044", "2025-12-31%"):
        yield f"../{date}"
        yield f"{date}/.."
    yield "../.."
    yield from ("2025-01?/2025-03~", "2025%/2026", "2025-04-01/2025-04-30?", "2024-21/2024-23", "2024-24/2025-21", "2025-21/2025-22~")
    yield from ("2025-21/2025-12", "2025-01/2025-22", "-0044/-0031", "-0001/0001", "-0044-03/-0044-12", "-0100?/0100?")
    for year in NEGATIVE_YEARS:
        yield year
        yield f"{year}-02"
        yield f"{year}-04-05"
    yield "-0004-02-29"


def unspecified_digits():
    yield from ("20X5", "2X25", "20X0", "2X2X", "0X0X", "1X9X", "19X2", "2XX5")
    yield from ("20X5-04", "202X-04", "20XX-12", "202X-02", "2XXX-01", "20X1-02", "20XX-02")
    yield from ("2025-XX-03", "2025-XX-01", "2025-XX-28", "2025-XX-29", "2025-XX-30", "2025-XX-31", "2024-XX-29")
    yield from ("202X-04-12", "20X4-02-28", "202X-12-31", "20XX-01-01", "20X5-XX-03", "202X-XX-31", "20XX-XX-30")
    yield from ("20XX-04-XX", "202X-XX-XX", "20X1-02-XX", "20X5-XX-XX", "2X24-12-XX")
    yield from ("202X/2026", "2019/202X", "202X/203X", "20X5/2100", "2025-XX-03/2026", "202X-04/2030-01")


def sets():
    for start, end in ("[]", "{}"):
        yield f"{start}2025,2026{end}"
        yield f"{start}2026,2025{end}"
        yield f"{start}2025-01,2025-03{end}"
        yield f"{start}2025-04-01,2025-04-15,2025-05-02{end}"
        yield f"{start}2025,2026-02,2027-03-04{end}"
        yield f"{start}2025..2027{end}"
        yield f"{start}2025-04..2025-06{end}"
        yield f"{start}2025-04-28..2025-05-02{end}"
        yield f"{start}2025..2025{end}"
        yield f"{start}..2025{end}"
        yield f"{start}..2025-04{end}"
        yield f"{start}..2025-04-12{end}"
        yield f"{start}2025..{end}"
        yield f"{start}2025-04..{end}"
        yield f"{start}2025-04-12..{end}"
        yield f"{start}2025-01,2025-03..2025-05{end}"
        yield f"{start}2025-03..2025-05,2024-12{end}"
        yield f"{start}-0044,-0031{end}"
        yield f"{start}-0044..-0031{end}"
        yield f"{start}2025-01?,2025-03{end}"
        yield f"{start}2025~,2026%{end}"
        yield f"{start}202X,2031{end}"
    yield from ("[..2025-04,2026]", "[2025-01,2025-03..]", "[..2020,2022,2024..2026]", "[2020..2021,2024..]")
    yield from ("[..2025,2027..]", "[1999,2000-02,2000-12..]", "[..2020-02,2024-02]", "[20XX,1999]")


def refused():
    yield from ("", "hello", "April", "unknown", "открыто", "2025 04", "2025 -04", "20 25")
    yield from ("25", "202", "20255", "2025-4", "2025-4-1", "2025-04-1", "2025-", "2025-04-", "-", "--", "-25", "+2025")
    yield from ("20250401", "202504", "2025/04/01", "01.04.2025", "01/04/2025", "04/01/2025", "2025.04.01", "2025-0401")
    yield from ("2025-00", "2025-13", "2025-20", "2025-42", "2025-99", "2025-00-01", "2025-13-01", "2025-21-01")
    yield from ("2025-01-00", "2025-01-32", "2025-02-30", "2025-02-31", "2025-04-31", "2025-06-31", "2025-09-31")
    yield from ("2025-11-31", "2024-02-30", "-0044-02-30", "-0044-02-30~", "-0000", "-0000-01", "-0000-01-01")
    yield from ("Y", "Y-", "Y2025", "Y-2025", "Y02025", "Y1202X", "y12025", "Y12025-04", "YY12025", "Y+12025")
    yield from ("2025??", "2025?~", "2025-04~?", "2025!", "?", "~", "%", "2025-2X", "2025-XXX", "XXXXX", "XXX")
    yield from ("xxxx", "2025-xx", "202x", "199u", "2025-ХХ", "2025–04", "2025-04−01", "２０２５")
    yield from ("/", "//", "2025//2026", "2025/2026/2027", ".../2025", "./2025", "2025/...", "2025/.", "unknown/2025")
    yield from ("2025/open", "2025-04/13", "2025-13/2026", "2025/2025-02-30", "[2025,2026]/2027", "2025/{2026,2027}")
    yield from ("[]", "{}", "[", "]", "[2025", "2025]", "[2025}", "{2025]", "[2025]", "{2025-04}", "[,]", "[2025,]")
    yield from ("[,2025]", "[..]", "{..}", "[2025...2026]", "[2025..2026-03]", "[2025-04..2026]", "[2025-04-01..2026]")
    yield from ("[2025-04?..]", "[..2025~]", "[2025?..2026]", "[[2025,2026],2027]", "[2025/2026,2027]", "[2025..,2026]")
    yield from ("[2025;2026]", "[2025-13,2026]", "[2025-02-30,2026]", "(2025)", "2025,2026", "2025..2026", "[2025,2026]?")
    yield from ("P1Y", "2025/P1Y", "2025-W14", "2025-W14-2", "2025-095", "2025-04-01T10", "T10:00:00", "2025-04-01T25:00:00")


# ---- Strings on which muster differs, with muster's own answer, worked out by hand ----------------------------

REFUSED = None

DIFFERENCES = {
    "year of four Xs": (
        "XXXX says nothing of the year, so muster leaves both bounds open; the oracle bounds it by 0000 and 9999.",
        {
            "XXXX": ("", ""),
            "XXXX-04": ("", ""),
            "XXXX-12": ("", ""),
            "XXXX-XX": ("", ""),
            "XXXX-XX-XX": ("", ""),
            "XXXX-04-XX": ("", ""),
            "XXXX-04-12": ("", ""),
            "XXXX-XX-31": ("", ""),
            "XXXX-02-29": ("", ""),
            "XXXX/2025": ("", "2025-12-31"),
            "2026/XXXX": ("2026-01-01", ""),
            "XXXX-04/XXXX-06": ("", ""),
            "[XXXX-04,2026]": ("", ""),
        },
    ),
    "unknown side": (
        "Nothing bounds an unknown side; the oracle puts it ten years from the other.",
        {
            "/2025": ("", "2025-12-31"),
            "/2025-04": ("", "2025-04-30"),
            "/2025-04-12": ("", "2025-04-12"),
            "/2025-04?": ("", "2025-04-30"),
            "2025/": ("2025-01-01", ""),
            "2025-04/": ("2025-04-01", ""),
            "2025-04-12/": ("2025-04-12", ""),
            "2025-21~/": ("2025-03-01", ""),
        },
    ),
    "unknown side and open side": (
        "The grammar has an interval open on one side and unknown on the other; the oracle fails on it.",
        {"../": ("", ""), "/..": ("", "")},
    ),
    "winter": (
        "A meteorological winter lasts to the end of the next February; the oracle ends it with December.",
        {
            "2023-24": ("2023-12-01", "2024-02-29"),
            "2024-24": ("2024-12-01", "2025-02-28"),
            "2025-24": ("2025-12-01", "2026-02-28"),
            "1899-24": ("1899-12-01", "1900-02-28"),
            "-0001-24": ("-0001-12-01", "0000-02-29"),
            "9999-24": ("9999-12-01", "Y10000-02-29"),
            "[2024-12,2025-24]": ("2024-12-01", "2026-02-28"),
            "2025-21/2025-24": ("2025-03-01", "2026-02-28"),
            "../2025-24": ("", "2026-02-28"),
        },
    ),
    "qualified season or long year": (
        "Every date may be qualified as a whole; the oracle's grammar leaves these out, outside intervals.",
        {
            "2025-21?": ("2025-03-01", "2025-05-31"),
            "2025-23~": ("2025-09-01", "2025-11-30"),
            "2025-22%": ("2025-06-01", "2025-08-31"),
            "Y17000?": ("Y17000-01-01", "Y17000-12-31"),
            "Y-17000~": ("Y-17000-01-01", "Y-17000-12-31"),
        },
    ),
    "season or long year in a set or interval": (
        "Sets and intervals are made of any date; the oracle's grammar leaves these out.",
        {
            "[2025-21,2025-22]": ("2025-03-01", "2025-08-31"),
            "{2025-21,2026}": ("2025-03-01", "2026-12-31"),
            "[2025-21..2025-23]": ("2025-03-01", "2025-11-30"),
            "[..2025-22]": ("", "2025-08-31"),
            "[Y17000,2025]": ("2025-01-01", "Y17000-12-31"),
            "Y-17000/2025": ("Y-17000-01-01", "2025-12-31"),
            "2025/Y17000": ("2025-01-01", "Y17000-12-31"),
        },
    ),
    "season of an unspecified year": (
        "An unspecified digit may stand in the year of a season; the oracle's grammar leaves it out.",
        {
            "202X-21": ("2020-03-01", "2029-05-31"),
            "20XX-24": ("2000-12-01", "2100-02-28"),
            "XXXX-22": ("", ""),
        },
    ),
    "unspecified digit in a month or day": (
        "The oracle's grammar allows these and its bounds fail; muster works out the days that fit.",
        {
            "2025-0X": ("2025-01-01", "2025-09-30"),
            "2025-1X": ("2025-10-01", "2025-12-31"),
            "2025-X1": ("2025-01-01", "2025-11-30"),
            "2025-X2": ("2025-02-01", "2025-12-31"),
            "2025-X3": ("2025-03-01", "2025-03-31"),
            "2025-X0": ("2025-10-01", "2025-10-31"),
            "202X-0X": ("2020-01-01", "2029-09-30"),
            "2025-04-0X": ("2025-04-01", "2025-04-09"),
            "2025-04-1X": ("2025-04-10", "2025-04-19"),
            "2025-04-2X": ("2025-04-20", "2025-04-29"),
            "2025-04-3X": ("2025-04-30", "2025-04-30"),
            "2025-05-3X": ("2025-05-30", "2025-05-31"),
            "2025-04-X1": ("2025-04-01", "2025-04-21"),
            "2025-05-X1": ("2025-05-01", "2025-05-31"),
            "2025-02-2X": ("2025-02-20", "2025-02-28"),
            "2024-02-2X": ("2024-02-20", "2024-02-29"),
            "2025-02-X9": ("2025-02-09", "2025-02-19"),
            "2024-02-X9": ("2024-02-09", "2024-02-29"),
            "2025-XX-3X": ("2025-01-30", "2025-12-31"),
            "2025-0X-31": ("2025-01-31", "2025-08-31"),
            "2025-1X-31": ("2025-10-31", "2025-12-31"),
            "2025-X1-31": ("2025-01-31", "2025-01-31"),
            "19X2-X2-3X": ("1902-12-30", "1992-12-31"),
            "20XX-02-X9": ("2000-02-09", "2099-02-19"),
            "2025-1X-XX": ("2025-10-01", "2025-12-31"),
        },
    ),
    "leap day of an unspecified year": (
        "Only leap years have the day; the oracle takes the first and last year that the digits allow.",
        {
            "202X-02-29": ("2020-02-29", "2028-02-29"),
            "20XX-02-29": ("2000-02-29", "2096-02-29"),
            "19XX-02-29": ("1904-02-29", "1996-02-29"),
            "2XXX-02-29": ("2000-02-29", "2996-02-29"),
            "201X-02-29": ("2012-02-29", "2016-02-29"),
            "20X2-02-29": ("2012-02-29", "2092-02-29"),
            "XX00-02-29": ("0000-02-29", "9600-02-29"),
        },
    ),
    "no day fits": (
        "A day that does not exist, in any year that the digits allow, is refused; the oracle's grammar has a "
        "29 February in every year, and 31 days in every month when another digit is unspecified.",
        {
            "2025-02-29": REFUSED,
            "1900-02-29": REFUSED,
            "2100-02-29": REFUSED,
            "-0043-02-29~": REFUSED,
            "20X1-02-29": REFUSED,
            "XXXX-02-30": REFUSED,
            "XXXX-04-31": REFUSED,
            "202X-06-31": REFUSED,
            "2025-02-29/2025-03-01": REFUSED,
            "[2025-02-29,2025-03-01]": REFUSED,
        },
    ),
    "unspecified part of a negative year": (
        "The months and days of a negative year run forward like any other's; the oracle takes them backward.",
        {
            "-2025-XX": ("-2025-01-01", "-2025-12-31"),
            "-2025-04-XX": ("-2025-04-01", "-2025-04-30"),
            "-0004-02-XX": ("-0004-02-01", "-0004-02-29"),
            "-2025-XX-XX": ("-2025-01-01", "-2025-12-31"),
        },
    ),
    "unspecified digits of a negative year": (
        "An unspecified digit may stand in any place after the minus, except that no year is -0000.",
        {
            "-0XXX": ("-0999-01-01", "-0001-12-31"),
            "-000X": ("-0009-01-01", "-0001-12-31"),
            "-20X5": ("-2095-01-01", "-2005-12-31"),
            "-XX12": ("-9912-01-01", "-0012-12-31"),
            "-XXXX": ("", ""),
            "-004X-03": ("-0049-03-01", "-0040-03-31"),
        },
    ),
    "unspecified month in an interval or set": (
        "The oracle fails on a month of two Xs here, or leaves a qualified side out of its grammar.",
        {
            "2025-XX/2025-12": ("2025-01-01", "2025-12-31"),
            "2025-XX/2026-XX": ("2025-01-01", "2026-12-31"),
            "[2025-XX,2026]": ("2025-01-01", "2026-12-31"),
            "202X?/2031": ("2020-01-01", "2031-12-31"),
            "202X/..": ("2020-01-01", ""),
            "../202X": ("", "2029-12-31"),
        },
    ),
    "ends before it starts": (
        "An interval or range that ends before it starts is refused; the oracle gives bounds in the wrong order.",
        {
            "2026/2025": REFUSED,
            "2025-04/2025-03": REFUSED,
            "2025-04-02/2025-04-01": REFUSED,
            "2026/2025-04": REFUSED,
            "2025-22/2025-21": REFUSED,
            "0001/-0001": REFUSED,
            "203X/202X": REFUSED,
            "[2026..2025]": REFUSED,
            "{2025-04..2025-03}": REFUSED,
        },
    ),
    "time of day": (
        "The registry keeps days.",
        {"2025-04-01T10:00:00": REFUSED, "2025-04-01T10:00:00Z": REFUSED, "2025-04-01T10:00:00+03:00": REFUSED},
    ),
    "rest of level 2": (
        "Not kept: significant digits, years with an exponent, seasons above 24, and qualifiers inside a date.",
        {
            "2025S2": REFUSED,
            "Y171010000S3": REFUSED,
            "Y17E7": REFUSED,
            "2025-25": REFUSED,
            "2025-33": REFUSED,
            "2025-41": REFUSED,
            "2025?-04": REFUSED,
            "2025-?04": REFUSED,
            "?2025-04": REFUSED,
            "2025-04-~01": REFUSED,
            "2025-06-~01/2025-06-~20": REFUSED,
        },
    ),
    "space around": (
        "The text is kept as given, so nothing is trimmed from it.",
        {" 2025": REFUSED, "2025-04 ": REFUSED, "\t2025": REFUSED, "[2025, 2026]": REFUSED, "2025-04 ?": REFUSED},
    ),
}

# ---- The oracle ----------------------------------------------------------------------------------------------


def bound(value):
    """A bound as muster writes a day; empty when it is infinite."""
    if isinstance(value, float):
        assert math.isinf(value)
        return ""
    year, month, day = tuple(value)[:3]
    if 0 <= year <= 9999:
        text = f"{year:04}"
    elif -9999 <= year < 0:
        text = f"-{-year:04}"
    else:
        text = f"Y{year}"
    return f"{text}-{month:02}-{day:02}"


def ask(text):
    """The strict bounds of a text; None when the oracle refuses it or fails on it."""
    from edtf import parse_edtf

    try:
        with contextlib.redirect_stdout(io.StringIO()):
            date = parse_edtf(text)
            return bound(date.lower_strict()), bound(date.upper_strict())
    except Exception:
        return None


def columns(answer):
    return ["false", "", ""] if answer is None else ["true", *answer]


def rows():
    seen = set()
    agreed = itertools.chain(level_0(), level_1(), unspecified_digits(), sets())
    for text, expected in itertools.chain(((text, True) for text in agreed), ((text, False) for text in refused())):
        if text in seen:
            continue
        seen.add(text)
        answer = ask(text)
        if (answer is not None) != expected:
            sys.exit(f"the oracle's answer to {text!r} is {answer}; list it under DIFFERENCES or move it")
        yield [text, *columns(answer), "", "", "", ""]
    for reason, (_, cases) in DIFFERENCES.items():
        for text, ours in cases.items():
            if text in seen:
                sys.exit(f"{text!r} is listed twice")
            seen.add(text)
            answer = ask(text)
            if answer == ours:
                sys.exit(f"{text!r} does not differ: {answer}; move it among the strings that agree")
            yield [text, *columns(answer), reason, *columns(ours)]


def fixture():
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    header = ["text", "valid", "earliest", "latest", "differs", "muster_valid", "muster_earliest", "muster_latest"]
    writer.writerow(header)
    writer.writerows(rows())
    return out.getvalue()


def main():
    from importlib.metadata import version

    if version("edtf") != ORACLE_VERSION:
        sys.exit(f"edtf {version('edtf')} is not the oracle; install edtf=={ORACLE_VERSION}")
    made = fixture()
    if sys.argv[1:] == ["--check"]:
        if made != FIXTURE.read_text(encoding="utf-8"):
            sys.exit(f"{FIXTURE.name} is stale; run this script without --check and keep what it prints")
        print(f"{FIXTURE.name} is what the oracle says")
    elif sys.argv[1:]:
        sys.exit("usage: edtf_oracle.py [--check]")
    else:
        sys.stdout.reconfigure(encoding="utf-8", newline="")
        sys.stdout.write(made)


if __name__ == "__main__":
    main()
