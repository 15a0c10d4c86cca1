import GRDB
public import MusterValues

extension Report {
    /// Something that is missing on the register, and the records that lack it.
    public struct Gap: Encodable, Sendable {
        /// The kind of thing that is missing.
        public let what: Kind
        /// The number of records that lack it.
        public let count: Int
        /// The records, or of a large number the first hundred.
        public let records: [RecordID]

        /// The most records that are named of a gap of the whole register.
        static let most = 100

        /// The things that can be missing.
        public enum Kind: String, ClosedList {
            /// Units without a stated region.
            case unitRegion = "units_of_no_stated_region"
            /// Units without a stated form.
            case unitForm = "units_of_no_stated_form"
            /// Units without a stated status.
            case unitStatus = "units_of_no_stated_status"
            /// Enrollments of which no event has a stated date.
            case enrollmentDate = "enrollments_of_no_stated_date"
            /// Enrollments that are announced, and nothing more.
            case onlyAnnounced = "enrollments_only_announced"
            /// Enrollments without a stated contract.
            case enrollmentContract = "enrollments_of_no_stated_contract"
            /// Groups for which the most is not known.
            case groupNumber = "groups_of_unknown_number"
            /// Enrollments that no citation supports; rejected citations do not count.
            case enrollmentSource = "enrollments_with_no_source_that_stands"
            /// Enrollments no state of which two independent voices report.
            case oneOrigin = "enrollments_with_one_origin_for_each_state"
            /// Programmes, units and posts no fact of which two independent voices report.
            case oneOriginOthers = "programmes_units_and_posts_with_one_origin_for_each_fact"
            /// Sources without a printed date.
            case sourceDate = "sources_of_no_printed_date"
            /// Sources without a known address.
            case sourceAddress = "sources_of_no_known_address"
            /// Sources of which no copy is kept.
            case sourceCopy = "sources_of_which_no_copy_is_kept"
            /// Regions at which nobody looked.
            case look = "regions_not_looked_at"
            /// Regions whose newest look is older than half a year.
            case newLook = "regions_not_looked_at_for_half_a_year"

            /// The name of one value in a message.
            public static var listName: String { "gap" }

            /// The words for people.
            public var label: Label {
                switch self {
                case .unitRegion: Label(words, "подразделения, регион которых не указан")
                case .unitForm: Label(words, "подразделения, форма которых не указана")
                case .unitStatus: Label(words, "подразделения, статус которых не указан")
                case .enrollmentDate: Label(words, "вступления, дата которых не указана")
                case .onlyAnnounced: Label(words, "вступления, о которых только объявлено")
                case .enrollmentContract: Label(words, "вступления, контракт для которых не указан")
                case .groupNumber:
                    Label("groups whose upper limit is not known", "группы, верхняя граница которых неизвестна")
                case .enrollmentSource: Label(words, "вступления без учитываемого источника")
                case .oneOrigin: Label(words, "вступления, о каждом состоянии которых сообщает один первоисточник")
                case .oneOriginOthers:
                    Label(
                        "programmes, units and posts with one origin for each fact",
                        "программы, подразделения и должности, о каждом сведении которых сообщает один первоисточник")
                case .sourceDate: Label(words, "источники без даты публикации")
                case .sourceAddress: Label(words, "источники без известного адреса")
                case .sourceCopy: Label(words, "источники, копия которых не сохранена")
                case .look: Label(words, "регионы, где не искали")
                case .newLook: Label(words, "регионы, где не искали уже полгода")
                }
            }
        }

        /// The first ten records by id, and the number of the others.
        public var words: String {
            let first = records.prefix(10).map(\.description).joined(separator: ", ")
            return count > 10 ? "\(first) and \(count - 10) more" : first
        }
    }
}

/// Finds the things that are missing on the register, among the records that a report shows.
enum Gaps {
    static func of(
        units: [ListedUnit], enrollments: [ListedEnrollment], sources: [ReportedSource], _ db: Database
    ) throws -> [Report.Gap] {
        let origins = try SourceOrigins(of: sources.map(\.id.number), db)
        let deaths = try deaths(told: enrollments, db)
        let ofOneOrigin = enrollments.filter { row in
            let own = (row.citations ?? []).filter { deaths[$0.record].map { $0 == row.id.number } ?? true }
            return isOfOneOrigin(own, origins)
        }
        let undated: SQL = """
            SELECT e.id FROM enrollment e WHERE e.id IN \(SQL.list(enrollments.map(\.id.number))) AND NOT EXISTS (\
            SELECT 1 FROM event v WHERE v.enrollment_id = e.id AND v.date IS NOT NULL AND v.standing <> 'rejected') ORDER BY e.id
            """
        let gaps: [(Report.Gap.Kind, [RecordID])] = [
            (.enrollmentDate, try undated.all(db) { RecordID(.enrollment, try $0.next()) }),
            (.onlyAnnounced, enrollments.filter { $0.states == [.announced] }.map(\.id)),
            (.enrollmentContract, enrollments.filter { $0.contract == .notStated }.map(\.id)),
            (.groupNumber, enrollments.filter { $0.people.most == nil }.map(\.id)),
            (.enrollmentSource, enrollments.filter { $0.sources == 0 }.map(\.id)),
            (.oneOrigin, ofOneOrigin.map(\.id)),
            (.sourceDate, sources.filter { $0.published == nil }.map(\.id)),
            (.sourceAddress, sources.filter { $0.url == nil }.map(\.id)),
        ]
        return (ofUnits(units) + gaps).filter { !$0.1.isEmpty }
            .map { Report.Gap(what: $0.0, count: $0.1.count, records: $0.1) }
    }

    /// The enrollments of the deaths that some enrollments end with, by event: a death elsewhere confirms nothing of who is told of here.
    private static func deaths(told enrollments: [ListedEnrollment], _ db: Database) throws -> [RecordID: Int64] {
        let events = enrollments.filter { $0.states.contains(.killed) }.flatMap { $0.citations ?? [] }.map(\.record)
            .filter { $0.kind == .event }
        let sql: SQL = """
            SELECT id, enrollment_id FROM event WHERE value = 'killed' AND id IN \(SQL.list(Set(events.map(\.number)).sorted()))
            """
        return try Dictionary(uniqueKeysWithValues: sql.all(db) { (RecordID(.event, try $0.next()), try $0.next()) })
    }

    static func ofUnits(_ units: [ListedUnit]) -> [(Report.Gap.Kind, [RecordID])] {
        [
            (.unitRegion, units.filter { $0.region == nil }.map(\.id)),
            (.unitForm, units.filter(\.forms.isEmpty).map(\.id)),
            (.unitStatus, units.filter(\.statuses.isEmpty).map(\.id)),
        ]
    }

    /// True if a source reports a state of an enrollment, or any fact of another record but its name, and no state and no fact has two
    /// independent voices.
    static func isOfOneOrigin(_ citations: [ListedCitation], _ origins: SourceOrigins) -> Bool {
        let told = citations.filter { one in
            one.supports && (one.isOfState || ![.enrollment, .event].contains(one.record.kind) && one.field != .name)
        }
        let facts = Dictionary(grouping: told) { Fact(record: $0.record, field: $0.field) }
        return !facts.isEmpty
            && facts.values.allSatisfy { own in
                let said = own.filter(\.isOrigin).map {
                    SourceOrigins.Statement(source: $0.source.id.number, speaker: $0.speaker)
                }
                return origins.voices(of: said).count < 2
            }
    }
}

/// What a citation speaks of.
private struct Fact: Hashable {
    let record: RecordID
    let field: FieldName
}

extension ListedCitation {
    /// True if it is of what happened, and not of a date or of the enrollment itself.
    fileprivate var isOfState: Bool { record.kind == .event && field == .value }
}
