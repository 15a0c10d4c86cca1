import Foundation

/// Looks for names that an object of a JSON text has twice.
///
/// RFC 8259, section 4, leaves open which of two values counts, and Foundation takes one of them without a word.
enum JSONNames {
    /// The first name that an object has twice; nil if there is none.
    ///
    /// - Parameter data: a JSON text that was read without fault. It costs one pass over its bytes.
    /// - Returns: the name as text.
    static func repeated(in data: Data) -> String? {
        // The names of each object that is open; nil for a list.
        var open: [Set<String>?] = []
        var (isName, start, isEscaped) = (false, Int?.none, false)
        let bytes = [UInt8](data)
        for (index, byte) in bytes.enumerated() {
            if let from = start {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    start = nil
                    guard isName, let last = open.indices.last else { continue }
                    isName = false
                    let name = text(bytes[from...index])
                    if open[last]?.insert(name).inserted == false { return name }
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): start = index
            case UInt8(ascii: "{"):
                open.append([])
                isName = true
            case UInt8(ascii: "["):
                open.append(nil)
                isName = false
            case UInt8(ascii: "}"), UInt8(ascii: "]"): open.removeLast()
            case UInt8(ascii: ","): isName = open.last.map { $0 != nil } ?? false
            default: break
            }
        }
        return nil
    }

    /// A name with its quotation marks as text: "\\u0061" is the name "a", too.
    private static func text(_ quoted: ArraySlice<UInt8>) -> String {
        (try? JSONDecoder().decode(String.self, from: Data(quoted))) ?? String(decoding: quoted, as: UTF8.self)
    }
}
