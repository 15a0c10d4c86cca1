import Foundation
import MusterValues

/// The parameters of a request's query, as text; each is asked for once, by its name.
struct Query: Sendable {
    /// The values by name, in the order given.
    let values: [String: [String]]

    /// Reads a query string (`a=1&b=%20`), in which a plus sign is a blank.
    ///
    /// - Throws: `MusterError.badValue` for what is no UTF-8, or for more than 100 parameters.
    init(_ text: String?) throws(MusterError) {
        var values: [String: [String]] = [:]
        let pairs = (text ?? "").split(separator: "&")
        if pairs.count > 100 {
            throw .badValue(field: "query", value: "\(pairs.count) parameters", rule: "give at most 100")
        }
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let decoded = parts.map { String($0).replacing("+", with: " ").removingPercentEncoding }
            guard let name = decoded[0], let value = decoded.count == 2 ? decoded[1] : "" else {
                throw .badValue(
                    field: "query", value: String(pair), rule: "write it in UTF-8, percent-encoded (RFC 3986)")
            }
            values[name, default: []].append(value)
        }
        self.values = values
    }

    /// The same without some parameters.
    func without(_ names: [String]) -> Query { Query(values: values.filter { !names.contains($0.key) }) }

    /// Takes parameters as they are.
    init(values: [String: [String]]) { self.values = values }

    /// All values of a parameter.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The only value of a parameter; nil if it is not given.
    ///
    /// - Throws: `MusterError.usage` if it is given twice.
    func one(_ name: String) throws(MusterError) -> String? {
        let all = all(name)
        if all.count > 1 { throw .usage("\(name) is given \(all.count) times; give it once") }
        return all.first
    }

    /// True if a parameter says so: `true`, or only its name.
    ///
    /// - Throws: `MusterError.notInList` for any other word.
    func flag(_ name: String) throws(MusterError) -> Bool {
        switch try one(name) {
        case nil, "false": false
        case "true", "": true
        case let value?: throw .notInList(list: "value of \(name)", value: value, allowed: ["true", "false"])
        }
    }

    /// A whole number; nil if the parameter is not given.
    ///
    /// - Throws: `MusterError.badValue` for a number outside the range, or any other text.
    func number(_ name: String, in range: ClosedRange<Int64>) throws(MusterError) -> Int64? {
        guard let text = try one(name) else { return nil }
        guard let number = Int64(text), range.contains(number), text.utf8.allSatisfy({ $0 != 0x2B }) else {
            throw .badValue(
                field: name, value: text,
                rule: "give a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Refuses parameters that an endpoint does not know.
    ///
    /// - Throws: `MusterError.notInList` for the first of them.
    func check(known names: [String]) throws(MusterError) {
        guard let other = values.keys.sorted().first(where: { !names.contains($0) }) else { return }
        if names.isEmpty { throw .usage("\(quoted(other)) is no parameter here; this address takes none") }
        throw .outside(list: "parameter here", value: other, allowed: names)
    }
}
