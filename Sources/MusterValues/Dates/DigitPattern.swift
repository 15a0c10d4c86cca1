/// Digits of a year, month or day, in which `X` stands for any digit.
///
/// Source: EDTF specification, Level 2, Unspecified Digit.
package struct DigitPattern {
    private let digits: ArraySlice<UInt8>

    /// Nil unless there are exactly `count` characters, each an ASCII digit or a capital `X`.
    package init?(_ digits: ArraySlice<UInt8>, count: Int) {
        guard digits.count == count, digits.allSatisfy(DigitPattern.isDigitOrX) else { return nil }
        self.digits = digits
    }

    /// True if every digit is given.
    package var isFixed: Bool { !digits.contains(UInt8(ascii: "X")) }

    /// True if no digit is given.
    package var isBlank: Bool { digits.allSatisfy { $0 == UInt8(ascii: "X") } }

    /// Every number the pattern fits, ascending: ten times as many for each `X`.
    package var values: [Int] {
        digits.reduce([0]) { heads, digit in
            if digit == UInt8(ascii: "X") {
                heads.flatMap { head in (0...9).map { head * 10 + $0 } }
            } else {
                heads.map { $0 * 10 + Int(digit - UInt8(ascii: "0")) }
            }
        }
    }

    private static func isDigitOrX(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "X")
    }
}
