import MusterCore
import MusterValues

/// A kind of post, and the pattern of its title and body.
struct ScalePost {
    let kind: PostKind
    let level: PostLevel?
    /// The title; `*` is replaced with a place.
    let title: String
    /// The body, in which `*` is also replaced; nil if none is stated.
    let body: String?

    static let all: [(weight: Int, value: ScalePost)] = [
        (1, ScalePost(kind: .headOfRegion, level: .regional, title: "governor", body: nil)),
        (1, ScalePost(kind: .actingHeadOfRegion, level: .regional, title: "acting governor", body: nil)),
        (
            5,
            ScalePost(
                kind: .deputyHeadOfRegion, level: .regional, title: "deputy governor", body: "regional government")
        ),
        (
            9,
            ScalePost(
                kind: .regionalMinister, level: .regional, title: "minister of agriculture", body: "regional government"
            )
        ),
        (
            6,
            ScalePost(
                kind: .regionalMinister, level: .regional, title: "head of the department of transport", body: nil)
        ),
        (4, ScalePost(kind: .chiefOfStaff, level: .regional, title: "head of the governor's staff", body: nil)),
        (14, ScalePost(kind: .headOfMunicipality, level: .municipal, title: "head of * district", body: nil)),
        (
            13,
            ScalePost(
                kind: .headOfLocalAdministration, level: .municipal, title: "head of administration", body: "* district"
            )
        ),
        (
            15,
            ScalePost(kind: .deputyHeadOfMunicipality, level: .municipal, title: "deputy head of * district", body: nil)
        ),
        (12, ScalePost(kind: .regionalDeputy, level: .regional, title: "deputy", body: "regional duma")),
        (22, ScalePost(kind: .localDeputy, level: .municipal, title: "deputy", body: "council of * district")),
        (2, ScalePost(kind: .federalLegislator, level: .federal, title: "State Duma deputy", body: "State Duma")),
        (7, ScalePost(kind: .headOfInstitution, level: .municipal, title: "director of * school", body: nil)),
        (3, ScalePost(kind: .headOfInstitution, level: .regional, title: "chief physician", body: "* hospital")),
        (
            3,
            ScalePost(kind: .militaryCommissar, level: .municipal, title: "military commissar of * district", body: nil)
        ),
        (4, ScalePost(kind: .other, level: nil, title: "adviser", body: nil)),
    ]
}
