extension EDTF {
    /// The best advice about a refused text: a hint for the text, or for the part at fault, or the fault itself.
    package static func hint(for text: String, refusedFor fault: Fault) -> Fault {
        hint(for: text) ?? (fault.isUnreadable ? hint(for: fault.part) : nil) ?? fault
    }

    private static func hint(for text: String) -> Fault? {
        hintForUnknown(text) ?? hintForWords(text) ?? hintForTime(text) ?? hintForNumbers(text)
            ?? repaired(text).map { Fault(part: text, rule: Fault.notADate, fix: "write \($0)") }
    }

    /// A hint that proposes a date, or says why there is no such date; nil if the proposal is in no form of EDTF.
    package static func hint(for text: String, proposing date: String, suffix: String = "") -> Fault? {
        do {
            _ = try read(date)
            return Fault(part: text, rule: Fault.notADate, fix: "write \(date)\(suffix)")
        } catch {
            return error.isUnreadable ? nil : Fault(part: text, rule: error.rule, fix: error.fix)
        }
    }

    package static func isReadable(_ text: String) -> Bool {
        (try? read(text)) != nil
    }

    /// The text without spaces and with look-alike characters corrected; nil if it is then still unreadable, or too
    /// long to quote.
    package static func repaired(_ text: String) -> String? {
        var fixed = ""
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar {
            case "x", "х", "Х", "u": fixed.append("X")
            case "y": fixed.append("Y")
            case "‐", "‑", "‒", "–", "—", "−": fixed.append("-")
            case "…": fixed.append("..")
            default: fixed.unicodeScalars.append(scalar)
            }
        }
        return fixed.unicodeScalars.count <= longestQuote && isReadable(fixed) ? fixed : nil
    }

    private static func hintForUnknown(_ text: String) -> Fault? {
        guard unknownWords.contains(text.lowercased()) else { return nil }
        return Fault(
            part: text, rule: Fault.notADate,
            fix: "write XXXX when nothing of it is known, or XXXX-04 when only the month is")
    }

    private static func hintForTime(_ text: String) -> Fault? {
        guard let mark = text.firstIndex(where: { "Tt ".contains($0) }), !text.contains("/") else { return nil }
        let date = String(text[..<mark])
        let time = text[mark...].dropFirst()
        guard isReadable(date), time.first?.isNumber == true, time.contains(":") else { return nil }
        let isElsewhere = time.contains { "Zz+".contains($0) } || time.dropFirst(5).contains("-")
        return Fault(
            part: text, rule: "has a time of day, and the registry keeps days",
            fix: isElsewhere
                ? "write \(date), or the day that it was at the place: its time is given in another zone"
                : "write \(date)")
    }
}
