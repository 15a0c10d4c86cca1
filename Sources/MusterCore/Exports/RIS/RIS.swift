import GRDB
package import MusterValues

/// Writes sources as citations in RIS, which reference managers read.
///
/// Source: RIS Format Specifications, Research Information Systems, 2011. A record is a tag of two letters, two spaces, a hyphen and a
/// space before each value, one a line that ends with CRLF; it begins with TY and ends with ER.
enum RIS {
    /// The record of a source.
    ///
    /// - Parameters:
    ///   - source: the source.
    ///   - derivations: the sources that it repeats.
    /// - Returns: its lines.
    static func record(_ source: ExportedRecord, _ derivations: [SourceDerivations.Item]) -> String {
        let values = source.values.mapValues(\.words)
        let date = source.date(.published)
        var lines: [(String, String?)] = [
            ("TY", type(source.values[.kind]?.parts.first.flatMap(SourceKind.init(rawValue:)))),
            ("TI", values[.title]), ("PB", values[.publisher]), ("PY", date.map { String($0.prefix(4)) }),
            ("DA", date.map(slashed)), ("Y2", values[.captured].map(slashed)), ("LA", values[.language]),
            ("UR", values[.url]), ("AN", source.id.description),
        ]
        if date == nil, let published = values[.published] { lines.append(("N1", "published: \(published)")) }
        for item in derivations {
            lines.append(("N1", "derived_from: \(RecordID(.source, item.source)) (\(item.relation.rawValue))"))
        }
        let besides: [FieldName] = [.kind, .archive, .sha256, .setAside, .note]
        for field in besides {
            for value in source.values[field]?.parts ?? [] { lines.append(("N1", "\(field.rawValue): \(value)")) }
        }
        lines.append(("ER", ""))
        // A line break would begin another tag, or none.
        return lines.compactMap { tag, value in
            value.map { "\(tag)  - \($0.split(whereSeparator: \.isNewline).joined(separator: " "))\r\n" }
        }.joined() + "\r\n"
    }

    /// The type of reference: a word of a reference manager, which knows no more of a source than that.
    static func type(_ kind: SourceKind?) -> String {
        switch kind {
        case .officialChannel: "ICOMM"
        case .officialDocument: "GOVDOC"
        case .stateAgency, .regionalMedia, .nationalMedia, .foreignMedia: "NEWS"
        case .thinkTank, .ngo: "RPRT"
        case .rewrite: "ELEC"
        case .other, nil: "GEN"
        }
    }

    /// A day, a month or a year as `2025/04/01/`: the parts are told apart by their place, so all slashes stay.
    private static func slashed(_ date: String) -> String {
        let parts = date.split(separator: "-").map(String.init) + ["", ""]
        return parts.prefix(3).joined(separator: "/") + "/"
    }
}

extension ExportedRecord {
    /// A date that is a day, a month or a year; nil for any other, such as one with a mark of doubt.
    func date(_ field: FieldName) -> String? {
        guard case .date(let date) = values[field] else { return nil }
        return FollowTheMoneyText.date(date.edtf)
    }
}

extension Registry {
    /// Writes the cited sources as references in RIS, by id.
    ///
    /// - Parameters:
    ///   - filter: the filter of the listing of enrollments; the sources are those cited on them and on what they rest on.
    ///   - path: the file, which is replaced when the new one is whole; `-` is standard output.
    ///   - progress: takes the number of bytes of each piece that is written; false stops the export, which leaves nothing.
    /// - Returns: what is left out: sources that nothing cites but for another source that repeats them.
    /// - Throws: `MusterError` for what may not be written, or a filter that enrollments do not take.
    package func exportRIS(
        _ filter: Filter = Filter(), to path: String, progress: @escaping (Int) -> Bool = { _ in true }
    ) throws(MusterError) -> LeftOut {
        try writeExport(filter, to: path, progress) { reader, sink in
            var leftOut = LeftOut(rejected: [:])
            let isCited = "SELECT EXISTS (SELECT 1 FROM citation WHERE source_id = ?)"
            try reader.each(.source) { sources in
                for source in sources {
                    guard try reader.db.one(Bool.self, isCited, arguments: [source.id.number]) else {
                        leftOut.count(.uncitedSources)
                        continue
                    }
                    try sink.write(RIS.record(source, SourceDerivations(of: source.id, reader.db).items))
                }
            }
            return leftOut
        }
    }
}
