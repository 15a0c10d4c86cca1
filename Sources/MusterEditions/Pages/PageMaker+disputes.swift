import MusterCore
package import MusterValues

extension PageMaker {
    /// The most disputes on one page.
    private static let mostDisputes = 50

    /// What contradicts itself on the register, with who says what: the same as the library lists.
    ///
    /// - Parameters:
    ///   - record: the record to look at, with all that belongs to it; nil for the whole register.
    ///   - isSettled: true for what somebody settled.
    ///   - skipped: the disputes that come before the page.
    /// - Returns: what the page tells.
    /// - Throws: `MusterError` for a record that is unknown or of a kind that has no disputes.
    package func disputes(of record: RecordReference? = nil, settled isSettled: Bool, skipping skipped: Int = 0)
        throws(MusterError) -> PageContent
    {
        let all = try registry.disputes(of: record, settled: isSettled)
        let shown = Array(all.dropFirst(skipped).prefix(Self.mostDisputes))
        let other: Words = .link(
            .same([LinkCondition("settled", isSettled ? nil : "true")]), .say(isSettled ? .openOnes : .settledOnes))
        let name = isSettled ? Phrase.settled : .disputesTitle
        let title: Words = record.map { .say(.fieldIs, .say(name), .text("\($0)")) } ?? .say(name)
        let blocks: [Block] =
            all.isEmpty
            ? [
                .paragraph(
                    .say(isSettled ? .noneSettled : record == nil ? .noneInDispute : .noneInDisputeHere), .plain)
            ]
            : [
                .section(
                    Section(
                        name: isSettled ? "settled" : "in_dispute", title: .say(isSettled ? .settled : .inDispute),
                        count: .number(all.count))),
                .paragraph(.say(isSettled ? .settledAbout : .disputesAbout), .about),
            ] + deciding(try told(shown))
        let next = skipped + shown.count
        return PageContent(
            title, lead: other, blocks, next: next < all.count ? LinkCondition("skip", "\(next)") : nil)
    }

    /// Disputes of every kind, each with its sides.
    func told(_ disputes: [Dispute]) throws(MusterError) -> [Block] {
        let sides = disputes.flatMap(\.sides)
        let events = try events(sides.compactMap(\.record))
        let fields = try fields(disputes.filter { $0.kind == .values })
        let cited = Set(sides.flatMap(\.citations).map(\.source.id))
        let sources = try registry.reportedSources(cited, withTies: false)
        let named = disputes.map(\.record.id) + sides.compactMap(\.record)
        let maker = try maker(naming: named) { report throws(MusterError) in report.sources = sources }
        return disputes.map { dispute in
            if dispute.kind == .standing { return .dispute(maker.judged(dispute.record, dispute.reason)) }
            if dispute.kind == .values, let dossier = fields[dispute.record.id],
                let field = dossier.fields.first(where: { $0.field == dispute.field })
            {
                let standing = dossier.standing == .accepted ? nil : dossier.standing
                return .dispute(
                    maker.disputed(
                        field, of: dispute.record, standing, dossier.standingNote, settled: dispute.settlement))
            }
            return .dispute(maker.contradiction(dispute, telling: events))
        }
    }

    /// The events among some records, by their values and dates.
    private func events(_ records: [RecordID]) throws(MusterError) -> [RecordID: ToldEvent] {
        var told: [RecordID: ToldEvent] = [:]
        for id in records where id.kind == .event && told[id] == nil {
            let fields = try registry.show(RecordReference(id)).fields
            guard let value = fields.first(where: { $0.field == .value })?.value else { continue }
            var date: StatedDate?
            if case .date(let stated)? = fields.first(where: { $0.field == .date })?.value { date = stated }
            told[id] = ToldEvent(value, date)
        }
        return told
    }

    /// The records of which sources state values that contradict each other.
    private func fields(_ disputes: [Dispute]) throws(MusterError) -> [RecordID: Dossier] {
        var dossiers: [RecordID: Dossier] = [:]
        for id in disputes.map(\.record.id) where dossiers[id] == nil {
            dossiers[id] = try registry.show(RecordReference(id))
        }
        return dossiers
    }

    /// The same blocks; under each open dispute stands the way to decide it, for a reader who may. Events and records that exclude each
    /// other are judged one by one, so that each side has its own way.
    func deciding(_ blocks: [Block]) -> [Block] {
        blocks.map { block in
            guard case .dispute(var dispute) = block, dispute.settled == nil else { return block }
            if (dispute.supporting + dispute.against).contains(where: { $0.record != nil }) {
                dispute.supporting = dispute.supporting.map(judging)
                dispute.against = dispute.against.map(judging)
                return .dispute(dispute)
            }
            var known = [("record", "\(dispute.record)")]
            if let field = dispute.field { known.append(("?settle", field.rawValue)) }
            dispute.settled = offer(.edit, known, .decideIt)
            return .dispute(dispute)
        }
    }

    /// The side with the way to judge the event or the record that it is.
    private func judging(_ side: DisputedValue.Side) -> DisputedValue.Side {
        guard let record = side.record, forms.contains(.edit) else { return side }
        var side = side
        side.voices.append(
            .link(.form(.edit, [LinkCondition("record", "\(record)")]), .say(.judgeThis, .code("\(record)"))))
        return side
    }

    /// The record that an event happened to; nil for an unknown event.
    func subject(of event: RecordID) throws(MusterError) -> RecordID? {
        let owners = try registry.owners(of: [event])[event] ?? []
        // A unit is an owner of its enrollments' events, too.
        for kind in [RecordKind.enrollment, .post, .unit] {
            if let owner = owners.first(where: { $0.kind == kind }) { return owner }
        }
        return nil
    }

    /// That something about a record or about what happened to it is in dispute, with the way to who says what.
    ///
    /// - Parameter dossier: the record.
    /// - Returns: a sentence, or nothing.
    /// - Throws: `MusterError` if the registry cannot be read.
    func inDispute(_ dossier: Dossier) throws(MusterError) -> [Block] {
        // What excludes an event is told of the record that both happened to.
        let owner = try dossier.id.kind == .event ? subject(of: dossier.id) ?? dossier.id : dossier.id
        // Of a programme much more is on record than its page tells; its own fields say themselves what is in dispute.
        if ![.unit, .post, .enrollment].contains(owner.kind) { return [] }
        let all = try registry.disputes(of: RecordReference(owner)).filter { dispute in
            // The standing of the record stands above.
            if dispute.kind == .standing { return owner == dossier.id && dispute.record.id != owner }
            return owner == dossier.id || dispute.record.id == dossier.id
                || dispute.sides.contains { $0.record == dossier.id }
        }
        if all.isEmpty { return [] }
        var kinds: [Words] = []
        for dispute in all {
            let words: Words =
                if let field = dispute.field { .field(field, of: dispute.record.id.kind) } else {
                    .labelled(dispute.kind)
                }
            if !kinds.contains(words) { kinds.append(words) }
        }
        let way: Words = .link(.page(.disputes, [LinkCondition("record", "\(owner)")]), .say(.whoSaysWhat))
        let words = Words.say(.fieldIs, .strong(.say(.inDispute)), .joined(kinds, .semicolon))
        return [.paragraph(.joined([words, way], .dot), .warning)]
    }
}
