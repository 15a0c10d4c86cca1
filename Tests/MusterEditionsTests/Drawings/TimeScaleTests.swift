import MusterValues
import Testing

@testable import MusterEditions

struct TimeScaleTests {
    @Test(arguments: [
        ("0000-03-01", 0), ("0001-03-01", 365), ("0005-03-01", 1826), ("1970-01-01", 719_468), ("2000-02-29", 730_484),
        ("2026-11-25", 740_250),
    ])
    func `days are counted from the year 0`(day: String, serial: Int) {
        #expect(Day(day)!.serial == serial)
    }

    @Test func `days follow one another, over leap years and the turn of a century`() {
        var last = Day("1899-12-31")!.serial
        for year in 1900...2101 {
            for month in 1...12 {
                for day in 1...(Day.lastDay(ofMonth: month, year: year) ?? 0) {
                    let serial = Day(year: year, month: month, day: day)!.serial
                    #expect(serial == last + 1)
                    #expect(Day.year(ofSerial: serial) == year)
                    last = serial
                }
            }
        }
    }

    @Test(arguments: [
        (["2024-05-10"], "2026-11-25", [2024, 2025, 2026]),
        (["2026-02-01"], "2026-11-25", [2026]),
        (["2009-05-10"], "2026-11-25", [2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026]),
        (["1000-01-01", "2999-01-01"], "2026-11-25", [1000, 1200, 1400, 1600, 1800, 2000, 2200, 2400, 2600, 2800]),
    ])
    func `years are named as far as they have room`(days: [String], day: String, years: [Int]) {
        let scale = TimeScale(days.map { Day($0)! }, around: Day(day)!, hasOpenBeginning: false)
        #expect(scale.named.map(\.year) == years)
        #expect(scale.named.allSatisfy { (0...1).contains($0.part) })
    }

    @Test func `a line without days is a year around the day that is answered for`() {
        let scale = TimeScale([], around: Day("2026-11-25")!, hasOpenBeginning: false)
        #expect(scale.beginning(of: Day("2025-12-10")!) >= 0)
        #expect((0.95...0.97).contains(scale.end(of: Day("2026-11-25")!)))
    }

    @Test(arguments: [
        ([1], [0, 1]), ([3], [0, 1, 2, 3]), ([520, 610], [0, 200, 400, 600, 800]), ([9], [0, 5, 10]), ([], [0, 1]),
        ([2162], [0, 1000, 2000, 3000]),
    ])
    func `numbers are named in round steps from 0`(numbers: [Int], ticks: [Int]) {
        let claims = numbers.map { Made.claim("2025-01-01", $0, $0) }
        #expect(StrengthHeights(claims, day: Made.day).ticks == ticks)
    }

    @Test func `each step of a tree knows whether it goes on`() {
        let lines = [0, 1, 2, 1, 2, 3, 0].map {
            VoiceLine(source: RecordID("S1")!, title: .text(""), depth: $0, relation: nil, isShownBefore: false)
        }
        #expect(
            lines.indices.map { BlockWriter.joins(at: $0, in: lines) } == [
                [], [.branch], [.passing, .last], [.last], [.none, .last], [.none, .none, .last], [],
            ])
    }
}
