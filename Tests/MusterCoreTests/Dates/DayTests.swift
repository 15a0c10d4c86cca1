import MusterCore
import MusterValues
import Testing

struct DayTests {
    @Test(arguments: [
        (2025, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2025, 4, 31), (2025, 13, 1), (2025, 0, 1),
        (2025, 1, 0), (2025, 1, 32), (2025, -1, 1), (2025, 1, -1),
    ])
    func `a day that does not exist is refused`(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        "", "2025", "2025-05", "2025-5-31", "25-05-31", "12025-05-31", "-0044-03-15", "+025-05-31", "2025-02-29",
        "2025/05/31", "20250531", "2025-05-31 ", " 2025-05-31", "2025-05-3X", "2025-05-３1", "202٥-05-31", "2025-0531-",
    ])
    func `a text that is not a day of four-digit years is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `a month that does not exist has no last day`() {
        #expect(Day.lastDay(ofMonth: 0, year: 2025) == nil)
        #expect(Day.lastDay(ofMonth: 13, year: 2025) == nil)
    }

    @Test(arguments: [(2000, true), (2024, true), (0, true), (-4, true), (1900, false), (2025, false), (-100, false)])
    func `a leap year is one in four, save three centuries in four`(year: Int, isLeap: Bool) {
        #expect(Day.isLeap(year) == isLeap)
        #expect(Day.lastDay(ofMonth: 2, year: year) == (isLeap ? 29 : 28))
        #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
    }

    @Test func `the months of a year have their days`() {
        let lengths = (1...12).map { Day.lastDay(ofMonth: $0, year: 2025) }
        #expect(lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    }

    @Test(arguments: ["2025-05-31", "0000-01-01", "0000-02-29", "9999-12-31", "1582-10-10"])
    func `a day is written as it is read`(text: String) throws {
        #expect(try #require(Day(text)).description == text)
    }

    @Test(arguments: [
        (-44, "-0044-03-15"), (-9999, "-9999-03-15"), (10000, "Y10000-03-15"), (-10000, "Y-10000-03-15"),
    ])
    func `a year without four digits is written as EDTF writes it`(year: Int, text: String) throws {
        let day = try #require(Day(year: year, month: 3, day: 15))
        #expect(day.description == text)
        #expect(Day(text) == nil)
    }

    @Test func `days are ordered by year, then month, then day`() {
        let days = [(-1, 12, 31), (0, 1, 1), (2024, 12, 31), (2025, 1, 1), (2025, 1, 31), (2025, 2, 1)]
            .compactMap { Day(year: $0.0, month: $0.1, day: $0.2) }
        #expect(days.count == 6)
        #expect(days.shuffled().sorted() == days)
    }
}
