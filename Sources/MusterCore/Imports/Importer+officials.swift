import GRDB
import MusterValues

extension Importer {
    /// The fields of a post that adding it does not cite, or that a cell may hold in other words.
    private static let ofPostAlone = RecordKind.post.citedFields.map(\.name).filter {
        ![.title, .official, .region].contains($0)
    }

    /// The official of a row: the one on the register, with what the row says of them cited, or a new one with the row's post.
    func official(_ cells: ImportCells, _ evidence: Evidence) throws -> RecordReference {
        let content = ImportColumn.Content.field(.official, .name)
        let name = cells.text(content)!
        let post = try post(cells)
        let deeds = evidence.placeOnly(speaking: post?.tenure != nil)
        let id: RecordID
        let isAdded: Bool
        if let same = try person ?? sameAs(.official, cells) {
            // Another source of the same row speaks of the same person.
            (id, isAdded) = (same, false)
        } else if let there = try found(
            name, post, cells, resolver.exact(RecordReference(name), among: [.official]), deeds)
        {
            (id, isAdded) = (there, false)
        } else {
            (id, isAdded) = try added(name, post, cells, deeds)
        }
        person = id
        // What was decided for one row is not decided for the next of that name.
        if try sameAs(.official, cells) == nil, !isNew(cells) {
            known[passing: Self.key(name, post)] = id
            plain.insert(id)
        }
        let checked = try transaction.checked(deeds).ofPerson
        if !isAdded {
            try citeOfficial(id, name, post, cells, checked, evidence)
        } else if let post, Self.ofPostAlone.contains(where: { cells.has(.field(.post, $0)) }),
            let held = try transaction.held(post, by: id)
        {
            try citePost(held, post, cells, checked)
        }
        return RecordReference(id, written: name)
    }

    private static func key(_ name: String, _ post: NewPost?) -> String {
        [name, post?.title, post?.region?.known?.description].map { $0 ?? "" }.joined(separator: "\u{1}")
    }

    /// The post that a row gives its official; nil if it gives none.
    private func post(_ cells: ImportCells) throws -> NewPost? {
        let content = ImportColumn.Content.field(.post, .title)
        guard let title = cells.text(content) else {
            let others: [ImportColumn.Content] =
                RecordKind.post.fields.map { .field(.post, $0.name) } + [
                    .facet(.post, "tenure"), .date(.post, "tenure"),
                ]
            if let other = others.first(where: { cells.has($0) }) {
                throw RowFault(
                    column: ImportColumn.named(other).name, value: cells.text(other),
                    error: .missing(what: "the post that it belongs to", fix: .give(.post)))
            }
            return nil
        }
        var post = NewPost(title: title, region: try reference(.field(.post, .region), .region, cells))
        post.kind = try cells.list(.field(.post, .kind))
        post.level = try cells.list(.field(.post, .level))
        post.body = cells.text(.post, .body)
        post.tenure = try cells.list(.facet(.post, "tenure"), Tenure.self)
        post.tenureWord = Tenure.synonym(typed: cells.text(.facet(.post, "tenure")))
        post.tenureDate = try cells.date(.date(.post, "tenure"))
        return post
    }

    /// Adds an official, unless the name in another spelling is that of one on the register.
    private func added(_ name: String, _ post: NewPost?, _ cells: ImportCells, _ evidence: Evidence) throws -> (
        RecordID, Bool
    ) {
        let new = NewOfficial(name: name, post: post, isNew: isNew(cells), evidence: evidence)
        do { return (try transaction.add(new), true) } catch let error as MusterError {
            // Adding searches for the name in every spelling; only if that finds somebody is it asked who it is.
            let spelt = try error.isLookalike ? resolver.candidates(RecordReference(name), among: [.official]) : []
            if let there = try found(name, post, cells, spelt, evidence) { return (there, false) }
            throw RowFault(
                column: ImportColumn.named(.field(.official, .name)).name, value: name, error: error)
        }
    }

    /// The official whom a row names, of those on the register who have the name; nil if there is none.
    ///
    /// - Throws: `RowFault` if the name is that of several, or of one whose posts are elsewhere: a person must decide.
    private func found(
        _ name: String, _ post: NewPost?, _ cells: ImportCells, _ named: [RecordID], _ evidence: Evidence
    ) throws
        -> RecordID?
    {
        if isNew(cells) { return try addedBefore(name, post, evidence) }
        if let before = known[passing: Self.key(name, post)] { return before }
        let reference = RecordReference(name)
        var found = named
        if let post, found.count > 1 {
            let holders = try found.filter { try transaction.held(post, by: $0) != nil }
            if holders.count == 1 { found = holders }
        }
        let content = ImportColumn.named(.field(.official, .name)).name
        if found.count > 1 {
            throw RowFault(
                column: content, value: name,
                error: .ambiguous(name, candidates: try found.map { try resolver.candidate($0) }))
        }
        guard let there = found.first else {
            if reference.id != nil {
                _ = try cells.at(.field(.official, .name)) { try resolved(name, among: .official) }
            }
            return nil
        }
        if let post, reference.id == nil, try transaction.held(post, by: there) == nil {
            try cells.at(.field(.official, .name)) {
                try transaction.refuseNamesake(reference, holding: post, there)
            }
        }
        return there
    }

    /// The official whom a row before, or the same file before, added as another person; nil if none did: somebody of exactly this name,
    /// whom this source names, with this post.
    private func addedBefore(_ name: String, _ post: NewPost?, _ evidence: Evidence) throws -> RecordID? {
        guard let post else { return nil }
        let checked = try transaction.checked(evidence).ofPerson
        let name = try RecordKind.official.clean(name, .name) as String
        return try resolver.exact(RecordReference(name), among: [.official]).first { id in
            try !plain.contains(id) && isCited(id, .name, name, checked) && transaction.held(post, by: id) != nil
        }
    }

    /// Cites what a row says of an official on the register and of the post, and adds the post if the official is not known to hold it.
    private func citeOfficial(
        _ id: RecordID, _ name: String, _ post: NewPost?, _ cells: ImportCells, _ checked: CheckedEvidence,
        _ evidence: Evidence
    ) throws {
        if RecordID(typedShortID: name) == nil { try cite(id, .name, cells, .official, checked) }
        guard var post else { return }
        guard let held = try transaction.held(post, by: id) else {
            post.tenure = nil
            (post.tenureWord, post.tenureDate) = (nil, nil)
            let added = try cells.at(.field(.post, .title)) {
                try transaction.add(post, of: id, evidence: checked)
            }
            transaction.note(added, .isOfKnown(try RecordTitles(db: db).described(id).words))
            try citePost(added, post, cells, checked)
            return try takeFacets(.post, of: added, cells, evidence)
        }
        try citePost(held, post, cells, checked)
        try takeFacets(.post, of: held, cells, evidence)
    }

    /// Cites what a row says of a post, where its source does not say so already.
    private func citePost(_ id: RecordID, _ post: NewPost, _ cells: ImportCells, _ checked: CheckedEvidence) throws {
        try cite(id, .title, .typed(post.title), checked)
        for field in Self.ofPostAlone { try cite(id, field, cells, .post, checked) }
        try cite(id, .region, post.region, checked)
    }

}
