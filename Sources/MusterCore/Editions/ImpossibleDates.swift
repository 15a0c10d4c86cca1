import GRDB
import MusterValues

/// Finds events whose dates cannot be: later than all that their sources can have known, after a death, or outside the life
/// of a unit.
///
/// It reads nothing itself: it compares the lines of a timeline.
struct ImpossibleDates {
    /// The lines, without those that are judged wrong and those of names.
    private let lines: [TimelineLine]
    /// The last day of which a source can know, by source: that of its publication or its capture.
    private let known: [RecordID: String]
    /// The day that the report takes for today; what is dated after it is a plan.
    private let today: String

    /// - Parameters:
    ///   - lines: the lines of everything that is compared.
    ///   - known: the last day of which each source can know.
    ///   - today: the day that the report takes for today.
    init(_ lines: [TimelineLine], known: [RecordID: String], today: String) {
        self.lines = lines.filter { $0.event != nil && $0.rejected.isEmpty }
        self.known = known
        self.today = today
    }

    /// The events that are dated after every source that reports them, unless they are plans.
    func laterThanSources() -> [Suspect] {
        lines.compactMap { line in
            let days = line.supporting.map { known[$0.source.id] }
            guard let first = line.firstDay, first <= today, !days.isEmpty, let newest = Self.all(days)?.max(),
                newest < first
            else { return nil }
            return line.suspect(.laterThanSources, newest, nil)
        }
    }

    /// The events of officials' posts and enrollments that are dated after the official's death.
    ///
    /// - Parameter officials: the official of each post and enrollment.
    /// - Returns: the events, in the order of the lines.
    func afterDeath(_ officials: [RecordID: RecordID]) -> [Suspect] {
        let deaths = lines.filter { $0.value == .event(.state(.killed)) && officials[$0.record.id] != nil }
        let byOfficial = Dictionary(grouping: deaths) { officials[$0.record.id] }
        if byOfficial.isEmpty { return [] }
        return lines.compactMap { line in
            guard let official = officials[line.record.id], line.value != .event(.state(.killed)),
                let (day, death) = earliestEnd(byOfficial[official] ?? []), let first = line.firstDay, first > day
            else { return nil }
            return line.suspect(.afterDeath, day, death)
        }
    }

    /// The events that are dated outside the life of a unit: its own after its end, and those of the people in it before its
    /// beginning or after its end.
    ///
    /// - Parameters:
    ///   - units: the unit of each enrollment.
    ///   - wholes: the units that a subunit is inside of.
    /// - Returns: the events, in the order of the lines.
    func outsideOfUnits(_ units: [RecordID: RecordID], _ wholes: [RecordID: [RecordID]]) -> [Suspect] {
        let own = Dictionary(grouping: lines.filter { $0.record.id.kind == .unit }, by: \.record.id)
        let lives = own.mapValues(life)
        return lines.compactMap { line in
            guard let unit = line.record.id.kind == .unit ? line.record.id : units[line.record.id], line.isThere
            else { return nil }
            if line.record.id != unit, let (day, event) = lives[unit]?.beginning, let last = line.lastDay(known),
                last < day
            {
                return line.suspect(.beforeBeginning, day, event)
            }
            let ends = ([unit] + (wholes[unit] ?? [])).compactMap { lives[$0]?.end }
            guard let (day, event) = ends.min(by: { $0.day < $1.day }), let first = line.firstDay, first > day
            else { return nil }
            return line.suspect(.afterEnd, day, event)
        }
    }

    private typealias Mark = (day: String, event: RecordID?)

    /// When a unit began and ended; nil where the register does not tell.
    private func life(_ own: [TimelineLine]) -> (beginning: Mark?, end: Mark?) {
        let begins = own.filter { $0.status?.role == .begins }
        var beginning: Mark?
        if let days = Self.all(begins.map(\.firstDay)), let day = days.min(),
            // A unit that is seen before it was announced tells nothing of its beginning.
            !own.contains(where: { line in line.lastDay(known).map { $0 < day } ?? false })
        {
            beginning = (day, begins.first { $0.firstDay == day }?.event)
        }
        let end = earliestEnd(own.filter { $0.status == .disbanded })
        // A beginning without a date is taken for the first one.
        let isRaisedAgain = end.map { mark in
            begins.contains { $0.date != nil && ($0.lastDay(known) ?? "9999-12-31") > mark.day }
        }
        return (beginning, isRaisedAgain == true ? nil : end)
    }

    private func earliestEnd(_ ends: [TimelineLine]) -> Mark? {
        ends.compactMap { line in line.lastDay(known).map { ($0, line.event) } }.min { $0.0 < $1.0 }
    }

    /// All days; nil if one is not known, or if there are none.
    private static func all(_ days: [String?]) -> [String]? {
        let known = days.compactMap(\.self)
        return known.isEmpty || known.count < days.count ? nil : known
    }
}

extension TimelineLine {
    /// The sources that are for it and not rejected.
    fileprivate var supporting: [Source] { sources.filter { $0.side == .supporting } }

    fileprivate var status: UnitStatus? {
        if case .event(.status(let status)) = value { status } else { nil }
    }

    /// True if it shows that the unit was there or that somebody was in it.
    fileprivate var isThere: Bool {
        switch value {
        case .event(.status(let status)): status.role != .ends
        case .event(.state(let state)): state.role == .begins || state.role == .holds
        case .event(.form), .event(.strength): true
        default: false
        }
    }

    /// The first day that the date can mean, its marks of doubt heeded; nil if that side is open.
    fileprivate var firstDay: String? { doubted(\.firstInDoubt, else: date?.earliest) }

    /// The last day; if the date has none, the day by which the first of its sources knew of it.
    fileprivate func lastDay(_ known: [RecordID: String]) -> String? {
        doubted(\.lastInDoubt, else: date?.latest) ?? supporting.compactMap { known[$0.source.id] }.min()
    }

    private func doubted(_ side: (EDTF) -> Day?, else day: String?) -> String? {
        guard let date, date.edtf.contains(where: { "?~%".contains($0) }), let read = try? EDTF(date.edtf) else {
            return day
        }
        return side(read).flatMap { try? $0.stored() }
    }

    fileprivate func suspect(_ reason: Suspect.Reason, _ limit: String, _ other: RecordID?) -> Suspect {
        Suspect(reason, record, event: event, value: value, date: date, limit: limit, other: other)
    }
}
