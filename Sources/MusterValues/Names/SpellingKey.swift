/// A key that all spellings of one Russian name share, in either script and any romanisation.
///
/// A key is lower-case ASCII letters: `b v g d z k l m n p r s t f` as they sound, `h` х, `c` ц, `j` ж,
/// `q` ч, `w` ш, `x` щ, `a o u e`, `i` for и й ы and their equivalents, `y` for the glide of я and ю. These become one,
/// since romanisations differ on them: ё and е, hard and soft sign, doubled letters, -ий and -y.
package enum SpellingKey {
    /// Makes the key from a word's letters, which were read one by one from either script.
    ///
    /// The input uses the key's alphabet, with `i` before the vowel of я `ia`, ю `iu`, е `ie`, ё `io`.
    package static func squeezed(_ letters: [UInt8]) -> String {
        var bytes = glides(joined(letters))
        for index in bytes.indices.dropFirst() where bytes[index] == o && afterSibilant.contains(bytes[index - 1]) {
            bytes[index] = e
        }
        // A doubled letter is often written once. An abbreviation of two letters keeps both.
        if bytes.count <= 2 { return String(decoding: bytes, as: UTF8.self) }
        var single: [UInt8] = []
        single.reserveCapacity(bytes.count)
        for byte in bytes where single.last != byte { single.append(byte) }
        return String(decoding: single, as: UTF8.self)
    }

    private static let a = UInt8(ascii: "a")
    private static let e = UInt8(ascii: "e")
    private static let i = UInt8(ascii: "i")
    private static let o = UInt8(ascii: "o")
    private static let u = UInt8(ascii: "u")
    private static let y = UInt8(ascii: "y")
    /// Хрущов is Хрущёв: after ж ч ш щ ц an о can be written for ё.
    private static let afterSibilant = Array("jqwxc".utf8)

    /// Some romanisations write one Cyrillic letter with letters that others use for two: Исхаков is Iskhakov or
    /// Ishakov. Such pairs are merged for Cyrillic input as well, so that both sides get the same key. Other pairs: сц
    /// and щ, тс and ц.
    private static let swallowed: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 1 << 16)
        let pairs = [
            ("ts", "c"), ("tc", "c"), ("tq", "q"), ("sc", "x"), ("sq", "x"), ("zq", "x"), ("wq", "x"), ("sh", "w"),
            ("zh", "j"),
            ("kh", "h"), ("ph", "f"), ("th", "t"), ("ou", "u"),
        ]
        for (pair, one) in pairs {
            let bytes = Array(pair.utf8)
            table[Int(bytes[0]) << 8 | Int(bytes[1])] = one.utf8.first!
        }
        return table
    }()

    /// The letters with each pair that romanisations do not tell from one letter as that letter.
    static func joined(_ letters: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(letters.count)
        for var byte in letters {
            while let last = out.last, case let one = swallowed[Int(last) << 8 | Int(byte)], one > 0 {
                byte = one
                out.removeLast()
            }
            out.append(byte)
        }
        return out
    }

    /// Unifies the spellings of и and of the glide: ya, ia, iya and ja become one, yo and io become е, iy and ii become
    /// и.
    private static func glides(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == i else {
                out.append(bytes[index])
                index += 1
                continue
            }
            while index < bytes.count, bytes[index] == i { index += 1 }
            switch index < bytes.count ? bytes[index] : 0 {
            case e, o:
                out.append(e)
                index += 1
            case a, u: out.append(y)
            default: out.append(i)
            }
        }
        return out
    }
}
