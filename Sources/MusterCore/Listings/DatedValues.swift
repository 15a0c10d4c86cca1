import MusterValues

/// The values that something had at different times, such as the regions of a unit.
///
/// On a day it had the value that dated statements give it then. If none speaks of the day, it had the value on record, but
/// not before the day on which statements let that begin: there it had the other value that a source states without a day.
struct DatedValues<Value: Hashable & Comparable> {
    /// A statement of a value with its days.
    struct Statement {
        let value: Value
        let span: HeldSpan
        /// The day by which the source spoke; nil if it is not known.
        let reported: Day?

        /// The rank of the grade that it was so on a day.
        fileprivate func rank(on day: Day) -> Int {
            switch span.holding(on: day) {
            case .no: 0
            case .possibly: 1
            // What goes on is known as far as the source reaches.
            case .surely: span.goesOn && reported.map { day > $0 } ?? true ? 2 : 3
            }
        }
    }

    /// The value on record; nil for none.
    var concluded: Value?
    /// The dated statements.
    var dated: [Statement] = []
    /// The other values, which sources state without a day.
    var undated: Set<Value> = []

    /// The ranks of the grades that it had its values on a day; those that it certainly did not have are left out.
    func ranks(on day: Day) -> [Value: Int] {
        var ranks: [Value: Int] = [:]
        for statement in dated {
            let rank = statement.rank(on: day)
            if rank > 0 { ranks[statement.value] = max(rank, ranks[statement.value] ?? 0) }
        }
        let sure = ranks.filter { $0.value > 1 }
        // Statements that exclude one another leave each possible.
        if !sure.isEmpty { return sure.count == 1 ? sure : sure.mapValues { _ in 1 } }
        guard let concluded else { return ranks }
        let own = dated.filter { $0.value == concluded }
        let others = undated.subtracting([concluded])
        let isBefore = own.contains { $0.span.isAfter(day) }
        if ranks.isEmpty {
            if isBefore { return Dictionary(uniqueKeysWithValues: others.map { ($0, others.count == 1 ? 2 : 1) }) }
            return [concluded: own.contains { $0.span.isBefore(day) } ? 1 : 3]
        }
        if !isBefore { ranks[concluded] = 1 }
        if isBefore || own.contains(where: \.span.begins) {
            for other in others { ranks[other] = 1 }
        }
        return ranks
    }

    /// The same on some day of a period or, if it is asked for, on all of its days.
    func ranks(_ asked: AskedDay) -> [Value: Int] {
        guard let period = asked.given else { return ranks(on: asked.today) }
        let turns = dated.flatMap(\.span.turns).filter { period.first <= $0 && $0 <= period.last }
        let days = Set(turns + [period.first, period.last]).map { ranks(on: $0) }
        if !asked.isThroughout { return days.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: max) } }
        let all = Set(days.flatMap(\.keys))
        return Dictionary(uniqueKeysWithValues: all.map { value in (value, days.map { $0[value] ?? 0 }.min() ?? 0) })
            .filter { $0.value > 0 }
    }

    /// The value that is shown for a day: the surest, and among equals the one on record; nil if none is known.
    func shown(on day: Day) -> Value? {
        let ranks = ranks(on: day)
        guard let best = ranks.values.max() else { return nil }
        let surest = ranks.filter { $0.value == best }.keys
        return surest.first { $0 == concluded } ?? surest.min()
    }
}
