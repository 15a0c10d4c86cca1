import MusterValues

/// The values that something had at different times, such as the regions of a unit.
///
/// On a day it had the value that dated statements give it then; one that goes on ends where another value begins. If none speaks
/// of the day, it had the value on record, but not before the day on which statements let that begin: there it had what stood on
/// record before or, if nothing did, the other value that a source states without a day.
struct DatedValues<Value: Hashable & Comparable> {
    /// A statement of a value with its days.
    struct Statement {
        let value: Value
        let span: HeldSpan
        /// The day by which the source spoke; nil if it is not known.
        var reported: Day?
        /// True if it was recorded as speaking against the value on record, or is not accepted: then it is no more than possible.
        var isDoubted = false
        /// True if somebody decided on the value on record when it was known.
        var isWeighed = false
    }

    /// The value on record; nil for none.
    var concluded: Value?
    /// The dated statements.
    var dated: [Statement] = []
    /// The other values that sources state without a day.
    var before: Set<Value> = []
    /// The values on record whose places dated ones took; if there are any, they were so before, and not what sources state.
    var replaced: Set<Value> = []

    /// The ranks of the grades that it had its values on a day; those that it certainly did not have are left out.
    func ranks(on day: Day) -> [Value: Int] {
        var ranks: [Value: Int] = [:]
        for statement in dated {
            let rank = rank(of: statement, on: day)
            if rank > 0 { ranks[statement.value] = max(rank, ranks[statement.value] ?? 0) }
        }
        let sure = ranks.filter { $0.value > 1 }
        // Statements that exclude one another leave each possible.
        if !sure.isEmpty { return sure.count == 1 ? sure : sure.mapValues { _ in 1 } }
        guard let concluded else { return ranks }
        let own = dated.filter { $0.value == concluded && !$0.isDoubted }
        // A value that has days of its own was so on those.
        let others = (replaced.isEmpty ? before : replaced).subtracting(dated.map(\.value)).subtracting([concluded])
        let isBefore = own.contains { $0.span.isAfter(day) }
        if ranks.isEmpty {
            // After a value that has ended nobody says which came next.
            let isGap = dated.contains { $0.span.isBefore(day) }
            let isUnsaid = own.contains { !$0.span.begins && $0.span.first.map { day < $0 } ?? false }
            if isBefore { return possible(others, sure: others.count == 1 && !isGap ? 2 : 1) }
            if own.contains(where: { $0.span.isBefore(day) }) || isUnsaid && !others.isEmpty {
                return possible(others.union([concluded]), sure: 1)
            }
            return [concluded: 3]
        }
        if !isBefore { ranks[concluded] = 1 }
        if isBefore || own.contains(where: \.span.begins) { ranks.merge(possible(others, sure: 1)) { old, _ in old } }
        return ranks
    }

    private func possible(_ values: Set<Value>, sure rank: Int) -> [Value: Int] {
        Dictionary(uniqueKeysWithValues: values.map { ($0, rank) })
    }

    /// The rank of the grade that a statement's value was so on a day, by what else is said.
    private func rank(of statement: Statement, on day: Day) -> Int {
        let (value, span) = (statement.value, statement.span)
        // Who speaks against the value on record by naming it denies it.
        if statement.isDoubted, value == concluded { return 0 }
        var rank =
            switch span.holding(on: day) {
            case .no: 0
            case .possibly: 1
            // What goes on is known as far as the source reaches.
            case .surely: statement.isDoubted ? 1 : span.goesOn && statement.reported.map { day > $0 } ?? true ? 2 : 3
            }
        if rank == 0 || !span.goesOn { return rank }
        // What goes on ends where another value begins.
        let later = dated.filter { other in
            guard other.value != value, !other.isDoubted, other.span.begins, let first = other.span.first else {
                return false
            }
            return span.first.map { $0 < first } ?? true
        }
        if later.contains(where: { $0.span.holding(on: day) == .surely }) { return 0 }
        if later.contains(where: { $0.span.first! <= day }) { rank = min(rank, 1) }
        // If it goes on until today, it contradicts the value on record, which the registry stands behind.
        if let concluded, value != concluded, !later.contains(where: { $0.value == concluded }) {
            return statement.isWeighed ? 0 : min(rank, 1)
        }
        return rank
    }

    /// The same on some day of a period or, if it is asked for, on all of its days.
    func ranks(_ asked: AskedDay) -> [Value: Int] {
        guard let period = asked.given else { return ranks(on: asked.today) }
        let turns = dated.flatMap(\.span.turns).filter { period.first <= $0 && $0 <= period.last }
        let days = Set(turns + [period.first, period.last]).map { ranks(on: $0) }
        if asked.isThroughout {
            var least = days[0]
            for day in days.dropFirst() {
                least = least.filter { day[$0.key] != nil }
                for (value, rank) in least { least[value] = min(rank, day[value] ?? 0) }
            }
            return least
        }
        var surest: [Value: Int] = [:]
        for day in days { surest.merge(day, uniquingKeysWith: max) }
        for statement in dated where !statement.isDoubted && statement.span.isWithin(period) {
            surest[statement.value] = 3
        }
        // It may have been elsewhere on the very days on which something else was so.
        return period.isDay || surest.count < 2 ? surest : surest.mapValues { min($0, 1) }
    }

    /// True if it is open which value it had on the day, or if it had several in the period.
    func isOpen(_ asked: AskedDay) -> Bool {
        if dated.isEmpty { return false }
        let ranks = ranks(asked)
        return ranks.count > 1 || ranks.values.contains { $0 < 2 }
    }

    /// The value that is shown for a day: the surest, and among equals the one on record; nil if none is known.
    func shown(on day: Day) -> Value? {
        let ranks = ranks(on: day)
        guard let best = ranks.values.max() else { return nil }
        let surest = ranks.filter { $0.value == best }.keys
        return surest.first { $0 == concluded } ?? surest.min()
    }
}
