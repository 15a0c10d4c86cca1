import MusterValues

@testable import MusterCore

extension RedactionTests {
    /// A revision's reason that names the record.
    func reason(_ kind: String) -> String {
        let names = [
            "source": "gazette", "programme": "programme", "unit": "battalion", "official": "himself", "post": "mayor",
            "enrollment": "family", "event": "fell ill", "citation": "2",
        ]
        return "told by the \(Self.mark) \(names[kind]!)"
    }

    /// Puts the word into every text that a record of the kind can have, also in an older version; returns the record.
    func write(_ kind: String) throws -> RecordReference {
        let mark = Self.mark
        marked.reason = reason(kind)
        func edit(_ record: RecordReference, _ values: [String: String]) throws {
            // The reason of an inference must go too.
            let isSaid = ![.source, .citation].contains(record.id?.kind) && values["standing"] == nil
            _ = try registry.edit(
                Edit(record: record, values: values, inferred: isSaid ? "\(mark) said so" : nil), by: marked)
        }
        switch kind {
        case "source":
            var source = NewSource(kind: .other, title: "\(mark) gazette")
            source.publisher = "\(mark) press"
            source.url = "https://example.org/\(mark)"
            source.note = "by \(mark)"
            _ = try registry.add(source, by: marked)
            var from = words
            from.source = "S2"
            _ = try registry.cite(NewCitation(record: "U1", field: "role", evidence: from), by: marked)
            try edit("S2", ["title": "\(mark) journal", "publisher": ""])
            return "S2"
        case "programme":
            _ = try registry.add(NewProgramme(name: "\(mark) programme", evidence: words), by: marked)
            try edit("G2", ["launched_by": "\(mark) himself"])
            try edit("U2", ["programme": "G2"])
            return "G2"
        case "unit":
            var unit = NewUnit(designation: "\(mark) battalion", region: "RU-KRS", evidence: words)
            unit.aliases = ["\(mark)-2"]
            unit.form = .battalion
            _ = try registry.add(unit, by: marked)
            _ = try registry.enroll(NewEnrollment(official: "O1", unit: "U3", evidence: Fresh.dispatch), by: marked)
            try edit("U3", ["standing": "disputed", "note": "says \(mark)"])
            return "U3"
        case "official":
            var post = NewPost(title: "\(mark) mayor", region: "RU-KRS", tenure: .left)
            post.body = "\(mark) hall"
            let new = NewEnrollment(official: "Ann \(mark)", post: post, unit: "U2", evidence: words)
            _ = try registry.enroll(new, by: marked)
            _ = try registry.edit(
                Edit(record: "O2", values: ["name": "Anna \(mark)"], evidence: Fresh.dispatch), by: marked)
            try edit("O2", ["standing": "needs work", "note": "says \(mark)"])
            return "O2"
        case "post":
            let post = NewPost(title: "\(mark) mayor", region: "RU-KRS", tenure: .left)
            _ = try registry.add(NewPostOfOfficial(official: "O1", post: post, evidence: words), by: marked)
            try edit("P2", ["title": "\(mark) of the council", "body": "\(mark) hall"])
            return "P2"
        case "enrollment":
            let group = NewGroup(who: "the \(mark) family", region: "RU-KRS", least: 3)
            var new = NewEnrollment(group: group, unit: "U2", evidence: words)
            new.role = "\(mark) guard"
            _ = try registry.enroll(new, by: marked)
            try edit("E3", ["group": "the \(mark) house"])
            return "E3"
        case "event":
            var event = NewEvent(record: "E1", state: "left", evidence: [words])
            event.cause = "\(mark) fell ill"
            event.date = "2025-08"
            _ = try registry.add(event, by: marked)
            try edit("V5", ["cause": "\(mark) moved"])
            return "V5"
        default:
            let written = try registry.cite(NewCitation(record: "U1", field: "role", evidence: words), by: marked)
            let id = RecordReference(written.records[0].id)
            try edit(id, ["stated": "\(mark) again", "quote": ""])
            return id
        }
    }
}
