import GRDB
package import MusterValues

extension Registry {
    /// Writes the registry as one JSON text of Popolo: persons, organizations, posts, memberships, areas, and events for groups of
    /// people who are not named.
    ///
    /// - Parameters:
    ///   - filter: the filter of the listing of enrollments; one without conditions writes everything.
    ///   - path: the file, which is replaced when the new one is whole; `-` is standard output.
    ///   - progress: takes the number of bytes of each piece that is written; false stops the export, which leaves nothing.
    /// - Returns: what is left out.
    /// - Throws: `MusterError` for what may not be written, or a filter that enrollments do not take.
    package func exportPopolo(
        _ filter: Filter = Filter(), to path: String, progress: @escaping (Int) -> Bool = { _ in true }
    ) throws(MusterError) -> LeftOut {
        try writeExport(filter, to: path, progress) { reader, sink in
            let leftOut = try LeftOut(reader.selection, reader.db)
            var maker = PopoloMaker(reader: reader, leftOut: leftOut)
            try maker.leftOut.count(.programmes, reader.count(.programme))
            var array = PopoloArray(sink)
            try array.begin("persons")
            try reader.each(.official) { for record in $0 { try array.write(maker.person(record)) } }
            try array.begin("organizations")
            try reader.each(.unit) { for record in $0 { try array.write(maker.organization(record)) } }
            try array.begin("posts")
            try reader.each(.post) { for record in $0 { try array.write(maker.post(record)) } }
            try array.begin("memberships")
            for kind in [RecordKind.post, .enrollment] {
                try reader.each(kind) { for record in $0 { try maker.membership(record).map { try array.write($0) } } }
            }
            try array.begin("areas")
            try reader.each(.region) { for record in $0 { try array.write(maker.area(of: record)) } }
            try array.begin("events")
            try reader.each(.enrollment) { for record in $0 { try maker.event(record).map { try array.write($0) } } }
            try array.end()
            return maker.leftOut
        }
    }
}

/// Writes the arrays of the one object that a file of Popolo is.
private struct PopoloArray {
    private let sink: ByteSink
    private let writer = JSONWriter()
    private var (arrays, values) = (0, 0)

    init(_ sink: ByteSink) { self.sink = sink }

    mutating func begin(_ name: String) throws {
        try sink.write(arrays == 0 ? "{\n" : "\n],\n")
        try sink.write("\"\(name)\" : [")
        (arrays, values) = (arrays + 1, 0)
    }

    mutating func write(_ value: some Encodable) throws {
        try sink.write(values == 0 ? "\n" : ",\n")
        try writer.write(value)
        try sink.write(writer.buffer.taken())
        values += 1
    }

    func end() throws { try sink.write("\n]\n}\n") }
}
