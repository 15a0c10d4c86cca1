extension Day: LosslessStringConvertible {
    /// Reads a day written as year, month and day, such as `2025-05-31`.
    ///
    /// The text is exactly ten ASCII characters, so the year is 0000...9999; nil for any other text, and for a day that
    /// does not exist. For other years use ``init(year:month:day:)``.
    public init?(_ description: String) {
        let bytes = Array(description.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Day.number(bytes[0..<4]),
            let month = Day.number(bytes[5..<7]),
            let day = Day.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day as EDTF writes it: `2025-05-31`, `-0044-03-15`, and `Y12025-05-31` for years of more than four digits.
    ///
    /// Text order equals day order only for years 0000...9999. The `Y` prefix is from the EDTF specification, Level 1,
    /// Letter-prefixed calendar year; the standard itself gives such a year no months or days.
    public var description: String {
        "\(Day.yearText(year))-\(Day.padded(month, to: 2))-\(Day.padded(day, to: 2))"
    }

    package static func yearText(_ year: Int) -> String {
        switch year {
        case 0...9999: padded(year, to: 4)
        case -9999..<0: "-" + padded(-year, to: 4)
        default: "Y\(year)"
        }
    }

    package static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// The value of a run of ASCII digits; nil if it is empty, has any other character, or is too large for an `Int`.
    package static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int(String(decoding: bytes, as: UTF8.self))
    }
}
