import GRDB
public import MusterValues

/// A source to put on the register.
public struct NewSource: Codable, Hashable, Sendable {
    /// Its kind.
    public var kind: SourceKind
    /// Its title, at most 500 characters.
    public var title: String
    /// Its publisher; nil if none is printed.
    public var publisher: String?
    /// Its address, at most 2000 characters; nil if it is not known.
    public var url: String?
    /// The address of an archived copy, such as that of a web archive; nil if it is not known.
    public var archive: String?
    /// Its language, ISO 639, as "en"; nil if it is not known.
    public var language: String?
    /// The date of publication; nil if no date is printed.
    public var published: EDTF?
    /// The day its text was captured; nil if no copy is held.
    public var captured: Day?
    /// The SHA-256 of the captured text in hexadecimal; nil if no copy is held.
    public var sha256: String?
    /// The path of a file with the kept copy, whose SHA-256 is then taken; the copy counts as kept today if no day is known. Nil
    /// takes none.
    public var capture: String?
    /// The sources that it repeats, by short id, title or address; empty if it repeats none.
    public var derivedFrom: [RecordReference] = []
    /// The way it repeats each of them; required with `derivedFrom`, refused without it.
    public var relation: SourceRelation?
    /// Anything else, at most 2000 characters.
    public var note: String?

    /// Names a source by kind and title.
    public init(kind: SourceKind, title: String) {
        self.kind = kind
        self.title = title
    }
}

extension NewSource {
    /// Decodes a source. `derivedFrom` is one reference or an array of them.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            kind: try values.decode(SourceKind.self, forKey: .kind),
            title: try values.decode(String.self, forKey: .title))
        publisher = try values.decodeIfPresent(String.self, forKey: .publisher)
        url = try values.decodeIfPresent(String.self, forKey: .url)
        archive = try values.decodeIfPresent(String.self, forKey: .archive)
        language = try values.decodeIfPresent(String.self, forKey: .language)
        published = try values.decodeIfPresent(EDTF.self, forKey: .published)
        captured = try values.decodeIfPresent(Day.self, forKey: .captured)
        sha256 = try values.decodeIfPresent(String.self, forKey: .sha256)
        relation = try values.decodeIfPresent(SourceRelation.self, forKey: .relation)
        note = try values.decodeIfPresent(String.self, forKey: .note)
        guard values.contains(.derivedFrom), try !values.decodeNil(forKey: .derivedFrom) else { return }
        let one = try? values.decode(RecordReference.self, forKey: .derivedFrom)
        derivedFrom = try one.map { [$0] } ?? values.decode([RecordReference].self, forKey: .derivedFrom)
    }
}

extension Registry {
    /// Adds a source.
    ///
    /// - Throws: `MusterError` for text or a date that is refused, or a source that is already on the register.
    public func add(_ new: NewSource, by authorship: Authorship) throws(MusterError) -> WriteResult {
        var new = new
        if let capture = new.capture {
            if new.sha256 != nil { throw Capture.digestGiven }
            new.sha256 = try Capture.sha256(ofFile: capture)
            new.captured = new.captured ?? today
        }
        return try write(authorship, doing: "add source") { [new] in try $0.add(new) }
    }
}

extension Transaction {
    @discardableResult
    func add(_ new: NewSource) throws -> RecordID {
        let kind = RecordKind.source
        let title = try kind.clean(new.title, .title)
        let url = try kind.clean(new.url, .url, as: "address")
        if let url { try SourceRules.check(address: url) }
        let archive = try kind.clean(new.archive, .archive, as: "address of the archived copy")
        if let archive { try SourceRules.check(address: archive) }
        let publisher = try kind.clean(new.publisher, .publisher)
        let published = try StoredDate.optional(new.published)
        let captured = try new.captured?.stored()
        try SourceRules.check(captured: captured, published: published?.text, today: today.description)
        let origins = try SourceDerivations.resolved(new.derivedFrom, db)
        if origins.isEmpty != (new.relation == nil) {
            throw MusterError.missing(
                what: origins.isEmpty ? "the source it is derived from" : "how the source is derived",
                fix: .give(.relation))
        }
        try refuseTaken(title: title, url: url, publisher: publisher, published: published?.text)
        let id = RecordID(.source, try nextNumber(of: .source))
        try insert(
            "source",
            [
                "id": id.number, "kind": new.kind.rawValue, "title": title,
                "publisher": publisher, "url": url, "archive": archive,
                "language": try new.language.map { try SourceRules.language($0) }, "published": published?.text,
                "published_earliest": published?.earliest, "published_latest": published?.latest,
                "captured": captured,
                "sha256": try new.sha256.map { try SourceRules.sha256($0) }, "derived_from": origins.first,
                "relation": new.relation?.rawValue, "note": try kind.clean(new.note, .note),
            ])
        if let relation = new.relation { try derive(id, from: origins.dropFirst(), relation) }
        note(id, .added(title))
        if let first = published?.earliest, first > today.description { note(id, .isPublishedAhead) }
        return id
    }

    /// Records more sources that a source repeats, beside the one in its own row.
    func derive(_ id: RecordID, from others: some Sequence<Int64>, _ relation: SourceRelation) throws {
        for other in others {
            try insert(
                "derivation",
                [
                    "id": try nextNumber(in: "derivation"), "source_id": id.number, "derived_from": other,
                    "relation": relation.rawValue,
                ])
        }
    }

    /// Refuses a source with the same address as another, or, if either has no address, the same title, publisher and
    /// date: entered twice, one voice would count as two.
    private func refuseTaken(title: String, url: String?, publisher: String?, published: String?) throws {
        let values = ["url": url, "title": title, "publisher": publisher, "published": published]
        let taken = try Sameness.source.twins(of: values.mapValues(\.databaseValue), db).first
        if let taken {
            let id = RecordID(.source, try taken.get("id"))
            let isSameAddress = try url != nil && taken.get("url") as String? == url
            throw MusterError.taken(
                what: "source", value: title, id: id,
                fix: isSameAddress
                    ? .words("use \(id): a page is one source; another page has another address")
                    : .tellSourcesApart(id))
        }
    }
}
