import Foundation
import GRDB
import MusterValues

@testable import MusterCore
@testable import MusterDemo

/// A registry with small random writes, the same ones for the same seed.
final class RandomWrites {
    let folder: URL
    let path: String
    let registry: Registry
    private var dice: SeededRandom
    private let hasMerges: Bool
    /// The records after each revision; the first state is the empty register.
    private(set) var states: [TableState]

    /// If `hasMerges`, it also merges records, tells them apart and resolves groups.
    init(seed: UInt64, hasMerges: Bool = true) throws {
        self.hasMerges = hasMerges
        dice = SeededRandom(seed: seed)
        folder = try Fresh.newFolder()
        path = folder.appending(path: "random.db").path
        registry = try Registry.create(at: path, now: { Fresh.now })
        states = [try TableState(registry)]
        try note(registry.add(NewSource(kind: .ngo, title: "Report 0"), by: Fresh.clerk))
        for code in ["RU-KGD", "RU-KRS"] { try note(registry.add(NewRegion(code: code, name: code), by: Fresh.clerk)) }
        try note(registry.add(NewProgramme(name: "BARS", evidence: Fresh.dispatch), by: Fresh.clerk))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes until there is this number of revisions; refused changes are skipped.
    func write(until count: Int) throws {
        while states.count <= count {
            do { try note(change()) } catch is MusterError {}
        }
    }

    /// A copy of the registry; deleted with this object.
    func copy() throws -> Registry {
        let copy = folder.appending(path: "\(UUID().uuidString).db")
        try registry.bytes().write(to: copy)
        return try Registry(at: copy.path, for: .writing, now: { Fresh.now })
    }

    private func note(_ written: WriteResult) throws {
        if written.revision != nil { states.append(try TableState(registry)) }
    }

    /// One of a few ids of a kind; the record may not exist.
    private func some(_ kind: RecordKind) -> RecordReference { "\(kind.rawValue)\(dice.number(1...5))" }

    private func change() throws -> WriteResult {
        let source = Evidence(source: some(.source))
        let region: RecordReference = dice.pick(["RU-KGD", "RU-KRS", "RU-KRS/rylsk"])
        let word = dice.pick(["Alpha", "Beta", "Gamma", "Delta", "Epsilon"])
        switch dice.below(hasMerges ? 24 : 20) {
        case 0: return try registry.add(NewSource(kind: .ngo, title: "Report \(word)"), by: Fresh.clerk)
        case 1: return try registry.add(NewRegion(code: nil, name: "Rylsk", parent: "RU-KRS"), by: Fresh.clerk)
        case 2, 3:
            return try registry.add(NewUnit(designation: word, region: region, evidence: source), by: Fresh.clerk)
        case 4:
            let post = NewPost(title: "Mayor", region: region, tenure: .inOffice)
            return try registry.add(NewOfficial(name: "Anna \(word)", post: post, evidence: source), by: Fresh.clerk)
        case 5, 6:
            return try registry.enroll(
                NewEnrollment(official: some(.official), unit: some(.unit), evidence: source), by: Fresh.clerk)
        case 7:
            var group = NewGroup(who: "clerks of \(word)", region: region)
            if hasMerges, dice.happens(30) { group.perhapsSameAs = some(.enrollment) }
            return try registry.enroll(
                NewEnrollment(group: group, unit: some(.unit), evidence: source), by: Fresh.clerk)
        case 8:
            return try registry.add(
                NewEvent(
                    record: some(.enrollment), state: "serving", date: "2025-0\(dice.number(1...9))", evidence: [source]
                ),
                by: Fresh.clerk)
        case 9:
            let evidence = Evidence(source: some(.source), stated: word)
            let field = dice.pick(["role", "name", "region"])
            return try registry.cite(
                NewCitation(record: some(.unit), field: field, evidence: evidence, stance: dice.pick(Stance.allCases)),
                by: Fresh.clerk)
        case 10, 11: return try registry.revert(Int64(dice.number(5...max(5, states.count - 1))), by: Fresh.clerk)
        case 12 where hasMerges, 13 where hasMerges: return try merge()
        case 14 where hasMerges:
            let resolution = GroupResolution(group: some(.enrollment), officials: [some(.official)], evidence: source)
            return try registry.resolve(resolution, by: Fresh.clerk)
        case 15 where hasMerges:
            let kind = dice.pick([RecordKind.official, .enrollment])
            return try registry.distinguish(some(kind), from: some(kind), by: Fresh.clerk)
        default: return try registry.edit(edit(word, region), by: Fresh.clerk)
        }
    }

    /// A merge, or an unmerge.
    private func merge() throws -> WriteResult {
        let kind = dice.pick(MergeLookup.kinds)
        if dice.happens(40) { return try registry.unmerge(some(kind), by: Fresh.clerk) }
        return try registry.merge(some(kind), with: some(kind), by: Fresh.clerk, overruling: dice.happens(50))
    }

    private func edit(_ word: String, _ region: RecordReference) -> Edit {
        let standing = dice.pick([["standing": "accepted"], ["standing": "rejected", "note": word]])
        let kind = dice.pick([RecordKind.unit, .official, .post, .enrollment, .event, .citation])
        switch dice.below(9) {
        case 0: return Edit(record: some(kind), values: standing)
        case 1: return Edit(record: some(.unit), values: ["ordinal": "\(dice.number(1...9))"], inferred: "seen on site")
        case 2:
            return Edit(
                record: some(.unit),
                values: ["region": region.text, "programme": dice.pick(["BARS", ""])], inferred: "seen on site")
        case 3: return Edit(record: some(.unit), values: ["name": word], evidence: Evidence(source: some(.source)))
        case 4: return Edit(record: some(.enrollment), values: ["unit": some(.unit).text], inferred: "seen on site")
        case 5 where hasMerges && dice.happens(50):
            return Edit(record: some(.enrollment), values: ["perhaps_same_as": some(.enrollment).text])
        case 5:
            return Edit(record: some(.event), values: ["date": "2024-0\(dice.number(1...9))"], inferred: "seen on site")
        case 6:
            let more = hasMerges && ["Beta", "Delta"].contains(word) ? ",S\(word.count)" : ""
            return Edit(
                record: some(.source), values: ["derived_from": some(.source).text + more, "relation": "copies"])
        case 7:
            return Edit(
                record: some(.unit), values: ["kind": "subunit", "part_of": some(.unit).text], inferred: "seen on site")
        default:
            return Edit(
                record: some(.enrollment), values: ["role": word, "contract": dice.pick(["reserve", "service"])],
                inferred: "seen on site")
        }
    }
}
