import MusterCore
import MusterValues

extension EditionMaker {
    /// Who is on record, by unit: who, whether in the unit on the day, the last known state, and the people.
    var roll: [Block] {
        if report.enrollments.isEmpty { return [] }
        let people = report.people ?? report.answers.onRecord
        let byUnit = Dictionary(grouping: report.enrollments, by: \.unit.id)
        var units = unitsInOrder.map { NamedRecord(id: $0.id, name: $0.name) }.filter { byUnit[$0.id] != nil }
        let listed = Set(units.map(\.id))
        units += byUnit.values.compactMap(\.first?.unit).filter { !listed.contains($0.id) }.sorted { $0.id < $1.id }
        let isOfOfficial = report.record?.kind == .official
        let about = Words.say(
            report.day != nil ? .rollOnTheDay : isOfOfficial ? .ownRollAbout : .rollAbout, .date(StatedDate(day), .cell)
        )
        let title: Phrase = report.day != nil ? .whoWasIn : isOfOfficial ? .enrollments : .whoJoined
        return [
            .section(
                Section(
                    name: "who_joined", title: .say(title),
                    count: .range(least: people.least, most: people.most, nil))),
            .paragraph(about, .about),
        ]
            + units.flatMap { unit -> [Block] in
                let placed = (byUnit[unit.id] ?? []).map { (place: place($0), enrollment: $0) }
                let own = placed.sorted { $0.place < $1.place }.map(\.enrollment)
                return (units.count == 1 && report.record?.kind == .unit ? [] : [head(unit)])
                    + [.table(rollTable(own))]
            }
    }

    private func head(_ unit: NamedRecord) -> Block {
        .part(Part(place: nil, title: name(unit), marks: [], people: nil))
    }

    /// The surest first, then by name in the reader's alphabet; groups come last.
    private func place(_ enrollment: ListedEnrollment) -> (Int, Int, SortKey, RecordID) {
        let grade = grade(of: enrollment) ?? .no
        let name = enrollment.official.map { sortKey($0) } ?? SortKey(enrollment.group?.words ?? "")
        return (-grade.rank, enrollment.official == nil ? 1 : 0, name, enrollment.id)
    }

    private func grade(of enrollment: ListedEnrollment) -> Grade? {
        enrollment.grade ?? report.answers.grades[enrollment.id]
    }

    func rollTable(_ enrollments: [ListedEnrollment]) -> EditionTable {
        let columns: [EditionTable.Column] = [
            EditionTable.Column(key: "enrollment", title: .say(.record), isForPrograms: true),
            EditionTable.Column(key: "who", title: .say(.who)),
            EditionTable.Column(key: "official", title: .say(.official), isForPrograms: true),
            EditionTable.Column(key: "office", title: .say(.office), isForPrograms: true),
            EditionTable.Column(key: "unit", title: .say(.unit), isForPrograms: true),
            EditionTable.Column(key: "unit_name", title: .say(.unitName), isForPrograms: true),
            EditionTable.Column(key: "grade", title: .say(.inTheUnitOnTheDay)),
            EditionTable.Column(key: "state", title: .say(.lastKnownState)),
            EditionTable.Column(key: "date", title: .say(.when), isForPrograms: true),
            EditionTable.Column(key: "last_heard", title: .say(.lastHeardHead), isForPrograms: true),
            EditionTable.Column(key: "contract", title: .say(.contract)),
            EditionTable.Column(key: "people", title: .say(.people), isNumber: true),
            EditionTable.Column(key: "standing", title: .say(.standing), isForPrograms: true),
        ]
        return EditionTable(
            name: "who_joined", caption: .say(.whoJoined), columns: columns, rows: enrollments.map(row))
    }

    private func row(_ enrollment: ListedEnrollment) -> EditionTable.Row {
        let states = Words.alternatives(enrollment.states.map { $0 == .killed ? killed(enrollment) : Words.list($0) })
        let heard = enrollment.lastHeard.map(Words.lastHeard)
        let judged: Words? = enrollment.standing == .accepted ? nil : .list(enrollment.standing)
        // Of several states that may be the newest each has its own date, which the lives tell.
        let isSeveral = enrollment.date == nil && enrollment.states.count > 1
        let date: Words? = isSeveral ? nil : .date(enrollment.date, .cell)
        let dated = [date, heard, judged].compactMap(\.self)
        let grade = grade(of: enrollment) ?? .no
        return EditionTable.Row(
            place: enrollment.id,
            cells: [
                EditionTable.Cell(words: .id(enrollment.id)),
                EditionTable.Cell(
                    words: who(enrollment.official, enrollment.group), second: office(enrollment), raw: enrollment.who),
                EditionTable.Cell(words: (enrollment.official?.id).map(Words.id)),
                EditionTable.Cell(words: office(enrollment)), EditionTable.Cell(words: .id(enrollment.unit.id)),
                EditionTable.Cell(words: name(enrollment.unit), raw: enrollment.unit.name),
                EditionTable.Cell(words: .list(grade), grade: grade),
                EditionTable.Cell(
                    words: states ?? .quiet(.say(.nothingOnRecord)), second: .joined(dated, .semicolon),
                    raw: enrollment.states.map(\.rawValue).joined(separator: " or ")),
                EditionTable.Cell(words: .date(enrollment.date, .cell), raw: enrollment.date?.edtf ?? ""),
                EditionTable.Cell(words: heard, raw: enrollment.lastHeard?.edtf),
                EditionTable.Cell(
                    words: enrollment.contract == .notStated
                        ? .quiet(.list(enrollment.contract)) : .list(enrollment.contract)),
                EditionTable.Cell(
                    words: people(of: enrollment),
                    second: (enrollment.group?.perhapsSameAs).map { .say(.perhapsSameAs, .id($0)) },
                    raw: enrollment.people.words),
                EditionTable.Cell(words: .list(enrollment.standing)),
            ], evidence: voices.lines(said(of: enrollment)))
    }

    /// That the official was killed, and in which other enrollment if the death is not of this one.
    private func killed(_ enrollment: ListedEnrollment) -> Words {
        let elsewhere = (report.deathsElsewhere[enrollment.id] ?? []).map { death -> Words in
            .say(.killedIn, name(death.unit), .id(death.enrollment))
        }
        return .joined([.list(EnrollmentState.killed)] + elsewhere, .comma)
    }

    /// What is said of an enrollment and of the states that it is shown in. The table of the lives has what is said of the others,
    /// and that of the facts its term.
    private func said(of enrollment: ListedEnrollment) -> [Said] {
        let shown = Set(enrollment.states.map { FieldValue.event(.state($0)) })
        let names = [enrollment.who, enrollment.unit.name, enrollment.contract.words].compactMap(\.self)
        return (enrollment.citations ?? []).compactMap { citation in
            let event = events[citation.record]
            if let event, !shown.contains(event.value) { return nil }
            if [.term, .ends].contains(citation.field) { return nil }
            // The event of another enrollment is a death, which is shown as the state here.
            let isElsewhere = citation.record.kind == .event && event == nil
            let known =
                names + [event?.value.words, event?.date?.edtf, event?.cause].compactMap(\.self)
                + (isElsewhere ? [citation.stated] : [])
            return citation.said(knowing: known)
        }
    }

    /// The people of an enrollment: those of a group besides its members that are named.
    private func people(of enrollment: ListedEnrollment) -> Words {
        let people = enrollment.people
        let range = Words.range(least: people.least, most: people.most, nil)
        if enrollment.named.isEmpty { return range }
        let named = enrollment.named.map { own in
            officials[own.id].map { .record(own.id, nameAlone($0)) } ?? name(own)
        }
        return .say(.besidesNamed, range, .joined(named, .comma))
    }

    /// The posts of an official, or what a group is.
    private func office(_ enrollment: ListedEnrollment) -> Words? {
        if let group = enrollment.group {
            let kind = [group.kind.map { Words.list($0) }, group.level.map { Words.say(.levelIs, .list($0)) }]
                .compactMap(\.self)
            return .joined([.say(.unnamedGroup)] + kind, .comma)
        }
        return enrollment.posts.isEmpty ? nil : .joined(enrollment.posts.map { post($0.id, $0.name ?? "") }, .semicolon)
    }
}
