package import MusterCore
package import MusterValues

/// What a page of the service tells, without any markup or address.
package struct PageContent: Sendable {
    /// The name of what the page is of.
    package var title: Words
    /// A line about it under the title; nil if there is nothing to say.
    package var lead: Words?
    /// The parts, in order.
    package var blocks: [Block]
    /// The record that the page is of; nil if it is of none.
    package var record: RecordID?
    /// The edition that says the same, by which the page can be cited; nil if there is none.
    package var edition: EditionHeader?
    /// The condition that leads to the next page of a list: the place that it begins after, or the rows before it if the list is
    /// sorted. Nil if nothing follows.
    package var next: LinkCondition?

    init(
        _ title: Words, lead: Words? = nil, _ blocks: [Block], of record: RecordID? = nil,
        edition: EditionHeader? = nil, next: LinkCondition? = nil
    ) {
        (self.title, self.lead, self.blocks, self.record) = (title, lead, blocks, record)
        (self.edition, self.next) = (edition, next)
    }
}

/// Makes what pages tell from the registry.
package struct PageMaker: Sendable {
    /// The registry, as of now or as it was known then.
    package let registry: Registry
    /// The language of the page.
    package let language: Language
    /// The day that was asked about; nil for everything on record.
    package let day: Day?
    /// The forms that the reader may use: only to them does a page lead.
    package let forms: Set<FormKind>

    /// - Parameters:
    ///   - registry: the registry.
    ///   - language: the language of the page.
    ///   - day: the day asked about; nil for everything on record.
    ///   - forms: the forms that the reader may use.
    package init(_ registry: Registry, in language: Language, on day: Day?, offering forms: Set<FormKind> = []) {
        (self.registry, self.language, self.day, self.forms) = (registry, language, day, forms)
    }

    /// The way to a form with what is known already filled in; nil if the reader may not use it.
    func offer(_ form: FormKind, _ known: [(name: String, value: String)], _ phrase: Phrase) -> Words? {
        forms.contains(form)
            ? .link(.form(form, known.map { LinkCondition($0.name, $0.value) }), .say(phrase)) : nil
    }

    /// An edition as a page: with the record of each row in sight, so that it can be followed.
    ///
    /// - Parameters:
    ///   - kind: the kind of the edition.
    ///   - record: the record, for an edition of one.
    ///   - from: the revision from which changes are told.
    /// - Returns: what the page tells.
    /// - Throws: `MusterError` as `Registry.edition` does.
    package func edition(_ kind: EditionKind, of record: RecordReference? = nil, from: Int64? = nil)
        throws(MusterError) -> PageContent
    {
        let request = EditionRequest(kind, of: record, on: day, in: language, from: from)
        let edition = try registry.edition(request)
        return PageContent(
            edition.header.title, lead: edition.header.lead, deciding(edition.blocks.map(\.withRecords)),
            of: edition.header.record, edition: edition.header)
    }

    /// The maker of parts from a report that is filled in with what the page shows.
    ///
    /// - Parameters:
    ///   - named: the records without a name of their own that the page names.
    ///   - fill: fills the report in, which has the regions alone.
    /// - Returns: the maker.
    /// - Throws: `MusterError` if the registry cannot be read.
    func maker(naming named: [RecordID] = [], _ fill: (inout Report) throws(MusterError) -> Void = { _ in })
        throws(MusterError) -> EditionMaker
    {
        var report = try registry.frame(on: day)
        try fill(&report)
        return try registry.maker(of: report, in: language, naming: named)
    }
}

extension Block {
    /// The same block; in a table of enrollments the id of each is shown, which leads to its page.
    fileprivate var withRecords: Block {
        guard case .table(let table) = self else { return self }
        return .table(table.showing(["enrollment"]))
    }
}

extension EditionTable {
    /// The same table with some of the columns in sight that only programs need otherwise.
    func showing(_ keys: Set<String>, hiding others: Set<String> = []) -> EditionTable {
        EditionTable(
            name: name, caption: caption,
            columns: columns.map { column in
                var column = column
                if keys.contains(column.key) { column.isForPrograms = false }
                if others.contains(column.key) { column.isForPrograms = true }
                return column
            }, rows: rows)
    }
}
