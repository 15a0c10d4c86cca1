import MusterCore
import MusterValues
import Testing

struct EDTFAnswersTests {
    @Test(arguments: [
        ("2025-04-01", "2025-03-31", Grade.no), ("2025-04-01", "2025-04-01", .definitely),
        ("2025-04", "2025-03-31", .no), ("2025-04", "2025-04-01", .possibly), ("2025-04", "2025-04-29", .possibly),
        ("2025-04", "2025-04-30", .definitely), ("2025-04?", "2025-04-30", .definitely),
        ("2025-04~", "2025-03-31", .no),
        ("XXXX-04", "2025-04-30", .possibly), ("XXXX", "0000-01-01", .possibly),
        ("../2025-05-31", "2020-01-01", .possibly), ("../2025-05-31", "2025-05-31", .definitely),
        ("2025-05-31/..", "2025-05-30", .no), ("2025-05-31/..", "9999-12-31", .possibly),
        ("/2025", "2025-12-30", .possibly), ("2025/", "2024-12-31", .no),
        ("[2025-04..2025-06]", "2025-06-30", .definitely), ("{2025-04,2025-06}", "2025-05-01", .possibly),
        ("202X-02-29", "2028-02-28", .possibly), ("202X-02-29", "2028-02-29", .definitely),
        ("2024-24", "2025-01-31", .possibly), ("2024-24", "2025-02-28", .definitely),
    ])
    func `a date has happened by a day definitely, possibly or not`(
        text: String, day: String, answer: Grade
    ) throws {
        #expect(try EDTF(text).happened(by: #require(Day(day))) == answer)
    }

    @Test(arguments: [
        ("2025-04", "2025-04"), ("2025-04", "2025-04-30"), ("2025-04", "2025"), ("2025-05", "2025-04"),
        ("2025-04/..", "2026"), ("2025-04/", "2026"), ("2025-04", "../2026"), ("2025-04", "/2026"),
        ("2025-04", "XXXX-05"), ("XXXX-04", "2025-05"), ("[2025-04,2025-06]", "2025-05"),
    ])
    func `a date is not definitely before one that it can meet or follow`(text: String, other: String) throws {
        #expect(try EDTF(text).isDefinitelyBefore(EDTF(other)) == false)
    }

    @Test(arguments: [
        ("2025-04", "2025-05"), ("2025-04-01", "2025-04-02"), ("../2025-04", "2025-05/.."), ("/2025-04?", "2025-05~"),
        ("-0044", "0001"), ("2025-04", "[2025-05,2025-07]"), ("2024-24", "2025-21"), ("2025", "Y17000"),
    ])
    func `a date is definitely before one whose every day is later`(text: String, other: String) throws {
        #expect(try EDTF(text).isDefinitelyBefore(EDTF(other)))
    }

    @Test func `answers are ordered by certainty`() {
        #expect(Grade.allCases.sorted() == [.no, .possibly, .presumably, .definitely])
        #expect(Grade.allCases.map(\.rawValue) == ["definitely", "presumably", "possibly", "no"])
    }
}
