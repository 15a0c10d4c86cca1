import MusterCore
import MusterValues

/// The words from which made-up records are combined.
enum ScaleWords {
    /// Names of districts and towns.
    static let places = """
        Zarechny Sosnovy Ozerny Polevoy Berezovy Lugovoy Dubravny Kamenny Rodnikovy Pokrovsky Nikolsky Troitsky \
        Spassky Uspensky Preobrazhensky Vozdvizhensky Ilyinsky Petrovsky Pavlovsky Andreevsky Krasnoborsky \
        Belorechensky Chernolessky Zolotukhinsky Serebryansky Verkhnelugsky Nizhnelugsky Novodolsky Starodolsky \
        Priozerny Prigorodny Primorny Podgorny Zagorny Zalesny Stepnoy
        """.split(separator: " ").map(String.init)

    static let locators = (1...24).map { "paragraph \($0)" } + ["title", "caption", "0:42", "2:15", "post 3"]

    static let speakers = [
        "press service of the government", "the head of the region", "a deputy governor", "the military commissar",
        "the chair of the legislature", "the official", "a colleague", "the ministry of defence", "two unnamed persons",
    ]

    static let quotes = [
        "I have signed the contract", "he joined the unit this week", "my place is with the boys",
        "it was a personal decision", "the training takes ten days", "we are forming the detachment in April",
        "the report is not true", "colleagues from three districts went together",
    ]

    static let roles = [
        "commander", "deputy commander", "political officer", "driver", "drone operator", "medic", "rifleman",
        "machine gunner",
        "member of a mobile fire group",
    ]

    static let causes = [
        "term of the contract ended", "by own request", "wounded", "called back to the post", "health",
        "circumstances unclear", "training in a neighbouring region",
    ]

    static let disputes = [
        "the two sources name different units", "a later report says otherwise",
        "the official denies it through a lawyer",
        "the number of people differs between sources",
    ]

    static let doubts = [
        "only one post says so, and it was deleted", "the date is printed without a year",
        "the name may be another person's",
    ]

    static let mistakes = [
        "taken from a satirical page", "another person of the same name", "the source withdrew the report",
        "recorded twice by mistake",
    ]

    /// The words for a group, its members' kind of post, and its level.
    static let groups: [(who: String, kind: PostKind?, level: PostLevel?)] = [
        ("members of the regional government", .regionalMinister, .regional),
        ("heads of municipalities", .headOfMunicipality, .municipal),
        ("heads of local administrations", .headOfLocalAdministration, .municipal),
        ("deputies of the regional legislature", .regionalDeputy, .regional),
        ("deputies of local councils", .localDeputy, .municipal),
        ("several deputy governors", .deputyHeadOfRegion, .regional),
        ("State Duma deputies of the region", .federalLegislator, .federal),
        ("officials of several districts", nil, .municipal),
        ("civil servants", nil, nil), ("directors of schools and hospitals", .headOfInstitution, nil),
    ]

    /// The states that an enrollment goes through, in order.
    static let courses: [(weight: Int, value: [EnrollmentState])] = [
        (18, [.joined]), (12, [.announced]), (10, [.announced, .joined]), (12, [.contractSigned]),
        (10, [.contractSigned, .training]), (9, [.announced, .contractSigned, .serving]), (8, [.serving]),
        (5, [.deployed]),
        (4, [.training, .serving, .rotatedOut]), (3, [.joined, .serving, .left]), (2, [.announced, .denied]),
        (2, [.denied]),
        (4, [.unclear]), (1, [.deployed, .killed]),
    ]
}
