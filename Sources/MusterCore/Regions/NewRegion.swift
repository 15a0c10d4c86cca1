import GRDB
public import MusterValues

/// A region, or a district inside one, to put on the register.
public struct NewRegion: Codable, Hashable, Sendable {
    /// ISO 3166-2 code; nil makes a district's code from the region's code and the name.
    public var code: String?
    /// The name in English or another romanisation, at most 200 characters.
    public var name: String
    /// The name in the country's own language.
    public var localName: String?
    /// The kind of subdivision, as "oblast"; nil is `district` inside a region and `region` otherwise.
    public var kind: String?
    /// The region that a district is in; nil for a region.
    public var parent: RecordReference?
    /// The federal district; nil if there is none.
    public var federalDistrict: String?
    /// The region's number, as "39"; nil if there is none.
    public var number: String?
    /// The source that names it; nil for reference data.
    public var evidence: Evidence?

    /// Names a region.
    public init(code: String?, name: String, parent: RecordReference? = nil, evidence: Evidence? = nil) {
        self.code = code
        self.name = name
        self.parent = parent
        self.evidence = evidence
    }
}

extension Registry {
    /// Adds a region or a district.
    ///
    /// - Throws: `MusterError` for a code that is taken or does not have the form of ISO 3166-2, or text that is
    ///   refused.
    public func add(_ new: NewRegion, by authorship: Authorship) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "add region") { try $0.add(new) }
    }
}

extension Transaction {
    @discardableResult
    func add(_ new: NewRegion) throws -> RecordID {
        let name = try RecordKind.region.clean(new.name, .name) as String
        let localName = try RecordKind.region.clean(new.localName, .name, as: "local name")
        let parent = try new.parent.map { try Resolver(db: db).resolve($0, among: [.region]) }
        let code = try regionCode(new, parent: parent)
        let id = RecordID(region: code)
        if let there = try RecordTitles(db: db).name(id) {
            throw MusterError.taken(
                what: "region", value: code, id: "\(code) \(there)", fix: .show(id))
        }
        let grounds = try new.evidence.map { try self.grounds($0) }
        try insertName(name, of: id, as: .primary, from: grounds?.sourceID)
        if let localName, localName != name { try insertName(localName, of: id, as: .local, from: grounds?.sourceID) }
        if let grounds { try cite(id, .name, grounds.stated ?? name, grounds) }
        if let grounds, let parent, let typed = new.parent { try cite(id, .parent, stated(typed, parent), grounds) }
        try insert(
            "region",
            [
                "code": code, "parent": parent?.code,
                "kind": try RecordKind.region.clean(new.kind, .kind) ?? (parent == nil ? "region" : "district"),
                "federal_district": try RecordKind.region.clean(new.federalDistrict, .federalDistrict),
                "number": try RecordKind.region.clean(new.number, .number),
            ])
        note(id, .added(name))
        return id
    }

    private func regionCode(_ new: NewRegion, parent: RecordID?) throws -> String {
        guard let parent = parent?.code else {
            let code = (new.code ?? "").uppercased()
            let parts = code.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            let isLetterOrDigit = { (c: Character) in c.isASCII && (c.isLetter || c.isNumber) }
            guard parts.count == 2, parts[0].count == 2, parts[0].allSatisfy({ $0.isASCII && $0.isLetter }),
                (1...3).contains(parts[1].count), parts[1].allSatisfy(isLetterOrDigit)
            else {
                throw MusterError.badValue(
                    field: "region code", value: new.code ?? "",
                    rule: "ISO 3166-2 writes two letters, '-' and one to three letters or digits, as RU-KGD",
                    fix: .give(.parent))
            }
            return code
        }
        if parent.contains("/") {
            throw MusterError.refused(
                rule: "a district is in a region, not in another district; \(quoted(parent)) is a district")
        }
        let word = new.code.map { $0.hasPrefix(parent + "/") ? String($0.dropFirst(parent.count + 1)) : $0 } ?? new.name
        let slug = Self.slug(word)
        guard !slug.isEmpty else {
            throw MusterError.missing(
                what: "the code of district \(quoted(new.name))",
                fix: .giveAs(.code, example: "\(parent)/example"))
        }
        return "\(parent)/\(slug)"
    }

    /// The Latin letters and digits of a text in lower case, with hyphens between the words; a last word "district" is
    /// dropped.
    private static func slug(_ text: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let kept = words.count > 1 && words.last == "district" ? words.dropLast() : words[...]
        return String(kept.joined(separator: "-").prefix(60))
    }
}
