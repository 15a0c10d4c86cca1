import Foundation
import MusterCore
import MusterValues

/// A refusal in Russian.
///
/// The library words a refusal in English, one clause after another with semicolons between them. Each clause is looked up among known
/// sentences, in which `{0}` stands for a value. A clause that is not among them stays English and is told apart, so that the page can
/// mark its language.
struct RussianRefusal {
    /// A clause of the refusal.
    struct Clause: Equatable {
        let text: String
        /// True if it is told in the library's words.
        let isEnglish: Bool
    }

    let clauses: [Clause]

    /// - Parameters:
    ///   - english: the refusal in the library's words.
    ///   - names: the Russian names of what the refusal calls by an English one, such as a field.
    init(_ english: String, naming names: [String: String] = [:]) {
        let phrasebook = Phrasebook(names: names)
        // A record that may be meant is no sentence: it begins with its short id.
        clauses = Self.parts(of: english).map { part in
            if let known = phrasebook.sentence(part) { return Clause(text: known, isEnglish: false) }
            return Clause(text: part, isEnglish: part.prefixMatch(of: #/[A-Z]{1,2}[0-9]+ /#) == nil)
        }
    }

    /// The clauses: a semicolon inside of quotation marks parts nothing.
    private static func parts(of text: String) -> [String] {
        var parts: [String] = []
        for piece in text.components(separatedBy: "; ") {
            if let last = parts.last, last.count(where: { $0 == "'" }) % 2 == 1, piece.contains("'") {
                parts[parts.count - 1] = last + "; " + piece
            } else {
                parts.append(piece)
            }
        }
        return parts
    }
}

/// The known sentences, and how a clause is found among them.
private struct Phrasebook {
    let names: [String: String]

    /// A clause in Russian; nil if it is not known.
    func sentence(_ text: String) -> String? {
        for (english, russian) in RussianRefusal.sentences {
            guard let values = Self.values(in: text, by: english) else { continue }
            return values.enumerated().reduce(russian) { said, value in
                said.replacing("{\(value.offset)}", with: self.value(value.element))
            }
        }
        return nil
    }

    /// What stands for `{0}`, `{1}` … in a text of the form; nil if it is not of it.
    private static func values(in text: String, by form: String) -> [String]? {
        let parts = form.split(separator: #/\{[0-9]\}/#, omittingEmptySubsequences: false).map(String.init)
        guard text.hasPrefix(parts[0]) else { return nil }
        var (rest, values) = (text.dropFirst(parts[0].count), [String]())
        for (index, part) in parts.enumerated().dropFirst() {
            if index == parts.count - 1 {
                guard rest.hasSuffix(part), rest.count > part.count || part.isEmpty else { return nil }
                values.append(String(rest.dropLast(part.count)))
                return values
            }
            guard let found = rest.range(of: part) else { return nil }
            values.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return rest.isEmpty ? values : nil
    }

    /// A value: a sentence of its own, a name that is known, or what somebody typed.
    private func value(_ text: String) -> String {
        if let name = names[text] ?? Self.words[text] { return name }
        if text.contains(" or "), text.components(separatedBy: " or ").allSatisfy({ Self.words[$0] != nil }) {
            return text.components(separatedBy: " or ").compactMap { Self.words[$0] }.joined(separator: " или ")
        }
        // Who may be meant, and why: "O2 Dmitry Novikov (Governor): the initial fits".
        for reason in MatchReason.allCases where text.hasSuffix(": " + reason.label.english) {
            return text.dropLast(reason.label.english.count) + reason.label.russian
        }
        // Examples of dates: "2025, 2025-04 or 2025-04-01".
        if text.wholeMatch(of: #/[-0-9X, ]+ or [-0-9X]+/#) != nil { return text.replacing(" or ", with: " или ") }
        return sentence(text) ?? text
    }

    /// Kinds of records, fields and months by their English names.
    private static let words: [String: String] = {
        var words = [
            "official": "лицо", "unit": "подразделение", "source": "источник", "enrollment": "вступление",
            "region": "регион", "programme": "программа", "post": "должность", "event": "событие",
            "citation": "ссылка на источник", "record": "запись", "group": "группа", "state": "состояние",
            "day": "день", "file": "файл", "token": "токен", "revision": "ревизия",
        ]
        for name in FieldName.allCases where words[name.rawValue] == nil {
            words[name.rawValue.replacing("_", with: " ")] = name.label.russian
        }
        for role in Role.allCases { words[role.rawValue] = role.label.russian }
        for (number, month) in CalendarName.byNumber where number <= 12 { words[month.english] = month.nominative }
        return words
    }()
}
