import MusterCore
import MusterValues
import Testing

/// Bounds of unspecified digits, compared with a search through every day of a century.
struct EDTFBoundsTests {
    static let century: [Day] = (2000...2099).flatMap { year in
        (1...12).flatMap { month in (1...31).compactMap { Day(year: year, month: month, day: $0) } }
    }
    static let texts = century.map { Array($0.description.utf8) }

    @Test(arguments: [1, 2, 3])
    func `the bounds are the first and last day that the digits fit`(seed: UInt64) {
        var numbers = SplitMix(state: seed)
        for _ in 0..<60 {
            let pattern = Self.pattern(&numbers)
            let matches = Self.texts.indices.filter { Self.fits(Self.texts[$0], pattern) }
            let date = try? EDTF(String(decoding: pattern, as: UTF8.self))
            let expected = [matches.first, matches.last].map { $0.map { Self.century[$0] } }
            #expect([date?.earliest, date?.latest] == expected, "\(String(decoding: pattern, as: UTF8.self))")
        }
    }

    /// A day of the century with some digits unspecified, and sometimes a day number that no month has.
    private static func pattern(_ numbers: inout SplitMix) -> [UInt8] {
        var pattern = texts[Int(numbers.next() % UInt64(texts.count))]
        if numbers.next().isMultiple(of: 3) {
            pattern.replaceSubrange(8..<10, with: ["29", "30", "31", "32"][Int(numbers.next() % 4)].utf8)
        }
        for place in [2, 3, 5, 6, 8, 9] where numbers.next() % 5 < 2 {
            pattern[place] = UInt8(ascii: "X")
        }
        return pattern
    }

    private static func fits(_ day: [UInt8], _ pattern: [UInt8]) -> Bool {
        for place in pattern.indices where pattern[place] != UInt8(ascii: "X") && pattern[place] != day[place] {
            return false
        }
        return true
    }

    /// The same numbers on every run.
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    @Test(
        arguments: [
            ("2025-10-15", "2025-10-15", "2025-10-15"), ("2025-10-15~", "2025-10-08", "2025-10-22"),
            ("2025-01-03?", "2024-12-27", "2025-01-10"), ("2025-11?", "2025-10-01", "2025-12-31"),
            ("2025-01%", "2024-12-01", "2025-02-28"), ("2024-02~", "2024-01-01", "2024-03-31"),
            ("2025?", "2024-01-01", "2026-12-31"), ("2025-22~", "2025-03-01", "2025-11-30"),
            ("2025-05-10~/2025-06", "2025-05-03", "2025-06-30"), ("../2025-06?", nil, "2025-07-31"),
            ("[2025-05-10,2025-06~]", "2025-05-01", "2025-07-31"), ("XXXX-04?", nil, nil),
        ] as [(String, String?, String?)])
    func `a mark of doubt widens a date by the precision it is written with`(
        text: String, first: String?, last: String?
    ) throws {
        let date = try EDTF(text)
        #expect(date.firstInDoubt?.description == first)
        #expect(date.lastInDoubt?.description == last)
    }
}
