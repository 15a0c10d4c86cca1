import MusterValues

/// What the rows of an import found on the register, so that it is looked up once for each text and not for each row.
///
/// What a row adds counts only once the row is taken whole.
struct ImportMemory {
    private var kept: [String: RecordID] = [:]
    private var ofRow: [String: RecordID] = [:]
    private var done: Set<String> = []
    private var doneByRow: Set<String> = []

    /// The record that a text of a kind stands for.
    subscript(_ kind: RecordKind, _ text: String) -> RecordID? {
        get { ofRow[kind.rawValue + text] ?? kept[kind.rawValue + text] }
        set { ofRow[kind.rawValue + text] = newValue }
    }

    /// Notes that something is done; false if it was done before.
    mutating func isFirst(_ deed: String) -> Bool { !done.contains(deed) && doneByRow.insert(deed).inserted }

    /// Keeps what the row found: it was taken.
    mutating func keep() {
        kept.merge(ofRow) { _, new in new }
        done.formUnion(doneByRow)
        ofRow.removeAll(keepingCapacity: true)
        doneByRow.removeAll(keepingCapacity: true)
    }

    /// Forgets what the row found: it was not taken.
    mutating func forget() {
        ofRow.removeAll(keepingCapacity: true)
        doneByRow.removeAll(keepingCapacity: true)
    }
}
