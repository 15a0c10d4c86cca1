import MusterCore
import MusterValues

extension Dossier {
    /// The dossier for a person: the registry's value of each field, and under it the sources' words, for it and
    /// against it side by side.
    func text(for terminal: Terminal) -> String {
        var lines = [terminal.bold("\(id)  \(title)")]
        let count =
            "\(citations) \(citations == 1 ? "citation" : "citations") of \(sources) \(sources == 1 ? "source" : "sources")"
        lines.append(
            [
                kind.name, standing.map { "standing \($0.words)" }, fields.isEmpty || citations == 0 ? nil : count,
                "revision \(changed)",
            ]
            .compactMap(\.self).joined(separator: " · "))
        if let standingNote { lines.append("note: \(standingNote)") }
        if let words = stateWords { lines += terminal.wrapped(words) }
        for value in then { lines += terminal.wrapped("  \(value.words)") }
        for claim in claims { lines += terminal.wrapped("\(claim.region): \(claim.words)") }
        for field in fields { lines += [""] + Self.lines(of: field, of: kind, told: told(field), terminal) }
        for event in events { lines += [""] + Self.lines(of: event, terminal) }
        let variants = names.dropFirst().map {
            "  \($0.text) (\($0.nature.words), \($0.script)\($0.source.map { ", \($0.id)" } ?? ""))"
        }
        if !variants.isEmpty { lines += ["", terminal.bold("other names")] + variants }
        if !related.isEmpty {
            lines +=
                ["", terminal.bold("belongs to it")]
                + related.flatMap { terminal.wrapped("  \($0.id)  \($0.words(throughout: isThroughout))") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The value of a field in words.
    private func told(_ field: FieldOnRecord) -> String? {
        let words = concluded(field)?.words
        return field.value == nil ? words.map { "one of \($0)" } : words
    }

    /// The state with its grade, as "on 2025-06-01: presumably there; battalion, recruiting; last heard 2025-04-03; people 1".
    private var stateWords: String? {
        // What is judged wrong has no state, and nobody in it counts.
        guard id.kind.hasEvents, standing != .rejected else { return nil }
        let all = peopleWithOrigins.map { ", \($0.words) with those that it came from" } ?? ""
        let counted = people.map { "\(day == nil ? "on record" : "people") \($0.words)\(all)" }
        let told = [state?.words(of: id.kind, throughout: isThroughout), counted].compactMap(\.self)
        if told.isEmpty { return "newest: nothing known" }
        return
            "\(day.map { "\(isThroughout ? "throughout" : "on") \($0)" } ?? "newest"): \(told.joined(separator: "; "))"
    }

    private static func lines(of event: Event, _ terminal: Terminal) -> [String] {
        let other = event.fields.first { $0.field == .otherUnit }?.value.map { " \($0.words)" } ?? ""
        var head = "\(event.id)  \(event.value.words)\(other), " + (event.date?.edtf ?? "no date stated")
        if let date = event.date, date.earliest ?? date.latest != nil,
            date.earliest != date.edtf || date.latest != date.edtf
        {
            head += " (\(date.earliest ?? "open") to \(date.latest ?? "open"))"
        }
        if event.standing != .accepted {
            head += ", standing \(event.standing.words)" + (event.standingNote.map { ": \($0)" } ?? "")
        }
        return [terminal.bold(head)]
            + event.fields.flatMap { Self.lines(of: $0, of: .event, told: $0.value?.words, terminal).map { "  " + $0 } }
    }

    /// A field with the sources' statements; in two columns if they disagree; the rejected ones at the end.
    ///
    /// - Parameters:
    ///   - field: the field.
    ///   - kind: the kind of record that has it.
    ///   - told: its value in words; nil if nothing is concluded.
    ///   - terminal: the screen.
    /// - Returns: the lines, without a line end.
    static func lines(of field: FieldOnRecord, of kind: RecordKind, told: String?, _ terminal: Terminal) -> [String] {
        let isWorded = kind.field(field.field)?.isWorded == true
        let supporting = field.supporting.map { statement in
            (isWorded && field.isOtherWording(statement) ? "in other words: " : "") + words(of: statement)
        }
        var lines = terminal.wrapped(
            "\(field.field.words): \(told ?? "nothing concluded")\(remarks(on: field, isWorded: isWorded))")
        if field.disputing.isEmpty {
            lines += supporting.flatMap { terminal.wrapped("  \($0)").map(terminal.dim) }
        } else {
            lines += sides(of: field, supporting, terminal)
        }
        lines += field.earlier.flatMap { terminal.wrapped("  at another time: \(words(of: $0))").map(terminal.dim) }
        lines += field.rejected.flatMap {
            terminal.wrapped("  rejected: \(words(of: $0))\($0.standingNote.map { ": \($0)" } ?? "")").map(terminal.dim)
        }
        return lines
    }

    /// What must be known of a value: that nobody says it, that it is in dispute, settled or told in several ways, and how many voices
    /// say it.
    private static func remarks(on field: FieldOnRecord, isWorded: Bool) -> String {
        let remarks = [
            field.isInference ? field.inferred.map { "inferred: \($0)" } ?? "no source states it" : nil,
            field.isInDispute ? "in dispute" : field.isSettled ? "settled" : nil,
            isWorded && field.wordings > 1 && !field.isInDispute ? "told in \(field.wordings) ways" : nil,
            field.origins > 1 ? "\(field.origins) independent origins" : nil,
        ].compactMap(\.self)
        return remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))"
    }

    private static func sides(of field: FieldOnRecord, _ supporting: [String], _ terminal: Terminal) -> [String] {
        let width = (terminal.width ?? 120) / 2 - 4
        let sides = [supporting, field.disputing.map { words(of: $0) }].map { statements in
            statements.flatMap { $0.wrapped(to: width) }
        }
        let heads = field.value == nil ? ("some say", "others say") : ("for", "against")
        var lines = ["  " + heads.0.padded(to: width) + "  " + terminal.red(heads.1)]
        for index in 0..<max(sides[0].count, sides[1].count) {
            let left = index < sides[0].count ? sides[0][index] : ""
            let right = index < sides[1].count ? sides[1][index] : ""
            lines.append("  " + (right.isEmpty ? left : left.padded(to: width) + "  " + right))
        }
        return lines
    }

    private static func words(of statement: CitedStatement) -> String {
        let quote = statement.quote.map { " “\($0)”" } ?? ""
        return "\(statement.stated)\(quote) — \(statement.attribution) [\(statement.citation)]"
    }
}

extension Dossier.Then {
    /// The value as "region then: presumably RU-KRS Kursk Oblast".
    fileprivate var words: String {
        "\(field.words) then: \(grade.map { "\($0.words) " } ?? "")\(value)"
    }
}

extension StateOnRecord {
    /// The grade, the states, the last day heard and the plans, as far as they are known.
    func words(of kind: RecordKind, throughout isThroughout: Bool) -> String {
        let held = kind == .unit ? "there" : kind == .post ? "held" : "in the unit"
        let there = held + (isThroughout ? " all the time" : "")
        let graded = grade.map { $0 == .no ? "not \(there)" : "\($0.words) \(there)" }
        // A holder's death is a state of a post, but it is on another list.
        let facets =
            kind == .unit
            ? EventValue.facets(of: kind).map { facet in states.filter { $0.stored.facet == facet } } : [states]
        let now = facets.filter { !$0.isEmpty }.map { $0.map(objects.words(of:)).joined(separator: " or ") }
        return [
            graded, now.isEmpty ? nil : now.joined(separator: ", "), lastHeard.map { "last heard \($0.words)" },
            plans.isEmpty ? nil : "planned: \(plans.map(\.words).joined(separator: ", "))",
        ].compactMap(\.self).joined(separator: "; ")
    }
}

extension RelatedRecord {
    /// The relation and the name, as "one of the group: Dmitry Novikov in BARS-Kursk".
    func words(throughout isThroughout: Bool = false) -> String {
        let state = state.map { $0.words(of: id.kind, throughout: isThroughout) }.flatMap {
            $0.isEmpty ? nil : " (\($0))"
        }
        return described + (standing == .rejected ? " (rejected)" : state ?? "")
    }

    /// The sources of a membership, as " by S1 and S2"; empty if there are none.
    private var bySources: String {
        sources.isEmpty ? "" : " by " + sources.map(\.id.description).joined(separator: " and ")
    }

    private var described: String {
        switch relation {
        case .belongs: name ?? ""
        case .ofTheGroup: "one of the group\(bySources): \(name ?? "")"
        case .group: "of the group\(bySources): \(name ?? "")"
        case .perhaps: "perhaps the same as it: \(name ?? "")"
        case .end: "ends it too: \(name ?? "")"
        case .merged: "merged into it in revision \(revision ?? 0)"
        }
    }
}
