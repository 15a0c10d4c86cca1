import MusterCore
import MusterValues

extension EditionMaker {
    /// The territories that somebody claims or administers, as sources have it.
    var claims: [Block] {
        let rows = report.fields.filter(\.isClaim).flatMap { own -> [EditionTable.Row] in
            own.field.said.filter { said in
                guard report.day != nil, let held = said.source.held else { return true }
                return held.canBe(on: day)
            }.map { said in
                EditionTable.Row(cells: [
                    EditionTable.Cell(words: name(own.record), raw: own.record.id.description),
                    EditionTable.Cell(words: .field(own.field.field, of: .region), raw: own.field.field.rawValue),
                    EditionTable.Cell(words: .state(named: said.source.stated), raw: said.source.stated),
                    EditionTable.Cell(words: voices.joined([Said(source: said.source, known: [said.source.stated])])),
                ])
            }
        }
        if rows.isEmpty { return [] }
        return [
            .section(Section(name: "claims", title: .say(.claims), count: .number(rows.count))),
            .paragraph(.say(.claimsAbout), .about),
            .table(
                EditionTable(
                    name: "claims", caption: .say(.claims),
                    columns: [
                        EditionTable.Column(key: "region", title: .say(.region)),
                        EditionTable.Column(key: "field", title: .say(.what)),
                        EditionTable.Column(key: "stated", title: .say(.byWhom)),
                        EditionTable.Column(key: "by_whose_word", title: .say(.byWhoseWord)),
                    ], rows: rows)),
        ]
    }

    /// The claimed places in the order of founding, held against what the register holds.
    var ordinals: [Block] {
        let rows = report.ordinals.map { claim in
            let said = claim.citation.map { voices.joined([$0.said(on: .ordinal)]) } ?? nil
            return EditionTable.Row(cells: [
                EditionTable.Cell(words: .id(claim.unit.id)), EditionTable.Cell(words: name(claim.unit)),
                EditionTable.Cell(words: .say(.ordinalPlace, .number(claim.ordinal)), raw: String(claim.ordinal)),
                EditionTable.Cell(words: held(against: claim), raw: claim.compared),
                EditionTable.Cell(words: said ?? .quiet(.say(.noSource))),
            ])
        }
        return table(
            "claimed_order", .claimedOrder, .claimedOrderAbout, rows,
            [
                ("unit", .record, true), ("name", .unit, false), ("claim", .claimedPlace, false),
                ("held", .onThisRegister, false), ("by_whose_word", .byWhoseWord, false),
            ])
    }

    private func held(against claim: OrdinalClaim) -> Words {
        let open = claim.others - claim.before - claim.after
        let told: [Words?] = [
            .say(.othersHeld, .number(claim.others)),
            claim.before == 0 ? nil : .say(.othersBefore, .number(claim.before), list(claim.earlier.map(name))),
            claim.after == 0 ? nil : .say(.othersAfter, .number(claim.after)),
            open == 0 ? nil : .say(.othersOpen, .number(open)),
            claim.undetermined == 0 ? nil : .say(.othersUndetermined, .number(claim.undetermined)),
        ]
        let verdict: Words =
            switch claim.verdict {
            case .tooMany(let more): .say(.ordinalTooMany, .number(more))
            case .unknown(let number): .say(.ordinalUnknown, .number(number), .number(claim.notLooked))
            case .agrees: .say(.ordinalAgrees)
            case .canAgree: .say(.ordinalCanAgree)
            }
        return .joined([.joined(told.compactMap(\.self), .comma), .strong(verdict)], .semicolon)
    }

    /// The enrollments on record that never count, each with the reason.
    var uncounted: [Block] {
        let rows = report.uncounted.map { one in
            EditionTable.Row(
                place: one.id,
                cells: [
                    EditionTable.Cell(words: .id(one.id)),
                    EditionTable.Cell(words: who(one.official, one.group), second: name(one.unit), raw: one.words),
                    EditionTable.Cell(
                        words: .labelled(one.reason), second: one.note.map { .text($0) }, raw: one.reason.rawValue),
                    EditionTable.Cell(words: voices.joined((lines[one.id] ?? []).flatMap(\.said))),
                ])
        }
        return table(
            "not_counted", .notCounted, .notCountedAbout, rows,
            [
                ("enrollment", .record, true), ("who", .who, false), ("why", .why, false),
                ("by_whose_word", .byWhoseWord, false),
            ])
    }

    /// What the register lacks. A long list is cut, and says how many more there are.
    var gaps: [Block] { gaps(report.gaps, report.record == nil ? .missingOfUnits : .missingAbout) }

    /// Some gaps under words about them.
    func gaps(_ gaps: [Report.Gap], _ about: Phrase) -> [Block] {
        let named = Dictionary(
            report.units.map { ($0.id, name(NamedRecord(id: $0.id, name: $0.name))) }
                + report.enrollments.map { own in
                    (own.id, .record(own.id, own.official.map { nameAlone($0) } ?? .text(own.who)))
                }
                + report.sources.map { ($0.id, .record($0.id, .text($0.title))) }
                + report.places.map { place in
                    let region = NamedRegion(code: place.code, name: place.name)
                    return (RecordID(region: place.code), name(region))
                }
        ) { first, _ in first }
        let rows = gaps.map { gap in
            let first = gap.records.prefix(10).map { named[$0] ?? name(NamedRecord(id: $0, name: nil)) }
            let rest = gap.count - first.count
            return EditionTable.Row(cells: [
                EditionTable.Cell(words: .labelled(gap.what), raw: gap.what.rawValue),
                EditionTable.Cell(words: .number(gap.count)),
                EditionTable.Cell(
                    words: .joined(first + (rest > 0 ? [.say(.andMore, .number(rest))] : []), .semicolon),
                    raw: gap.records.map(\.description).joined(separator: "; ")),
            ])
        }
        return table(
            "missing", .missing, about, rows,
            [("what", .what, false), ("number", .number, false), ("records", .records, false)])
    }

    /// The first ten of several, and how many more there are.
    private func list(_ all: [Words]) -> Words {
        let rest = all.count - 10
        return .joined(all.prefix(10) + (rest > 0 ? [.say(.andMore, .number(rest))] : []), .semicolon)
    }

    /// A section with one table, or nothing if there are no rows. It counts the rows, unless another number is given.
    func table(
        _ name: String, _ title: Phrase, _ about: Phrase, _ rows: [EditionTable.Row],
        _ columns: [(key: String, title: Phrase, isForPrograms: Bool)], count: Int? = nil
    ) -> [Block] {
        if rows.isEmpty { return [] }
        return [
            .section(Section(name: name, title: .say(title), count: .number(count ?? rows.count))),
            .paragraph(.say(about), .about),
            .table(
                EditionTable(
                    name: name, caption: .say(title),
                    columns: columns.map { column in
                        EditionTable.Column(
                            key: column.key, title: .say(column.title), isNumber: column.key == "number",
                            isForPrograms: column.isForPrograms)
                    }, rows: rows)),
        ]
    }
}
