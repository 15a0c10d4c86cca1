import Foundation
import MusterValues
import Oracles
import Testing

@testable import MusterCore
@testable import MusterEditions

/// No answer depends on who typed last: revisions that do not touch each other can be typed in any order.
struct OrderTests {
    /// One revision, with a name for the message.
    private struct Step {
        let name: String
        let write: (Registry) throws -> WriteResult
    }

    /// The records that every history begins with: units, officials with posts, enrollments, sources.
    private static func base() throws -> Fresh {
        let fresh = try Fresh(.populated)
        let registry = fresh.registry
        for (title, published) in [("Old", "2025-02-01"), ("Month", "2025-05"), ("Undated", nil as String?)] {
            var source = NewSource(kind: .ngo, title: title)
            source.published = try published.map { text in try EDTF(text) }
            _ = try registry.add(source, by: Fresh.clerk)
        }
        for number in 1...3 {
            _ = try registry.add(
                NewUnit(designation: "Unit \(number)", region: "RU-BRY", programme: "BARS", evidence: Fresh.dispatch),
                by: Fresh.clerk)
            let post = NewPost(title: "Mayor", region: "RU-BRY")
            _ = try registry.add(
                NewOfficial(name: "Person \(number)", post: post, evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        for unit in ["U2", "U3", "U4"] as [RecordReference] {
            for official in ["O2", "O3", "O4"] as [RecordReference] {
                _ = try registry.enroll(
                    NewEnrollment(official: official, unit: unit, evidence: Fresh.dispatch), by: Fresh.clerk)
            }
            _ = try registry.enroll(
                NewEnrollment(group: NewGroup(who: "deputies"), unit: unit, evidence: Fresh.dispatch), by: Fresh.clerk)
        }
        return fresh
    }

    /// Changes of a random history, each of which says something that no other does.
    private static func steps(_ generator: inout Seeded) -> [Step] {
        var steps: [Step] = []
        var told: Set<String> = []
        func add(_ kind: RecordKind, _ number: Int, _ values: [String]) {
            for event in Life.events(of: values, using: &generator) {
                let record = "\(kind.rawValue)\(number)"
                let name = "\(record) \(event.value) \(event.date?.text ?? "undated")"
                guard told.insert(name).inserted else { continue }
                let source: RecordReference =
                    event.isOfOldSource ? "S2" : ["S1", "S3", "S4"].randomElement(using: &generator)!
                let new = NewEvent(
                    record: RecordReference(record), state: event.value.spaced, date: event.date,
                    evidence: [Evidence(source: source)])
                steps.append(Step(name: name) { try $0.add(new, by: Fresh.clerk) })
            }
        }
        let units =
            UnitStatus.allCases.filter { !$0.namesOther }.map(\.rawValue) + UnitForm.allCases.map(\.rawValue) + [
                "strength 500", "strength 700",
            ]
        for unit in 1...5 { add(.unit, unit, units) }
        for post in 1...4 { add(.post, post, Tenure.allCases.map(\.rawValue)) }
        let states = EnrollmentState.allCases.filter { $0 != .killed }.map(\.rawValue)
        for enrollment in 1...14 { add(.enrollment, enrollment, states) }
        for unit in ["U1", "U2", "U3"] as [RecordReference] {
            for (field, stated) in [("region", "RU-BRY"), ("region", "RU-KGD"), ("ordinal", "5")] {
                let source: RecordReference = ["S2", "S3", "S4"].randomElement(using: &generator)!
                let new = NewCitation(record: unit, field: field, evidence: Evidence(source: source, stated: stated))
                steps.append(Step(name: "\(unit) \(field) \(stated)") { try $0.cite(new, by: Fresh.clerk) })
            }
        }
        let death = NewEvent(
            record: "E3", state: "killed", date: ["2025-03", "2025-05-01", nil].randomElement(using: &generator)!,
            evidence: [Evidence(source: "S2"), Evidence(source: "S3")])
        steps.append(Step(name: "death") { try $0.add(death, by: Fresh.clerk) })
        let wrong = Edit(record: "E9", values: ["standing": "rejected", "note": "wrong"])
        steps.append(Step(name: "E9 rejected") { try $0.edit(wrong, by: Fresh.clerk) })
        let dated = Edit(record: "S4", values: ["published": "2025-04-10"])
        steps.append(Step(name: "S4 dated") { try $0.edit(dated, by: Fresh.clerk) })
        return steps
    }

    /// Everything that the reports and the listings answer, without the numbers that the order gives.
    private static func answers(of registry: Registry) throws -> [String: [String]] {
        let numbers = #/\b[VC][0-9]+\b/#
        var answers: [String: [String]] = [:]
        for day in [nil, Day("2024-06-01"), Day("2025-02-01"), Day("2025-06-15"), Day("2025-09-01")] {
            for region in [nil, "RU-BRY"] as [RecordReference?] {
                let text = try registry.text(of: region, on: day, as: .csv)
                let rows = try CSVFile(text, path: "edition.csv", requiring: ["part"]).rows
                // The first row says of which revision the edition is.
                answers["report on \(region?.text ?? "all"), \(day?.description ?? "newest")"] = rows.dropFirst().map {
                    Self.line($0).replacing(numbers, with: "#")
                }.sorted()
            }
            var filter = Filter()
            filter.day = day
            var rows = try lines(registry.units(filter)) + lines(registry.officials(filter))
            rows += try lines(registry.enrollments(filter)) + lines(registry.regions(filter))
            answers["listings, \(day?.description ?? "newest")"] = rows
        }
        return answers
    }

    /// A row of an edition. What several sources say stands in a cell in the order in which they were cited, and of values of
    /// which none is concluded the one that was cited first stands on the left: neither is an answer.
    private static func line(_ row: [String: String]) -> String {
        row.filter { $0.key != "side" }.mapValues { cell in
            cell.split { ",;".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }.sorted().joined(
                separator: "; ")
        }
        .sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
    }

    private static func lines<Row: ListingRow>(_ rows: [Row]) -> [String] {
        rows.map { row in CSV.line(Row.columns.map { $0.value(row)?.raw }) }
    }

    @Test(arguments: 0..<4)
    func `two orders of the same revisions give the same answers`(turn: Int) throws {
        var generator = Seeded(state: 20_261_129 + UInt64(turn))
        let steps = Self.steps(&generator)
        #expect(steps.count > 40)
        var found: [(answers: [String: [String]], refused: Set<String>)] = []
        for order in [steps, steps.shuffled(using: &generator)] {
            let fresh = try Self.base()
            var refused: Set<String> = []
            for step in order {
                do { _ = try step.write(fresh.registry) } catch is MusterError { refused.insert(step.name) }
            }
            found.append((try Self.answers(of: fresh.registry), refused))
        }
        #expect(found[0].refused == found[1].refused)
        #expect(found[0].refused.count < steps.count / 4, "\(found[0].refused)")
        for (question, answer) in found[0].answers.sorted(by: { $0.key < $1.key }) {
            let other = found[1].answers[question] ?? []
            let (here, there) = (Set(answer).subtracting(other).sorted(), Set(other).subtracting(answer).sorted())
            #expect(here.isEmpty && there.isEmpty, "\(question): \(here.prefix(3)) and \(there.prefix(3))")
            #expect(answer == other, "\(question): the order of the rows differs")
        }
    }
}
