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

    @Test func `answers are ordered by certainty`() {
        #expect(Grade.allCases.sorted() == [.no, .possibly, .presumably, .definitely])
        #expect(Grade.allCases.map(\.rawValue) == ["definitely", "presumably", "possibly", "no"])
    }
}
