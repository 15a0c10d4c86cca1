import ArgumentParser
import MusterCore
import MusterValues

extension ArgumentHelp {
    /// The help of an option or argument that gives a field: the field's own sentence and the values of its closed
    /// list.
    ///
    /// - Parameters:
    ///   - name: the field.
    ///   - kind: the kind of record that has it.
    ///   - valueName: the name of the value in the usage text; nil leaves it to the parser.
    /// - Returns: the help, which ends with a full stop.
    static func field(_ name: FieldName, of kind: RecordKind, _ valueName: String? = nil) -> ArgumentHelp {
        guard let field = kind.field(name) else { preconditionFailure("\(kind.words) has no \(name.words)") }
        return ArgumentHelp(field.help.english.dropLast() + values(of: field) + ".", valueName: valueName)
    }

    /// The help of the option that takes the SHA-256 of a kept copy.
    static let capture = ArgumentHelp(
        "The file of the kept copy; its SHA-256 is taken, and today as its day unless one is known.", valueName: "file")

    private static func values(of field: Field) -> String {
        guard case .list(let list) = field.type else { return "" }
        return ": " + words(of: list)
    }

    private static func words<List: ClosedList>(of _: List.Type) -> String {
        List.allCases.map(\.words).joined(separator: ", ")
    }
}
