import GRDB
import MusterValues

extension [ListedEvent] {
    /// Adds what is judged wrong of each event: the event itself, or the post or the enrollment, its unit or its official.
    mutating func judge(_ db: Database) throws {
        var numbers: [RecordKind: Set<Int64>] = [:]
        for event in self { numbers[event.record.id.kind, default: []].insert(event.record.id.number) }
        let subjects = try Dictionary(
            uniqueKeysWithValues: numbers.map { ($0, try TimelineSubject.all($0, $1, db)) })
        for index in indices {
            let (id, record) = (self[index].id, self[index].record.id)
            let own = self[index].standing == .rejected ? [id] : []
            self[index].rejected = own + (subjects[record.kind]?[record.number]?.rejected ?? [])
        }
    }
}
