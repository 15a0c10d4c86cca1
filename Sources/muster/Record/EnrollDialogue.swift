import MusterCore
import MusterValues

/// Asks step by step what `enroll` takes, and offers what is on the register.
///
/// It makes nothing but the arguments of the command, so each rule is the command's own.
struct EnrollDialogue {
    let registry: Registry
    let prompt = Prompt()

    /// The most records that are offered.
    private static let most = 9

    /// The arguments of an enrollment.
    ///
    /// - Throws: `Prompt.GivenUp` at the end of the input, and `MusterError` if the registry cannot be read.
    func arguments() throws -> [String] {
        var arguments = ["--source", try source()]
        add("--locator", try prompt.line("Where in the source (empty: the whole of it)"), to: &arguments)
        arguments += try who()
        arguments += try unit()
        let states = EnrollmentState.allCases.filter { $0 != .killed }.map(\.words)
        print("States: \(states.joined(separator: ", "))")
        let state = try prompt.checked("State (empty: joined, no step of it stated)") { text throws(MusterError) in
            _ = try EnrollmentState(typed: text)
        }
        add("--state", state ?? "", to: &arguments)
        try add(
            "--on", date("On what day, as 2025-05-31, 2025-05 or ../2025-05-31 (empty: no date)") ?? "", to: &arguments)
        add("--quote", try prompt.line("A few of the source's words (empty: none)"), to: &arguments)
        return arguments
    }

    private func add(_ option: String, _ value: String, to arguments: inout [String]) {
        if value.isEmpty { return }
        // A value that begins with a dash would be read as another option.
        arguments += value.hasPrefix("-") ? ["\(option)=\(value)"] : [option, value]
    }

    private func date(_ question: String) throws -> String? {
        try prompt.checked(question) { text throws(MusterError) in _ = try EDTF(typed: text) }
    }

    /// The source: the newest ones are offered first.
    private func source() throws -> String {
        let newest = try registry.sources().suffix(Self.most).reversed()
        if newest.isEmpty {
            throw MusterError.missing(what: "a source on the register", fix: .add(.source))
        }
        while true {
            print("The newest sources:")
            let (index, typed) = try prompt.choice(
                of: newest.map { "\($0.id) \($0.title)" }, "Source: a number, or a short id, title or address",
                usual: "1")
            if let index { return Array(newest)[index].id.description }
            if let found = try pick(.source, typed, orNew: false) { return found.text }
        }
    }

    /// The official with a post if that is needed, or the group.
    private func who() throws -> [String] {
        let name = try prompt.line("Official, by name or short id (empty: an unnamed group)")
        if name.isEmpty { return try group() }
        guard let found = try pick(.official, name, orNew: true) else { return try who() }
        if !found.isNew { return [found.text] }
        var arguments = [found.text]
        if found.isAlike { arguments.append("--new") }
        arguments += ["--post", try prompt.needed("A new official. The post that he or she holds or held")]
        if let region = try region("The region of that post (empty: none)") { arguments += ["--post-region", region] }
        return arguments
    }

    private func group() throws -> [String] {
        var arguments = ["--group", try prompt.needed("The group, in the source's words")]
        var least = 1
        for (option, what) in [("--at-least", "fewest"), ("--at-most", "most")] {
            let number = try prompt.checked("The \(what) that they are (empty: not stated)") {
                text throws(MusterError) in
                if let number = Int(text), number >= least { return }
                throw .badValue(field: what, value: text, rule: "give a whole number from \(least)")
            }
            least = number.flatMap { Int($0) } ?? least
            add(option, number ?? "", to: &arguments)
        }
        return arguments
    }

    private func unit() throws -> [String] {
        let typed = try prompt.needed("Unit, by designation or short id")
        guard let found = try pick(.unit, typed, orNew: true) else { return try unit() }
        if !found.isNew { return ["--unit", found.text] }
        guard let region = try region("A new unit. Its region (empty: type the unit again)") else { return try unit() }
        return ["--unit", found.text, "--unit-region", region]
    }

    private func region(_ question: String) throws -> String? {
        while true {
            let typed = try prompt.line(question)
            if typed.isEmpty { return nil }
            if let found = try pick(.region, typed, orNew: false) { return found.text }
        }
    }

    /// The record that is meant; nil if none of those offered is, so that the question comes again.
    private func pick(_ kind: RecordKind, _ typed: String, orNew canBeNew: Bool) throws -> Picked? {
        let found = try registry.search(typed).filter { $0.kind == kind }.prefix(Self.most)
        if found.isEmpty {
            if canBeNew, RecordReference(typed).id == nil { return Picked(text: typed, isNew: true) }
            print("  no \(kind.name) on the register is like \(quoted(typed))")
            return nil
        }
        // A unit that is like another is added by itself, where that is said.
        let isNewOffered = canBeNew && kind == .official
        let offers = found.map {
            [$0.id.description, $0.name, $0.about.words.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
        }
        // What was typed names one record, so it is kept: the source may write it so.
        if found.count == 1, found[0].tier <= .key {
            print("  \(offers[0].printable)")
            return Picked(text: typed)
        }
        let question = isNewOffered ? "Which; n for another, who is new" : "Which"
        let (index, answer) = try prompt.choice(of: Array(offers), "\(question) (empty: type it again)", usual: nil)
        if let index { return Picked(text: Array(found)[index].id.description) }
        if isNewOffered, answer.lowercased() == "n" { return Picked(text: typed, isNew: true, isAlike: true) }
        // Another name than a number was typed.
        return answer.isEmpty ? nil : try pick(kind, answer, orNew: canBeNew)
    }

    private struct Picked {
        let text: String
        var isNew = false
        var isAlike = false
    }
}
