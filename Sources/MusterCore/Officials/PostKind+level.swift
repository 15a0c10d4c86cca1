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
