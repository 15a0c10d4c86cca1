import GRDB
import MusterValues
import Oracles
import Testing

@testable import MusterCore

extension Database {
    /// The number of the event recorded last.
    var lastEvent: Int64 { get throws { try Int64.fetchOne(self, sql: "SELECT max(id) FROM event")! } }
}

/// A record is definitely, presumably, possibly or not in a state on a day (rule 6).
final class StateQueryTests {
    typealias Event = History.Event
    let fresh: Fresh

    init() throws { fresh = try Fresh(.populated) }

    /// Records histories and asks the listing about each day; returns the answers that differ from the oracle's.
    private func differences(of histories: [History]) throws -> [String] {
        var owners: [RecordID: History] = [:]
        _ = try fresh.registry.write(Fresh.clerk, doing: "record") { transaction in
            for history in histories { owners[try history.record(transaction)] = history }
        }
        let oracles = owners.mapValues(StateOracle.init)
        var differences: [String] = []
        for day in History.asked {
            for state in [nil, .announced, .serving, .left, .denied] as [EnrollmentState?] {
                var filter = Filter()
                filter.day = History.day(day)
                filter.state = state?.rawValue
                let rows = try fresh.registry.enrollments(filter)
                let answers = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
                let list = state.map { [$0] } ?? EnrollmentState.inUnit
                for (id, history) in owners {
                    let inUnit = oracles[id]!.counts(on: day)
                    // Who was not in the unit was in it in no state.
                    let isOut = inUnit == .no && state.map(EnrollmentState.inUnit.contains) ?? false
                    let expected =
                        state == nil ? inUnit : isOut ? .no : oracles[id]!.grade(of: list, lasting: false, on: day)
                    let answer = answers[id]?.grade ?? .no
                    if answer != expected {
                        differences.append("\(history): \(list) on \(History.day(day)) \(answer), not \(expected)")
                    }
                    if let row = answers[id], Set(row.states) != oracles[id]!.possible(on: day) {
                        differences.append("\(history): \(row.states) on \(History.day(day))")
                    }
                }
            }
        }
        return differences.sorted { ($0.count, $0) < ($1.count, $1) }
    }

    @Test func `of five hundred histories every state on every day is as brute force finds it`() throws {
        var generator = Seeded(state: 20_250_531)
        let histories = (0..<500).map { _ in History(using: &generator) }
        let differences = try differences(of: histories)
        #expect(differences.count == 0, "\(differences.prefix(5).joined(separator: "\n"))")
    }

    @Test func `no answer depends on the order of typing`() throws {
        var generator = Seeded(state: 20_260_601)
        let histories = (0..<60).map { _ in History(using: &generator) }
        var ids: [[RecordID]] = []
        _ = try fresh.registry.write(Fresh.clerk, doing: "record") { transaction in
            for var history in histories {
                let typed = try history.record(transaction)
                history.events.reverse()
                ids.append([typed, try history.record(transaction)])
            }
        }
        for day in [nil] + History.asked.map(History.day) {
            var filter = Filter()
            filter.day = day
            let rows = try Dictionary(
                uniqueKeysWithValues: fresh.registry.enrollments(filter).map { row in
                    (row.id, "\(row.states) \(row.date?.edtf ?? "") \(row.lastHeard?.edtf ?? "") \(row.people.words)")
                })
            for (history, pair) in zip(histories, ids) {
                #expect(rows[pair[0]] == rows[pair[1]], "\(history) on \(day?.description ?? "no day")")
            }
        }
    }

    static let cases: [(History, String)] = [
        (
            History(Event(state: .serving, earliest: 3, latest: 3)),
            "possibly possibly definitely presumably presumably presumably"
        ),
        (
            History(Event(state: .serving, earliest: 2, latest: 4)),
            "possibly possibly possibly presumably presumably presumably"
        ),
        (History(Event(state: .serving)), "possibly possibly possibly possibly possibly possibly"),
        (
            History(Event(state: .serving, latest: 3)),
            "possibly possibly presumably presumably presumably presumably"
        ),
        (
            History(Event(state: .serving, earliest: 2, latest: 2), Event(state: .left, earliest: 4, latest: 4)),
            "possibly definitely presumably no no no"
        ),
        (
            History(Event(state: .left, earliest: 4, latest: 4), Event(state: .serving, earliest: 2, latest: 2)),
            "possibly definitely presumably no no no"
        ),
        (
            History(Event(state: .serving, earliest: 2, latest: 2), Event(state: .left, earliest: 2, latest: 2)),
            "possibly possibly possibly possibly possibly possibly"
        ),
        (
            History(Event(state: .serving, earliest: 1, latest: 1), Event(state: .serving, earliest: 5, latest: 5)),
            "definitely definitely definitely definitely definitely presumably"
        ),
        (
            History(Event(state: .serving, earliest: 2, latest: 2), Event(state: .left)),
            "possibly possibly possibly possibly possibly possibly"
        ),
        (
            History(
                Event(state: .serving, earliest: 2, latest: 2),
                Event(state: .left, earliest: 4, latest: 4, isRejected: true)),
            "possibly definitely presumably presumably presumably presumably"
        ),
        (History(Event(state: .serving, earliest: 2, latest: 2, isRejected: true)), "no no no no no no"),
    ]

    @Test(arguments: cases)
    func `serving day by day is as worked out by hand`(history: History, serving: String) throws {
        try expect(serving, of: history, being: [.serving], lasting: false)
    }

    /// Expects that brute force gives these grades day by day, and that the listing gives what brute force does.
    private func expect(_ grades: String, of history: History, being list: [EnrollmentState], lasting: Bool) throws {
        let oracle = StateOracle(history)
        let days = History.asked.map { oracle.grade(of: list, lasting: lasting, on: $0).rawValue }
        #expect(days.joined(separator: " ") == grades)
        #expect(try differences(of: [history]) == [])
    }

    static let inUnit: [(History, String)] = [
        (
            History(Event(state: .joined, earliest: 2, latest: 2), Event(state: .left, earliest: 4, latest: 4)),
            "no definitely definitely no no no"
        ),
        (
            History(Event(state: .joined, earliest: 2, latest: 2), Event(state: .serving, earliest: 5, latest: 5)),
            "no definitely definitely definitely definitely presumably"
        ),
        (
            History(Event(state: .left, earliest: 2, latest: 2), Event(state: .serving, earliest: 5, latest: 5)),
            "possibly no possibly possibly definitely presumably"
        ),
        (
            History(Event(state: .left, earliest: 2, latest: 2), Event(state: .joined, earliest: 5, latest: 5)),
            "possibly no no no definitely presumably"
        ),
        (
            History(Event(state: .joined, earliest: 1, latest: 5), Event(state: .joined, earliest: 3, latest: 3)),
            "no no definitely presumably presumably presumably"
        ),
    ]

    @Test(arguments: inUnit)
    func `being in the unit day by day is as worked out by hand`(history: History, grades: String) throws {
        try expect(grades, of: history, being: EnrollmentState.inUnit, lasting: true)
    }
}
