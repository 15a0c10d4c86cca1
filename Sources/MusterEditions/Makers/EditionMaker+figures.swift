import MusterCore
package import MusterValues

extension EditionMaker {
    /// The figures at the top: who ever joined, who was in a unit on the day, the units, and what is in dispute.
    var figures: Block {
        let units = report.units.filter { $0.standing != .rejected }
        let programmes = Set(report.units.compactMap(\.programme?.id)).count
        // Everybody who ever joined is no answer about a day.
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

    /// The number of units: of those that were there on a day, definitely or presumably, to those that may have been.
    private static func range(of units: [ListedUnit]) -> Words {
        .range(least: units.count { $0.grade != .possibly }, most: units.count, nil)
    }

    /// The number of contradictions that nobody settled.
    var openDisputes: Int { fieldDisputes.count + report.contradictions.count { !$0.isOfDate } }

    /// How many are settled, and how many dates cannot be, which stand under *Suspect*.
    private var disputeRemarks: [Words] {
        let dates = report.contradictions.count { $0.isOfDate }
        return [(Phrase.settledNumber, settledNumber), (.suspectDates, dates)].filter { $0.1 > 0 }
            .map { .say($0.0, .number($0.1)) }
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
        return [
            .section(Section(name: "by_state", title: .say(.byState), count: nil)),
            .paragraph(.say(.byStateAbout), .about),
            .table(
                EditionTable(
                    name: "by_state", caption: .say(.byState),
                    columns: [
                        EditionTable.Column(key: "state", title: .say(.lastKnownState)),
                        EditionTable.Column(key: "people", title: .say(.people), isNumber: true),
                    ], rows: rows)),
        ]
    }

    private var everJoined: KeyFigure {
        let people = report.answers.onRecord
        let about: Words = reviewed(
            people == .none ? named(people) : .joined([named(people), .say(.leftAmongThem)], .space))
        return KeyFigure(
            name: "on_record", label: .say(.everJoined), value: .range(least: people.least, most: people.most, nil),
            remark: nil, people: people, sentence: about)
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
