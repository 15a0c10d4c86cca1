import MusterCore
import MusterValues

extension EditionMaker {
    /// The most lives that are drawn: more are no picture, and the table has all.
    private static let mostLanes = 60

    /// Posts and enrollments over time, drawn and as a table.
    var lives: [Block] {
        let owners = owners
        let records = owners.flatMap { $0.posts + $0.enrollments }
        let told = records.flatMap { lines[$0.id] ?? [] }.filter { $0.what != .name }
        if told.isEmpty, report.posts.isEmpty { return [] }
        let drawable = owners.filter { owner in
            (owner.posts + owner.enrollments).contains { lines[$0.id]?.contains(where: \.isDrawn) ?? false }
        }
        let lanes = drawable.prefix(Self.mostLanes).map(lane)
        let rest = drawable.count - lanes.count
        let drawn = Drawing(
            name: "lives", sentence: .say(.livesDrawing, .count(lanes.count, .record)),
            kind: .lives(Lives(day: day, lanes: lanes)))
        let rows = lifeRows(of: records)
        return [.section(Section(name: "timeline", title: .say(.postsOverTime), count: .number(rows.count)))]
            + (lanes.isEmpty ? [] : [.paragraph(.say(.livesAbout), .about), .drawing(drawn)])
            + (rest > 0 ? [.paragraph(.say(.othersInTable, .number(rest)), .plain)] : [])
            + [
                .table(
                    EditionTable(
                        name: "timeline", caption: .say(.sameAsTable),
                        columns: Self.factColumns.map { column in
                            column.key == "name" ? EditionTable.Column(key: "name", title: .say(.who)) : column
                        },
                        rows: rows))
            ]
    }

    /// What happened to each post and each enrollment, with what the post is now.
    private func lifeRows(of records: [NamedRecord]) -> [EditionTable.Row] {
        let posts = Dictionary(report.posts.map { ($0.id, $0) }) { first, _ in first }
        return records.flatMap { record -> [EditionTable.Row] in
            let post = posts[record.id]
            let own = (lines[record.id] ?? []).filter { $0.what != .name }
            var rows = own.enumerated().map { index, line in
                fact(line, of: record, about: index == 0 ? post.flatMap(about) : nil)
            }
            if rows.isEmpty, let post { rows = [untold(post)] }
            // An enrollment has its place among those on record.
            if post != nil { rows[0].place = record.id }
            return rows
        }
    }

    /// A post of which no source says what became of it, with those who say that it is held.
    private func untold(_ post: ReportedPost) -> EditionTable.Row {
        let known = [post.title, post.official.name, post.region?.name, post.region?.code].compactMap(\.self)
        let record = NamedRecord(id: post.id, name: post.title)
        return EditionTable.Row(cells: [
            EditionTable.Cell(words: .id(post.id)), EditionTable.Cell(words: name(record), second: about(post)),
            EditionTable.Cell(), EditionTable.Cell(raw: TimelineLine.What.tenure.rawValue),
            EditionTable.Cell(words: .quiet(.say(.nothingOnRecord)), raw: ""), EditionTable.Cell(),
            EditionTable.Cell(), EditionTable.Cell(), EditionTable.Cell(),
            EditionTable.Cell(words: voices.joined(post.citations.map { $0.said(knowing: known) })),
        ])
    }

    /// What a post is now, or was on the day that was asked about, and a judgement of it that is not accepted.
    private func about(_ post: ReportedPost) -> Words? {
        var tenure = post.tenure.map { Words.list($0) }
        if post.isHolderKilled { tenure.append(.list(EnrollmentState.killed)) }
        let held = [
            .alternatives(tenure), post.grade.map { .list($0) }, post.lastHeard.map(Words.lastHeard),
        ].compactMap(\.self)
        let judged =
            post.standing == .accepted ? [] : [.list(post.standing)] + (post.note.map { [Words.text($0)] } ?? [])
        let parts: [Words?] = [
            held.isEmpty
                ? nil
                : report.day != nil
                    ? .say(.onTheDayIs, .date(StatedDate(day), .cell), .joined(held, .comma))
                    : tenure.isEmpty ? .joined(held, .comma) : .say(.lastKnownIs, .joined(held, .comma)),
            judged.isEmpty ? nil : .joined(judged, .comma),
        ]
        let told = parts.compactMap(\.self)
        return told.isEmpty ? nil : .joined(told, .semicolon)
    }

    /// An official with posts and enrollments, or a group, with the words that name them.
    private struct Owner {
        let id: RecordID
        let name: Words
        let key: SortKey
        var posts: [NamedRecord] = []
        var enrollments: [NamedRecord] = []
        var about: [Words] = []
    }

    /// The officials and then the groups, in the order of the lanes.
    private var owners: [Owner] {
        var officials: [RecordID: Owner] = [:]
        var groups: [Owner] = []
        func owner(_ official: NamedRecord) -> Owner {
            officials[official.id] ?? Owner(id: official.id, name: name(official), key: sortKey(official))
        }
        for post in report.posts {
            var own = owner(post.official)
            own.posts.append(NamedRecord(id: post.id, name: post.title))
            own.about.append(self.post(post.id, post.title))
            officials[post.official.id] = own
        }
        let enrolled =
            report.enrollments.map { ($0.id, $0.official, $0.group, $0.unit) }
            + report.uncounted.map { ($0.id, $0.official, $0.group, $0.unit) }
        for (id, official, group, unit) in enrolled {
            if let official {
                var own = owner(official)
                own.enrollments.append(NamedRecord(id: id, name: nil))
                own.about.append(name(unit))
                officials[official.id] = own
            } else {
                var own = Owner(id: id, name: .text(group?.words ?? ""), key: SortKey(group?.words ?? ""))
                own.enrollments = [NamedRecord(id: id, name: group?.words)]
                own.about = [.say(.unnamedGroup), name(unit)]
                groups.append(own)
            }
        }
        // Two can have one name, and a dictionary has no order.
        return [Array(officials.values), groups].flatMap { owners in
            owners.sorted { ($0.key, $0.id) < ($1.key, $1.id) }
        }
    }

    private func lane(_ owner: Owner) -> Lives.Lane {
        let (posts, units) = (
            owner.posts.flatMap { lines[$0.id] ?? [] }, owner.enrollments.flatMap { lines[$0.id] ?? [] }
        )
        return Lives.Lane(
            name: owner.name, about: owner.about.isEmpty ? nil : .joined(owner.about, .dot), posts: spans(posts),
            units: spans(units), unplaced: unplaced(posts + units))
    }

    /// What has a day and no year, as "some day in April", and so no place on a line.
    func unplaced(_ lines: [TimelineLine]) -> [Words] {
        lines.filter { $0.isYearless && $0.isDrawn }.map { .joined([what($0), .date($0.date, .cell)], .space) }
    }

    /// Dated lines as spans: each lasts until the next one begins, or to the last day on which it is heard of. What has no year
    /// has no place.
    func spans(_ lines: [TimelineLine]) -> [Lives.Span] {
        let told = lines.filter { $0.isDrawn && !$0.isYearless }
        return told.enumerated().map { index, line in
            let next = told[(index + 1)...].first {
                $0.record.id == line.record.id && $0.what == line.what && $0.date != nil
            }
            return Lives.Span(
                label: what(line), begun: line.date.map(Self.days), ended: next?.date.map(Self.days),
                lastHeard: next == nil ? (line.date?.latest).flatMap { Day($0) } : nil, isSuspended: line.isSuspension,
                isDenied: line.isDenial, isEnd: line.role == .ends, date: line.date)
        }
    }

    private static func days(_ date: StatedDate) -> (first: Day?, last: Day?) {
        (date.earliest.flatMap { Day($0) }, date.latest.flatMap { Day($0) })
    }
}

extension TimelineLine {
    /// Whether the state begins, holds or ends something; nil for what does none of it.
    fileprivate var role: StateRole? {
        guard case .event(let value) = value else { return nil }
        return switch value {
        case .status(let status): status.role
        case .tenure(let tenure): tenure.role
        case .state(let state): state.role
        case .form, .strength, .plannedStrength: .holds
        }
    }

    fileprivate var isDenial: Bool { value == .event(.state(.denied)) }

    fileprivate var isSuspension: Bool { [.suspended, .onLeave].map { FieldValue.event(.tenure($0)) }.contains(value) }

    /// True if it has a day, and no year: "some day in April".
    fileprivate var isYearless: Bool { date.map { $0.earliest == nil && $0.latest == nil } ?? false }

    /// True if it is a state that stands, and no plan.
    fileprivate var isDrawn: Bool { rejected.isEmpty && !isPlan && (role != nil || isDenial) }
}
