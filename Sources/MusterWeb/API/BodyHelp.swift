import MusterCore
import MusterValues

/// What the description says of each member that a request can have.
enum BodyHelp {
    /// The shape of a body with a sentence on each member.
    static func told(_ shape: Shape, _ route: Route) -> Shape {
        guard let own = ofRoute[route] else { return told(shape, kinds[route]) }
        return told(
            shape.with(
                shape.members.compactMap { member in
                    own[member.name].map {
                        Shape.Member(name: member.name, shape: member.shape, isRequired: member.isRequired, help: $0)
                    }
                }), kinds[route])
    }

    /// What one address means by a name that others have, too.
    private static let ofRoute: [Route: [String: String]] = [
        .posts: ["official": "The official, who is on the register: POST /api/officials adds another one."],
        .distinctions: ["other": "The other record."], .tokens: ["role": "What the bearer may do."],
    ]

    private static func told(_ shape: Shape, _ kind: RecordKind?) -> Shape {
        switch shape {
        case .object(let members):
            .object(
                members.map { member in
                    Shape.Member(
                        name: member.name, shape: told(member.shape, parts[member.name] ?? kind),
                        isRequired: member.isRequired, help: member.help ?? help(member.name, kind))
                })
        case .list(let one): .list(told(one, kind))
        case .ruled(let one, let rules): .ruled(told(one, kind), rules)
        default: shape
        }
    }

    /// The help of a member: its own, or that of the field of its name.
    private static func help(_ name: String, _ kind: RecordKind?) -> String? {
        ofKind[kind ?? .region]?[name] ?? words[name]
            ?? FieldName(rawValue: name).flatMap { kind?.field($0)?.help.english }
    }

    /// The kinds of record that requests add.
    private static let kinds: [Route: RecordKind] = [
        .sources: .source, .units: .unit, .officials: .official, .posts: .official, .programmes: .programme,
        .enrollments: .enrollment, .events: .event, .citations: .citation,
    ]

    /// The members that are of another kind of record than what they stand in.
    private static let parts: [String: RecordKind] = ["post": .post, "group": .enrollment, "evidence": .citation]

    /// What one kind of record means by a name that others have, too.
    private static let ofKind: [RecordKind: [String: String]] = [
        .post: ["title": "The title, as \"Governor\".", "kind": "The kind; without it the title tells, if it can."],
        .enrollment: [
            "date": "When the state began.",
            "unit": "The unit; with unit_region one that is not on the register is added.",
            "kind": "The kind of post that all of the group hold.",
            "region": "The region that all of the group are from.",
        ],
        .event: ["date": "When it happened; without it, no date is stated."],
        .unit: [
            "date": "When it had the form, the status and the strength, as far as they have no day of their own.",
            "kind": "How it is named; without it, the other members tell.",
        ],
        .source: ["captured": "The day on which the page was read or saved."],
    ]

    /// What is meant by names that no field has.
    private static let words: [String: String] = [
        "is_new": "True if this is another than the records of like name on the register, which is then remembered.",
        "designation": "The designation; without it, the unit is an unnamed one of its region.",
        "aliases": "Other designations in use.", "evidence": "The source that says so.",
        "form": "Its first form.", "status": "Its first status.", "strength": "Its first number of people.",
        "form_word": "The source's word for the form.", "status_word": "The source's word for the status.",
        "form_date": "When it had that form.", "status_date": "When it had that status.",
        "strength_date": "When it had that strength.", "part_of": "The unit that it is inside of.",
        "post": "A post that the official holds or held; with it, an official who is not on the register is added.",
        "tenure": "What became of the post.", "tenure_date": "When it did.", "tenure_word": "The source's word for it.",
        "official": "The official. A name that is not on the register is added if a post is given.",
        "group": "People without names, as \"two deputies\".", "who": "The words for the group.",
        "least": "The least number of people.", "most": "The greatest number of people.",
        "perhaps_same_as": "An enrollment that the group may be the same as; it is then not counted twice.",
        "unit_region": "The region of a unit that is not on the register, which is then added.",
        "state":
            "What happened: of an enrollment its state, of a unit or a post as POST /api/events says when it refuses one.",
        "state_word": "The source's word for the state.", "contract_word": "The source's word for the contract.",
        "concluded_by_word": "The source's word for who concludes the contract.",
        "record": "The record that it is about.", "other": "The unit that it became, or came from.",
        "enrollment": "The enrollment for which a post changed.", "field": "The field that the source speaks of.",
        "stance": "Whether the source supports the value; without it, it does.",
        "held": "When what is stated was so.", "nature": "Of a name: what kind of name it is.",
        "wording": "How the value is put: in the source's words, or in others.",
        "relation": "How the source repeats those that it is derived from.",
        "date": "When the look was made.", "place": "Where somebody looked, as \"regional press\".",
        "found": "What was found; without it, nothing was.", "region": "The region, by code or name.",
        "kept": "The record that stays.", "gone": "The record that is merged into it.",
        "overrule": "True to merge them although somebody told them apart.",
        "one": "One of the records.", "revision": "The number of the revision.",
        "name": "The name.", "until": "The last day on which the token is taken; without it, any.",
        "source": "The source.", "speech": "What the speaker does.",
        "came_from": "The programme that it came from.", "launched": "When it was launched.",
        "programme": "The programme.",
    ]
}
