import Foundation
import MusterCore
import MusterValues

/// What a write did.
struct WriteAnswer: Codable {
    /// One record of it.
    struct Change: Codable {
        let id: RecordID
        /// What became of it, as `added` or `cited`.
        let change: String
        let subject: NamedRecord?
        let other: NamedRecord?
        /// The records, values or words that belong to it, in order.
        let about: [String]
    }

    let changes: [Change]
    let head: String?
    let isRehearsal: Bool
    let remark: String?
    /// The revision that it made; null if nothing was to change, or if it was only tried.
    let revision: Int64?

    private enum CodingKeys: String, CodingKey {
        case changes, head, isRehearsal = "dry_run", remark, revision
    }

    init(_ result: WriteResult, head: String?) {
        changes = Self.changes(result.records)
        (self.head, revision, isRehearsal, remark) = (head, result.revision, result.isRehearsal, result.remark)
    }

    /// The changes of records as the API tells them.
    static func changes(_ all: [WriteResult.Change]) -> [Change] {
        all.map { change in
            let label = Mirror(reflecting: change.change).children.first
            return Change(
                id: change.id, change: (label?.label ?? "\(change.change)").snakeCase, subject: change.subject,
                other: change.other, about: Self.words(label?.value).filter { !$0.isEmpty })
        }
    }

    /// The words of what goes with a change.
    private static func words(_ value: Any?) -> [String] {
        switch value {
        case nil: []
        case let text as String: [text]
        case let id as RecordID: [id.description]
        case let field as FieldName: [field.rawValue]
        case let value as EventValue: [value.words]
        case let number as Int64: ["\(number)"]
        case let list as [Any]: list.flatMap { words($0) }
        case let value?: Mirror(reflecting: value).children.flatMap { words($0.value) }
        }
    }

    static let shape = Shape.answer(WriteAnswer.self)
}

extension WriteAnswer {
    /// The address of what a request added; nil if it added nothing. Of several records it is the one of the kind that the request's address
    /// is of, since an enrollment can add its official and post, too.
    func place(addedAt target: String) -> String? {
        let added = changes.filter { ["added", "recorded", "cited"].contains($0.change) }.map(\.id)
        let own = added.first { target.hasSuffix("/\($0.kind.name)s") }
        return (own ?? added.first).map { Route.record.path("\($0)") }
    }
}
