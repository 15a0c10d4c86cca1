import MusterCore
import MusterValues

extension PageMaker {
    func sourceTable(_ sources: [ListedSource]) -> EditionTable {
        let rows = sources.map { source in
            let origins = source.derivedFrom.map { Words.joined([.list($0.relation), .id($0.id)], .space) }
            let aside = source.setAside.map { [Words.say(.setAside, .text($0))] } ?? []
            return EditionTable.Row(cells: [
                EditionTable.Cell(
                    words: .record(source.id, .text(source.title)),
                    second: .joined([.id(source.id), source.url.map { .address($0) } ?? .say(.noAddress)], .space)),
                EditionTable.Cell(words: .list(source.kind)),
                EditionTable.Cell(words: source.publisher.map { .name($0) } ?? .quiet(.say(.notStated))),
                EditionTable.Cell(words: .published(source.published)),
                EditionTable.Cell(
                    words: origins.isEmpty && aside.isEmpty ? .say(.ownOrigin) : .joined(origins + aside, .semicolon)),
                EditionTable.Cell(words: .number(source.citations)),
            ])
        }
        return Self.table(
            "sources", .sources, rows,
            [
                ("what", .titleAndAddress), ("kind", .kind), ("publisher", .publisher), ("published", .published),
                ("origin", .origin), ("number", .citationsHead),
            ])
    }

    func programmeTable(_ programmes: [ListedProgramme], _ maker: EditionMaker) -> EditionTable {
        let rows = programmes.map { programme in
            EditionTable.Row(cells: [
                EditionTable.Cell(
                    words: maker.name(NamedRecord(id: programme.id, name: programme.name)),
                    second: .joined(
                        [.id(programme.id), programme.expansion.map { .text($0) }].compactMap(\.self), .space)),
                EditionTable.Cell(
                    words: .date(programme.launched, .cell), second: programme.launchedBy.map { .name($0) }),
                EditionTable.Cell(words: programme.cameFrom.map { maker.name($0) }),
                EditionTable.Cell(words: .number(programme.unitsOnRecord)),
            ])
        }
        return Self.table(
            "programmes", .programmes, rows,
            [("name", .nameHead), ("when", .launchedHead), ("origin", .cameFromHead), ("number", .units)])
    }

    func eventTable(_ events: [ListedEvent], _ maker: EditionMaker) -> EditionTable {
        let rows = events.map { event in
            let links = [
                event.otherUnit.map { maker.name($0) },
                event.forEnrollment.map { .say(.forEnrollment, maker.name($0)) },
                event.isPlan ? .quiet(.say(.planned)) : nil, event.cause.map { .say(.cause, .text($0)) },
            ].compactMap(\.self)
            let judged: [Words] = event.standing == .accepted ? [] : [.list(event.standing)]
            let owners = maker.rejected(event.standing == .rejected ? [] : event.rejected, besides: event.id)
            let remarks = links + judged + [owners].compactMap(\.self)
            return EditionTable.Row(cells: [
                EditionTable.Cell(words: .id(event.id)),
                EditionTable.Cell(words: maker.name(event.record)),
                EditionTable.Cell(
                    words: .strong(.state(event.value)),
                    second: remarks.isEmpty ? nil : .joined(remarks, .comma)),
                EditionTable.Cell(words: .date(event.date, .cell)),
            ])
        }
        return Self.table(
            "events", .events, rows, [("id", .idHead), ("name", .record), ("what", .what), ("when", .when)])
    }

    func lookTable(_ looks: [ListedLook], _ maker: EditionMaker) -> EditionTable {
        let rows = looks.map { look in
            EditionTable.Row(cells: [
                EditionTable.Cell(words: maker.name(look.region)),
                EditionTable.Cell(words: .date(look.date, .cell)),
                EditionTable.Cell(words: .text(look.place)),
                EditionTable.Cell(words: look.found.map { .text($0) } ?? .list(Coverage.noneFound)),
                EditionTable.Cell(
                    words: .name(look.author), second: .link(.revision(look.revision), .time(look.recordedAt))),
            ])
        }
        return Self.table(
            "looks", .looks, rows,
            [("region", .region), ("when", .when), ("where", .lookedWhere), ("what", .found), ("author", .author)])
    }
}

extension SitePage {
    /// The head of the page.
    package var title: Phrase {
        switch self {
        case .home: .register
        case .regions: .regions
        case .units: .units
        case .officials: .officials
        case .enrollments: .enrollments
        case .sources: .sources
        case .programmes: .programmes
        case .events: .events
        case .looks: .looks
        case .disputes: .disputesTitle
        case .due: .due
        case .review: .review
        case .duplicates: .duplicates
        case .coverage: .coverageTitle
        case .history: .history
        case .search: .search
        case .howToRead: .howToRead
        case .howToCheck: .howToCheck
        }
    }

    /// What a page of rows lists.
    var about: Phrase {
        switch self {
        case .regions: .regionsAbout
        case .units: .unitsListAbout
        case .officials: .officialsAbout
        case .enrollments: .enrollmentsAbout
        case .sources: .sourcesListAbout
        case .programmes: .programmesAbout
        case .events: .eventsAbout
        default: .looksAbout
        }
    }
}
