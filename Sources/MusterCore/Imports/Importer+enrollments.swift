import GRDB
import MusterValues

extension Importer {
    /// Enrolls the official of a row in its unit, or cites the enrollment that is on the register.
    func takeEnrollment(
        _ cells: ImportCells, of official: RecordReference, in unit: RecordReference, _ evidence: Evidence
    ) throws {
        let values = ["unit_id": unit.known?.number.databaseValue, "official_id": official.known?.number.databaseValue]
        if let there = try there(values.compactMapValues(\.self)) {
            return try citeEnrollment(there, official, unit, cells, evidence)
        }
        let new = NewEnrollment(official: official, unit: unit, evidence: evidence)
        try enroll(new, cells, evidence)
    }

    /// Enrolls the group of a row in its unit, or cites the enrollment that is on the register.
    func takeGroup(_ cells: ImportCells, _ unit: RecordReference?, _ evidence: Evidence) throws {
        let content = ImportColumn.Content.field(.enrollment, .group)
        guard let unit else {
            throw RowFault(
                column: ImportColumn.named(content).name, value: cells.text(content),
                error: .missing(what: "the unit that the group joined", fix: .give(.unit)))
        }
        if cells.has(.field(.official, .name)) {
            throw RowFault(
                column: ImportColumn.named(content).name, value: cells.text(content),
                error: .refused(rule: "an enrollment has exactly one of official or group", fix: "give each a row"))
        }
        let who = cells.text(content)!
        var group = NewGroup(
            who: who, level: try cells.list(.field(.enrollment, .level)),
            kind: try cells.list(.field(.enrollment, .kind)),
            region: try reference(.field(.enrollment, .region), .region, cells))
        group.least = try cells.read(.field(.enrollment, .least)) {
            try RecordKind.enrollment.number(typed: $0, .least)
        }
        group.most = try cells.read(.field(.enrollment, .most)) { try RecordKind.enrollment.number(typed: $0, .most) }
        group.perhapsSameAs = try reference(.field(.enrollment, .perhapsSameAs), .enrollment, cells)
        let values = ["unit_id": unit.known?.number.databaseValue, "group_who": who.databaseValue]
        let there = try sameAs(.enrollment, cells) ?? there(values.compactMapValues(\.self))
        if let there { return try citeEnrollment(there, nil, unit, cells, evidence) }
        let new = NewEnrollment(group: group, unit: unit, evidence: evidence)
        let id = try enroll(new, cells, evidence)
        // What only describes a group is a part of its record, and cited nowhere else.
        try citeEnrollment(id, nil, unit, cells, evidence)
    }

    private func there(_ values: [String: DatabaseValue]) throws -> RecordID? {
        guard let row = try Sameness.enrollment.twins(of: values, db).first else { return nil }
        let id = RecordID(.enrollment, try row.get("id"))
        if try Sameness.stands(row) { return id }
        throw MusterError.taken(
            what: "the enrollment", value: try RecordTitles(db: db).title(id), id: id, fix: .showRejected(id))
    }

    @discardableResult
    private func enroll(_ new: NewEnrollment, _ cells: ImportCells, _ evidence: Evidence) throws -> RecordID {
        var new = new
        let state = ImportColumn.Content.facet(.enrollment, "state")
        new.state = try cells.list(state, EnrollmentState.self)
        new.stateWord = EnrollmentState.synonym(typed: cells.text(state))
        new.date = try cells.date(.date(.enrollment, "state"))
        new.contract = try cells.list(.field(.enrollment, .contract))
        new.contractWord = ContractKind.synonym(typed: cells.text(.enrollment, .contract))
        new.concludedBy = try cells.list(.field(.enrollment, .concludedBy))
        new.concludedByWord = ContractParty.synonym(typed: cells.text(.enrollment, .concludedBy))
        new.term = try cells.read(.field(.enrollment, .term)) { text in
            _ = try Field.term(typed: text)
            return text
        }
        new.ends = try cells.date(.field(.enrollment, .ends))
        new.role = cells.text(.enrollment, .role)
        if new.state == nil, new.date != nil {
            throw RowFault(
                column: ImportColumn.named(.date(.enrollment, "state")).name,
                value: cells.text(.date(.enrollment, "state")),
                error: .missing(what: "the state that has that date", fix: .give(.state)))
        }
        let isDeath = new.state == .killed
        if isDeath { (new.state, new.date) = (nil, nil) }
        let id = try transaction.enroll(new, recordingState: !isDeath)
        enrollment = id
        try cite(id, .compensation, cells, .enrollment, transaction.checked(evidence).beside)
        return id
    }

    /// Cites what a row says of an enrollment on the register, where its source does not say so already.
    private func citeEnrollment(
        _ id: RecordID, _ official: RecordReference?, _ unit: RecordReference, _ cells: ImportCells,
        _ evidence: Evidence
    ) throws {
        enrollment = id
        let checked = try transaction.checked(evidence).beside
        let state = try cells.list(.facet(.enrollment, "state"), EnrollmentState.self)
        // A source that denies an enrollment, or does not know of it, does not say that it was in this unit.
        if state != .denied, state != .unclear {
            try cite(id, .unit, unit, checked)
            try cite(id, .official, official, checked)
        }
        for field in RecordKind.enrollment.citedFields where ![.unit, .official, .groupSize].contains(field.name) {
            if case .reference(let kind) = field.type {
                let content = ImportColumn.Content.field(.enrollment, field.name)
                try cite(id, field.name, reference(content, kind, cells), checked)
            } else {
                try cite(id, field.name, cells, .enrollment, checked)
            }
        }
        let sizes = [FieldName.least, .most].map { cells.text(.enrollment, $0).flatMap { Int($0) } }
        if cells.has(.field(.enrollment, .least), .field(.enrollment, .most)) {
            let words = Headcount.words(least: sizes[0] ?? min(2, sizes[1] ?? 2), most: sizes[1])
            try cite(id, .groupSize, .typed(words), checked)
        }
        try takeFacets(.enrollment, of: id, cells, evidence)
    }

    /// Records the death that a row tells of its enrollment, which needs two sources.
    func takeDeath(_ cells: ImportCells, _ evidence: [Evidence]) throws {
        let content = ImportColumn.Content.facet(.enrollment, "state")
        guard let enrollment, try cells.list(content, EnrollmentState.self) == .killed else { return }
        try cells.at(content) {
            try record(
                .state(.killed), typed: cells.text(content)!, of: enrollment,
                on: cells.date(.date(.enrollment, "state")), evidence: evidence)
        }
    }
}
