import MusterCore
import MusterEditions
import MusterValues

/// The ending of the name of a file that an output goes to. A file that ends as another format's would be opened as that.
enum FileEnding {
    /// The endings of all formats that are written, without the dot.
    private static let own = Set(EditionFormat.allCases.map(\.rawValue) + ExportFormat.allCases.compactMap(\.ending))
    /// Those of formats that nothing is written in here: whoever opens such a file would find something else in it.
    private static let others: Set = [
        "db", "doc", "docx", "gz", "ods", "odt", "pdf", "png", "rtf", "sqlite", "svg", "xls", "zip",
    ]

    /// The ending of a file's name in small letters, without the dot; nil for a name without one.
    static func of(_ path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let word = parts.last?.lowercased(), !word.isEmpty, parts != ["", parts[1]] else {
            return nil
        }
        return word
    }

    /// Refuses a file whose ending is that of another format.
    ///
    /// - Parameters:
    ///   - input: the name of the argument that names the file.
    ///   - path: the file, or a folder; no stream.
    ///   - format: the name of the format.
    ///   - own: the format's ending; nil for one that has none.
    ///   - fix: what to do instead.
    /// - Throws: `MusterError.badValue`.
    static func refuseOther(_ input: String, _ path: String, of format: String, ending own: String?, fix: Remedy)
        throws(MusterError)
    {
        guard let ending = of(path), ending != own, Self.own.contains(ending) || others.contains(ending) else { return }
        throw .badValue(field: input, value: path, rule: "its ending is not that of \(format)", fix: fix)
    }
}
