import Foundation

/// The encodings of text that a file of records can have.
public enum TextEncoding: String, CaseIterable, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-16 with the low byte first, as Excel writes "Unicode text".
    case utf16LittleEndian = "utf-16le"
    /// UTF-16 with the high byte first.
    case utf16BigEndian = "utf-16be"
    /// Windows-1251, as Excel writes CSV on a Russian system.
    case windows1251 = "windows-1251"

    /// Recognises the encoding of a file by its beginning.
    ///
    /// A byte order mark decides. Without one, text that is UTF-8 is UTF-8; text in which every second byte is that of a
    /// Latin or Cyrillic letter's upper half is UTF-16; and anything else whose upper bytes are mostly the letters of
    /// Windows-1251 is that.
    ///
    /// - Parameters:
    ///   - start: the first bytes; some thousands are enough.
    ///   - isWhole: true if the file has no more bytes; otherwise a letter may be cut at the end.
    /// - Returns: the encoding, the length of the byte order mark, and whether it was only guessed; nil if none fits.
    static func recognised(_ start: [UInt8], isWhole: Bool) -> (encoding: TextEncoding, mark: Int, isGuess: Bool)? {
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3, false) }
        if start.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2, false) }
        if start.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2, false) }
        if let wide = wide(start) { return (wide, 0, true) }
        if String(validating: whole(start, isWhole), as: UTF8.self) != nil { return (.utf8, 0, false) }
        let upper = start.filter { $0 >= 0x80 }
        let letters = upper.count { $0 >= 0xC0 || [0xA8, 0xB8, 0xAB, 0xBB, 0xB9, 0xA0, 0x96, 0x97].contains($0) }
        // In Windows-1251 most letters of a text are the small ones, from 0xE0; in KOI8-R and the like they stand below.
        let small = upper.count { $0 >= 0xE0 }
        return letters * 10 >= upper.count * 9 && small * 2 > letters ? (.windows1251, 0, true) : nil
    }

    /// The bytes without a letter of UTF-8 that the end of the piece cuts: it has at most three bytes.
    private static func whole(_ bytes: [UInt8], _ isWhole: Bool) -> ArraySlice<UInt8> {
        guard !isWhole, let lead = bytes.suffix(4).lastIndex(where: { $0 & 0xC0 == 0xC0 }) else { return bytes[...] }
        return bytes[..<lead]
    }

    private static func wide(_ bytes: [UInt8]) -> TextEncoding? {
        let pairs = bytes.count / 2
        guard pairs >= 2 else { return nil }
        var upper = (first: 0, second: 0)
        for index in 0..<pairs {
            if bytes[2 * index] == 0 || bytes[2 * index] == 4 { upper.first += 1 }
            if bytes[2 * index + 1] == 0 || bytes[2 * index + 1] == 4 { upper.second += 1 }
        }
        if upper.second * 10 >= pairs * 9, upper.first * 2 < pairs { return .utf16LittleEndian }
        if upper.first * 10 >= pairs * 9, upper.second * 2 < pairs { return .utf16BigEndian }
        return nil
    }
}

/// Turns the pieces of a file into UTF-8, piece by piece.
struct TextDecoder {
    let encoding: TextEncoding
    /// A byte of UTF-16 whose partner is in the next piece.
    private var half: UInt8?
    /// The first half of a pair of surrogates whose second is still to come.
    private var surrogate: UInt16?

    init(_ encoding: TextEncoding) { self.encoding = encoding }

    /// A byte that is in no UTF-8 text, and so marks what could not be read.
    static let unreadable: UInt8 = 0xFF

    /// The next piece as UTF-8. UTF-8 itself is passed on unchecked: the reader of the cells checks each.
    mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
        switch encoding {
        case .utf8: bytes
        case .windows1251: bytes.flatMap { $0 < 0x80 ? [$0] : Self.upper[Int($0) - 0x80] }
        case .utf16LittleEndian, .utf16BigEndian: wide(bytes)
        }
    }

    /// What is left at the end of the file.
    func end() -> [UInt8] { half == nil && surrogate == nil ? [] : [Self.unreadable] }

    private mutating func wide(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            guard let first = half else {
                half = byte
                continue
            }
            half = nil
            let isLittle = encoding == .utf16LittleEndian
            take(isLittle ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte), &out)
        }
        return out
    }

    private mutating func take(_ unit: UInt16, _ out: inout [UInt8]) {
        if let high = surrogate {
            surrogate = nil
            if UTF16.isTrailSurrogate(unit) {
                let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                out += Array(String(Character(Unicode.Scalar(value)!)).utf8)
                return
            }
            out.append(Self.unreadable)
        }
        if UTF16.isLeadSurrogate(unit) {
            surrogate = unit
        } else if let scalar = Unicode.Scalar(unit) {
            out += Array(String(Character(scalar)).utf8)
        } else {
            out.append(Self.unreadable)
        }
    }

    private static let upper: [[UInt8]] = (UInt8(0x80)...0xFF).map { byte in
        // 0x98 is the one byte that Windows-1251 leaves undefined.
        byte == 0x98
            ? [unreadable]
            : String(data: Data([byte]), encoding: .windowsCP1251).map { Array($0.utf8) } ?? [unreadable]
    }
}
