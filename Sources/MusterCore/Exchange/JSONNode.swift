/// A JSON value that can be written with its keys in order.
enum JSONNode {
    case null
    case bool(Bool)
    case number(String)
    case text(String)
    case array([JSONNode])
    case object([String: JSONNode])

    /// The value as text, each member on a line of its own, keys in the order of their bytes.
    func write(to text: inout String, indent: Int = 0) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let digits): text += digits
        case .text(let value): Self.write(value, to: &text)
        case .array(let values):
            Self.write(values, "[", "]", indent, to: &text) { value, text in
                value.write(to: &text, indent: indent + 1)
            }
        case .object(let members):
            Self.write(members.sorted { $0.key < $1.key }, "{", "}", indent, to: &text) { member, text in
                Self.write(member.key, to: &text)
                text += " : "
                member.value.write(to: &text, indent: indent + 1)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], _ open: String, _ close: String, _ indent: Int, to text: inout String,
        each: (Element, inout String) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            for _ in 0...indent { text += "  " }
            each(element, &text)
        }
        if !elements.isEmpty {
            text += "\n"
            for _ in 0..<indent { text += "  " }
        }
        text += close
    }

    /// A string between quotation marks, as RFC 8259 §7 has it.
    private static func write(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
