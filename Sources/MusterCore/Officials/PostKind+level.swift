import GRDB
import MusterValues

extension PostKind {
    /// The kind that has the title as a synonym, in English or Russian; nil if none has.
    init?(title: String) { self.init(synonym: title) }

    /// The level that every post of the kind has by definition; nil if its posts can be of several levels.
    var level: PostLevel? {
        switch self {
        case .headOfRegion, .actingHeadOfRegion, .deputyHeadOfRegion, .regionalMinister, .regionalDeputy: .regional
        case .headOfMunicipality, .headOfLocalAdministration, .deputyHeadOfMunicipality, .localDeputy: .municipal
        case .federalLegislator: .federal
        case .chiefOfStaff, .headOfInstitution, .militaryCommissar, .other: nil
        }
    }
}

extension Transaction {
    /// The kind of a post that its title and its region tell together; nil if they do not.
    ///
    /// "Deputy head" is of a district in a district and of the republic in a republic, and may be either in any other region. A
    /// title of a region's government tells nothing in a district.
    func concluded(_ title: String, in region: RecordID?) throws -> PostKind? {
        let key = [title, region?.code ?? ""]
        if let known = memory?.postKinds[key] { return known }
        let kind = try told(title, in: region)
        memory?.keep(kind, of: key)
        return kind
    }

    private func told(_ title: String, in region: RecordID?) throws -> PostKind? {
        guard let kind = PostKind(title: title) else { return nil }
        let row = try region?.row(there: db)
        let isOfDistrict = try row?.get("parent") as String? != nil
        if kind == .deputyHeadOfMunicipality, !isOfDistrict {
            return try row?.get("kind") as String? == "republic" ? .deputyHeadOfRegion : nil
        }
        return isOfDistrict && kind.level == .regional ? nil : kind
    }
}
