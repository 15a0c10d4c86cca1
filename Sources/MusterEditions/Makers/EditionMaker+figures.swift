import MusterCore
package import MusterValues

extension EditionMaker {
    /// The figures at the top: who is on record, who was in a unit on the day, the units, and what is in dispute.
    var figures: Block {
        let units = report.units.filter { $0.standing != .rejected }
        let programmes = Set(report.units.compactMap(\.programme?.id)).count
        // Everybody on record is no answer about a day.
        var figures = report.day == nil ? [everJoined, onTheDay] : [onTheDay]
        if [.region, nil].contains(report.record?.kind) {
            figures.append(
                KeyFigure(
                    name: "units", label: .say(report.day == nil ? .unitsOnRecord : .unitsOnTheDay),
                    value: Self.range(of: units), remark: nil, people: nil,
                    sentence: programmes == 0 ? nil : .say(.inProgrammes, .number(programmes))))
        }
        figures.append(
            KeyFigure(
                name: "in_dispute", label: .say(report.record == nil ? .inDisputeOfUnits : .inDispute),
                value: .number(openDisputes), remark: .say(.openDisputes),
                people: nil, sentence: disputeRemarks.isEmpty ? nil : .joined(disputeRemarks, .semicolon)))
        return .figures(figures)
    }

    /// That the people of the units are counted that the unit came from.
    var origins: [Block] {
        if report.origins.isEmpty { return [] }
        return [.paragraph(withOrigins, .about)]
    }

    var withOrigins: Words { .say(.withOrigins, .joined(report.origins.map(name), .comma)) }

    /// The units that were in the region at another time, and are on record elsewhere.
    var formerUnits: [Block] {
        if report.formerUnits.isEmpty { return [] }
        return [.paragraph(.say(.formerUnits, .joined(report.formerUnits.map(name), .comma)), .about)]
    }

    /// The units of other regions that a source places here, in dispute, with who does.
    var contestedUnits: [Block] {
        report.contestedUnits.map { own in
            let said = own.citations.map { $0.forItsOwnValue.said(on: .region, knowing: [$0.stated]) }
            return .paragraph(.say(.placedHere, name(own.unit), .joined(voices.lines(said), .semicolon)), .about)
        }
    }

    /// The number of units: of those that were there on a day, definitely or presumably, to those that may have been.
    private static func range(of units: [ListedUnit]) -> Words {
        .range(least: units.count { $0.grade != .possibly }, most: units.count, nil)
    }

    /// The number of contradictions that nobody settled.
    var openDisputes: Int { fieldDisputes.count + report.contradictions.count { !$0.isOfDate } }

    /// How many are settled, and how many dates cannot be, which stand under *Suspect*.
    private var disputeRemarks: [Words] {
        let dates = report.contradictions.count { $0.isOfDate }
        let numbers = [(Phrase.settledNumber, settledNumber), (.suspectDates, dates)].filter { $0.1 > 0 }
            .map { Words.say($0.0, .number($0.1)) }
        return numbers + (report.record == nil ? [Words.say(.disputesOfPeople)] : [])
    }

    /// The number of contradictions that somebody settled, as the section of them shows.
    private var settledNumber: Int { report.settledDisputes.count + report.settledContradictions.count }

    /// The people on record by their newest state; nothing if a day was asked about.
    var byState: [Block] {
        if report.peopleByState.isEmpty { return [] }
        let rows = report.peopleByState.map { state in
            EditionTable.Row(cells: [
                EditionTable.Cell(words: .list(state.state)),
                EditionTable.Cell(
                    words: .range(least: state.people.least, most: state.people.most, nil), raw: state.people.words),
            ])
        }
        let about = Words.say(.byStateAbout)
        let elsewhere = killedElsewhere
        let killed = Words.say(.killedElsewhere, .number(elsewhere))
        return [
            .section(Section(name: "by_state", title: .say(.byState), count: nil)),
            .paragraph(elsewhere == 0 ? about : .joined([about, killed], .space), .about),
            .table(
                EditionTable(
                    name: "by_state", caption: .say(.byState),
                    columns: [
                        EditionTable.Column(key: "state", title: .say(.lastKnownState)),
                        EditionTable.Column(key: "people", title: .say(.people), isNumber: true),
                    ], rows: rows)),
        ]
    }

    /// The number of officials who were killed in a unit that the report is not of.
    private var killedElsewhere: Int {
        let here = Set(report.enrollments.map(\.id))
        let officials = report.enrollments.filter { one in
            (report.deathsElsewhere[one.id] ?? []).contains { !here.contains($0.enrollment) }
        }
        return Set(officials.compactMap { $0.official?.id }).count
    }

    private var everJoined: KeyFigure {
        let people = report.answers.onRecord
        let about: Words = reviewed(
            people == .none
                ? named(people)
                : .joined([named(people), .say(hasUnconfirmed ? .announcedAmongThem : .leftAmongThem)], .space))
        return KeyFigure(
            name: "on_record", label: .say(.everJoined), value: .range(least: people.least, most: people.most, nil),
            remark: nil, people: people, sentence: about)
    }

    /// True if a joining is counted that was only announced, or only planned: nobody tells that it came about. A national report lists
    /// no enrollments, and is told of those that are announced alone.
    private var hasUnconfirmed: Bool {
        report.peopleByState.contains { $0.state.isAnnouncement }
            || report.enrollments.contains { $0.states.isEmpty && !$0.plans.isEmpty }
    }

    private var onTheDay: KeyFigure {
        let people = report.answers.people
        let about = reviewed(people == .none ? .say(.nobodyThatDay) : graded(people))
        return KeyFigure(
            name: "on_the_day", label: .say(.inAUnitOn, .date(StatedDate(day), .cell)),
            value: .range(least: people.least, most: people.most, nil),
            remark: people.least == 0 ? nil : .list(people.certain < people.least ? Grade.presumably : .definitely),
            people: people, sentence: about)
    }

    /// What is said of people, with how many enrollments of contributors nobody has looked at yet.
    private func reviewed(_ words: Words) -> Words {
        report.unreviewed == 0 ? words : .say(.unreviewed, words, .number(report.unreviewed))
    }

    /// How many of the people are named officials; the others are in groups.
    func named(_ people: Headcount) -> Words {
        if people == .none { return .say(.nobodyCounted) }
        if people.most == people.named, people.least == people.namedLeast { return .say(.allNamed) }
        return .say(.ofWhomNamed, .range(least: people.namedLeast, most: people.named, nil))
    }

    /// How many count definitely, presumably and possibly.
    func graded(_ people: Headcount) -> Words {
        let presumed = people.least - people.certain
        let possible: Words? =
            people.most.map { $0 == people.least ? nil : .say(.possiblyMore, .number($0 - people.least)) }
            ?? .say(.possiblyOpen)
        return .joined(
            [
                .say(.definitelySo, .number(people.certain)),
                presumed == 0 ? nil : .say(.presumablyMore, .number(presumed)), possible,
            ].compactMap(\.self), .comma)
    }
}

extension StatedDate {
    /// A date that is one known day.
    package init(_ day: Day) {
        self.init(edtf: day.description, earliest: day.description, latest: day.description)
    }
}
