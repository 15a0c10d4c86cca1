import MusterValues

/// Writes entities as FollowTheMoney's program reads them.
struct FollowTheMoneyWriter {
    /// What an export is written as.
    enum Form {
        /// An entity a line, as JSON.
        case entities
        /// A statement a line, as CSV.
        case statements
    }

    /// The name of the data set, the same for every registry: ids tell apart what is from where.
    static let dataset = "muster"

    /// The columns of a statement, in the order in which FollowTheMoney writes them.
    static let columns = [
        "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang",
        "original_value", "external", "first_seen", "last_seen", "id",
    ]

    let form: Form
    let sink: ByteSink
    private var buffer = JSONBuffer()

    init(_ form: Form, to sink: ByteSink) {
        self.form = form
        self.sink = sink
    }

    /// Writes what comes before the first entity.
    func begin() throws {
        if form == .statements { try sink.write(Self.line(Self.columns)) }
    }

    /// Writes an entity.
    mutating func write(_ entity: FollowTheMoneyEntity) throws {
        switch form {
        case .entities: try sink.write(json(entity))
        case .statements:
            for value in entity.values {
                for said in value.said { try sink.write(statement(said, value, entity)) }
            }
        }
    }

    /// The entity as one line of JSON, with its properties by name.
    private mutating func json(_ entity: FollowTheMoneyEntity) -> String {
        buffer.write(raw: "{\"id\":")
        buffer.write(entity.id)
        buffer.write(raw: ",\"schema\":")
        buffer.write(entity.schema)
        buffer.write(raw: ",\"datasets\":[\"\(Self.dataset)\"],\"properties\":{")
        let properties = Dictionary(grouping: entity.values, by: \.property).sorted { $0.key < $1.key }
        for (index, (property, values)) in properties.enumerated() {
            buffer.write(raw: index == 0 ? "" : ",")
            buffer.write(property)
            buffer.write(raw: ":[")
            for (index, value) in values.enumerated() {
                buffer.write(raw: index == 0 ? "" : ",")
                buffer.write(value.text)
            }
            buffer.write(raw: "]")
        }
        buffer.write(raw: "}}\n")
        return buffer.taken()
    }

    private func statement(
        _ said: FollowTheMoneyStatement, _ value: FollowTheMoneyEntity.Value, _ entity: FollowTheMoneyEntity
    ) -> String {
        let key = [Self.dataset, entity.id, value.property, value.text, said.key].joined(separator: "\u{1F}")
        let id = HashChain.hex(HashChain.hash(Array(key.utf8)).prefix(20))
        return Self.line([
            entity.id, entity.id, value.property, FollowTheMoneyText.types[value.property] ?? "string", entity.schema,
            value.text, Self.dataset, said.origin, nil, said.original == value.text ? nil : said.original, "f",
            said.first,
            said.last, id,
        ])
    }

    /// A line of CSV with every field in quotes, as Python's dialect `unix` has it.
    private static func line(_ fields: [String?]) -> String {
        var line: [UInt8] = []
        for (index, field) in fields.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            CSV.append(quoted: field ?? "", to: &line)
        }
        line.append(UInt8(ascii: "\n"))
        return String(decoding: line, as: UTF8.self)
    }
}

/// One statement of a value: by whom, and when.
struct FollowTheMoneyStatement {
    /// The id of the document, or a word for what no source states.
    let origin: String
    /// What tells the statement from others of the same value: the citation or, without one, the origin.
    let key: String
    /// The value in the source's words; nil if they are not known.
    var original: String?
    /// The day on which the source was published or, if that is not known to the day, the time at which the registry recorded the
    /// citation, `YYYY-MM-DDTHH:MM:SS`; nil without a citation.
    var first: String?
    /// The time at which the registry recorded the citation.
    var last: String?

    /// The origin of what the registry says itself, such as a short id or whether something lasts.
    static let registry = "\(FollowTheMoneyWriter.dataset):registry"
    /// The origin of what the registry infers because no source states it.
    static let inference = "\(FollowTheMoneyWriter.dataset):inference"
}

extension FollowTheMoneyEntity.Value {
    /// The statements of the value: one for each citation or source, otherwise the registry's own.
    var said: [FollowTheMoneyStatement] {
        var said = voices.map { voice in
            switch voice {
            case .cited(let citation): FollowTheMoneyStatement(citation, of: self)
            case .spelt(let source):
                FollowTheMoneyStatement(origin: FollowTheMoneyEntity.id(source), key: source.description)
            }
        }
        var keys: Set<String> = []
        said = said.filter { keys.insert($0.key).inserted }
        if isInferred {
            said.append(
                FollowTheMoneyStatement(
                    origin: FollowTheMoneyStatement.inference, key: FollowTheMoneyStatement.inference))
        }
        return said.isEmpty
            ? [FollowTheMoneyStatement(origin: FollowTheMoneyStatement.registry, key: FollowTheMoneyStatement.registry)]
            : said
    }
}

extension FollowTheMoneyStatement {
    /// The statement of a citation.
    fileprivate init(_ citation: ExportedCitation, of value: FollowTheMoneyEntity.Value) {
        origin = FollowTheMoneyEntity.id(citation.statement.source.id)
        key = citation.id.description
        original = value.isOwnField ? citation.statement.stated : nil
        let day = citation.published.flatMap { $0.edtf.count == 10 ? FollowTheMoneyText.date($0.edtf) : nil }
        (first, last) = (day.map { min("\($0)T00:00:00", citation.recorded) } ?? citation.recorded, citation.recorded)
    }
}

extension FollowTheMoneyEntity.Value {
    /// True if the property holds what the citations state, and not the source or the record that they speak of.
    fileprivate var isOwnField: Bool {
        !["proof", "sourceUrl", "publisher", "document", "entity", "recordId", "role", "status"].contains(property)
    }
}
