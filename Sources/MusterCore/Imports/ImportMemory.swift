import MusterValues

/// What the rows of an import found on the register, so that it is looked up once for each text and not for each row.
///
/// What a row adds counts only once the row is taken whole. What may be asked of the register again is kept of the newest rows alone, so
/// that memory does not grow with the file.
struct ImportMemory {
    /// A record by the kind and the text that stands for it.
    private struct Name: Hashable {
        let kind: RecordKind
        let text: String
    }

    /// What one source states of one record.
    struct Voice: Hashable {
        let record: RecordID
        let source: Int64
    }

    /// A statement of a source that is known.
    struct Statement: Hashable {
        let field: String
        let stated: String
        let locator: String?
        let speaker: String?
        let speech: String
        let stance: String
        let held: String?
    }

    private var kept: [Name: RecordID] = [:]
    private var ofRow: [Name: RecordID] = [:]
    private var passing: [String: RecordID] = [:]
    private var passingOfRow: [String: RecordID] = [:]
    /// The statements of sources, as far as they were asked for.
    var statements: [Voice: Set<Statement>] = [:]

    /// The most entries that are kept of what may be asked again.
    private static let most = 4_000

    /// The record that a text of a kind stands for.
    subscript(_ kind: RecordKind, _ text: String) -> RecordID? {
        get { ofRow[Name(kind: kind, text: text)] ?? kept[Name(kind: kind, text: text)] }
        set { ofRow[Name(kind: kind, text: text)] = newValue }
    }

    /// The official whom a row before named so; nil for one of long ago.
    subscript(passing text: String) -> RecordID? {
        get { passingOfRow[text] ?? passing[text] }
        set { passingOfRow[text] = newValue }
    }

    /// Keeps what the row found: it was taken.
    mutating func keep() {
        if !ofRow.isEmpty { kept.merge(ofRow) { _, new in new } }
        if passing.count > Self.most { passing.removeAll(keepingCapacity: true) }
        passing.merge(passingOfRow) { _, new in new }
        if statements.count > Self.most { statements.removeAll(keepingCapacity: true) }
        empty()
    }

    /// Forgets what the row found: it was not taken.
    mutating func forget() {
        statements.removeAll(keepingCapacity: true)
        empty()
    }

    private mutating func empty() {
        ofRow.removeAll(keepingCapacity: true)
        passingOfRow.removeAll(keepingCapacity: true)
    }
}
