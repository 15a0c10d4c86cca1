import MusterCore
import MusterValues
import Testing

struct EDTFRefusalTests {
    @Test(arguments: [
        ("2025-02-30", "'2025-02-30' is not a date; February 2025 has 28 days"),
        ("2024-02-30", "'2024-02-30' is not a date; February 2024 has 29 days"),
        ("-0044-06-31", "'-0044-06-31' is not a date; June -0044 has 30 days"),
        ("2025-04-00", "'2025-04-00' is not a date; April 2025 has 30 days"),
        ("2025-02-3X", "'2025-02-3X' fits no day; February 2025 has 28 days"),
        ("XXXX-02-30", "'XXXX-02-30' fits no day; February has at most 29 days"),
        ("20XX-04-31", "'20XX-04-31' fits no day; April has 30 days"),
        ("20X1-02-29", "'20X1-02-29' fits no day; 29 February comes in leap years only"),
        ("2025-XX-32", "'2025-XX-32' fits no day; days run from 01 to 31"),
        ("2025-13", "'2025-13' is not a date; months run from 01 to 12, and seasons from 21 to 24"),
        ("2025-2X", "'2025-2X' is not a date; months run from 01 to 12, and seasons from 21 to 24"),
        ("2025-21-01", "'2025-21-01' gives a season a day; write a month from 01 to 12, or the season alone"),
        ("2025-02-30/2025-04", "'2025-02-30' is not a date; February 2025 has 28 days"),
        ("[2025-04,2025-13]", "'2025-13' is not a date; months run from 01 to 12, and seasons from 21 to 24"),
        ("-0000", "'-0000' is not an EDTF date; write year 0000 without a minus"),
    ])
    func `a date that is not in the calendar is refused with its rule`(text: String, message: String) {
        expect(message, for: text)
    }

    @Test(arguments: [
        ("2026/2025", "'2026/2025' ends before it starts; write the earlier date first"),
        ("[2026..2025,2027]", "'2026..2025' ends before it starts; write the earlier date first"),
        ("/", "'/' is not an EDTF interval; write a date on at least one side, such as 2025-04/"),
        (
            "2025/2026/2027",
            "'2025/2026/2027' is not an EDTF interval; write one start and one end, such as 2025-04/2025-06"
        ),
        ("[2025]", "'[2025]' is a set of one; write the date without brackets"),
        (
            "[2025,]",
            "'[2025,]' is not an EDTF set; write [2025-04,2025-06] for one of them, or {2025-04,2025-06} for all"
        ),
        ("{2025", "'{2025' is not an EDTF set; write [2025-04,2025-06] for one of them, or {2025-04,2025-06} for all"),
        (
            "[2025,..2026]",
            "'[2025,..2026]' is open inside the set; write .. only before the first date or after the last, such as "
                + "[2025-04,2025-06..]"
        ),
        (
            "[2025..2026-03]",
            "'2025..2026-03' is not an EDTF range; write both ends to the same precision, without X or qualifier, "
                + "such as 2025-04..2025-06"
        ),
        (
            "2025-?04",
            "'2025-?04' has a qualifier that is not at its end; write one of ?, ~ or % after the whole date, such as "
                + "2025-04?"
        ),
        (
            "Y2025",
            "'Y2025' is not an EDTF year; write four digits such as 2025, or Y and 5 to 18 digits such as Y17000"
        ),
    ])
    func `an expression that does not hold together is refused with its rule`(text: String, message: String) {
        expect(message, for: text)
    }

    @Test(arguments: [
        ("April", "write a year and month such as 2025-04, or XXXX-04 when the year is not known"),
        ("май", "write a year and month such as 2025-05, or XXXX-05 when the year is not known"),
        ("в апреле", "write a year and month such as 2025-04, or XXXX-04 when the year is not known"),
        ("early April 2025", "write a year and month such as 2025-04"),
        ("Sept 2025", "write 2025-09"),
        ("апрель 2025г.", "write 2025-04"),
        ("1 April 2025", "write 2025-04-01"),
        ("April 1st, 2025", "write 2025-04-01"),
        ("1 апреля 2025 г.", "write 2025-04-01"),
        ("1-го апреля 2025 года", "write 2025-04-01"),
        ("1 апреля", "write XXXX-04-01, or its year in place of XXXX"),
        ("весной 2025", "write 2025-21"),
        ("winter 2025", "write 2025-24 for December 2025 to February 2026, or [2025-01..2025-02]"),
        ("осень", "write a year and season such as 2025-23, or XXXX-23 when the year is not known"),
        ("unknown", "write XXXX when nothing of it is known, or XXXX-04 when only the month is"),
        ("н/д", "write XXXX when nothing of it is known, or XXXX-04 when only the month is"),
        ("hello", "write a year, month or day such as 2025, 2025-04 or 2025-04-01"),
        ("", "write a year, month or day such as 2025, 2025-04 or 2025-04-01"),
    ])
    func `a date in words is refused with the date to write`(text: String, fix: String) {
        expect("'\(text)' is not an EDTF date; \(fix)", for: text)
    }

    @Test(arguments: [
        ("31.05.2025", "write 2025-05-31"), ("31/05/2025", "write 2025-05-31"), ("05/31/2025", "write 2025-05-31"),
        ("2025/05/31", "write 2025-05-31"), ("2025.05.31", "write 2025-05-31"), ("2025-5-1", "write 2025-05-01"),
        ("1.5.2025", "write 2025-05-01"), ("20250531", "write 2025-05-31"), ("202505", "write 2025-05"),
        ("05.2025", "write 2025-05"), ("2025/05", "write 2025-05"), ("2025-5", "write 2025-05"),
        ("04/05/2025", "write 2025-05-04 if the day comes first, or 2025-04-05 if the month does"),
        ("31.05.25", "write a year of four digits, then month and day, such as 2025-05-31"),
        ("25", "write the year with four digits, such as 2025"), ("12025", "write Y12025 for a year beyond 9999"),
        ("2025-xx", "write 2025-XX"), ("2025-ХХ", "write 2025-XX"), ("199u", "write 199X"),
        ("2025–04", "write 2025-04"), (" 2025 ", "write 2025"), ("2025-04 / 2025-05", "write 2025-04/2025-05"),
        ("[2025, 2026]", "write [2025,2026]"),
        ("2025…2026", "write a year, month or day such as 2025, 2025-04 or 2025-04-01"),
    ])
    func `a date in another notation is refused with the date to write`(text: String, fix: String) {
        expect("'\(text)' is not an EDTF date; \(fix)", for: text)
    }

    @Test(arguments: ["31.02.2025", "31/02/2025", "31 февраля 2025", "20250231", "2025-2-31"])
    func `a date in another notation that does not exist is refused for that`(text: String) {
        expect("'\(text)' is not a date; February 2025 has 28 days", for: text)
    }

    @Test(arguments: ["2025-04-01T10:00:00", "2025-04-01T10:00:00Z", "2025-04-01 10:00", "2025-04-01T10:00:00+03:00"])
    func `a time of day is refused`(text: String) {
        let isElsewhere = text.hasSuffix("Z") || text.contains("+")
        let other = isElsewhere ? ", or the day that it was at the place: its time is given in another zone" : ""
        expect("'\(text)' has a time of day, and the registry keeps days; write 2025-04-01\(other)", for: text)
    }

    @Test(arguments: [
        ("2025-04\n", "'2025-04\\n'"), ("2025\u{0}-04", "'2025\\u{0}-04'"), ("\u{FEFF}2025-04", "'\\u{FEFF}2025-04'"),
        ("2025-\u{202E}04", "'2025-\\u{202E}04'"), ("2025\r\n-\t04", "'2025\\r\\n-\\t04'"),
        ("2025-04\u{1B}", "'2025-04\\u{1B}'"),
    ])
    func `a control or invisible character is refused and shown`(text: String, quoted: String) {
        expect("\(quoted) holds a control or invisible character; write 2025-04", for: text)
    }

    @Test func `a text beyond two hundred characters is refused and cut`() {
        let text = String(repeating: "2025,", count: 100)
        let start = String(repeating: "2025,", count: 12).dropLast()
        expect("'\(start)…' is longer than 200 characters; write one date, interval or set", for: text)
    }

    @Test func `a text of sixty characters is quoted whole`() {
        let sixty = String(repeating: "a", count: 60)
        let fix = "is not an EDTF date; write a year, month or day such as 2025, 2025-04 or 2025-04-01"
        expect("'\(sixty)' \(fix)", for: sixty)
        expect("'\(sixty.dropLast())…' \(fix)", for: sixty + "a")
    }

    private func expect(_ message: String, for text: String, at location: SourceLocation = #_sourceLocation) {
        let refusal = #expect(throws: EDTF.Refusal.self, sourceLocation: location) { try EDTF(text) }
        #expect(refusal?.message == message, sourceLocation: location)
        #expect(refusal?.description == message, sourceLocation: location)
        #expect(refusal?.value == text, sourceLocation: location)
    }
}
