/// The shape of a JSON value: what the checks of a body and the OpenAPI description are made from.
indirect enum Shape: Hashable, Sendable {
    case string
    /// A text that is written in one way.
    case text(TextForm)
    /// One of these words.
    case words([String])
    case integer
    /// A whole number in a range.
    case number(ClosedRange<Int64>)
    case boolean
    case list(Shape)
    /// An object with these members and no other.
    case object([Member])
    /// An object whose members have any name, and values of one shape.
    case map(Shape)
    /// An object of an answer, in which members are only described as far as they are listed.
    case record([Member])
    /// The shape, or null.
    case optional(Shape)
    /// An object whose members need each other. The registry refuses what breaks that; the shape only tells it beforehand.
    case ruled(Shape, [Rule])
    /// Anything.
    case any

    /// A member of an object.
    struct Member: Hashable, Sendable {
        let name: String
        let shape: Shape
        let isRequired: Bool
        var help: String?
    }

    /// How members of an object need each other.
    enum Rule: Hashable, Sendable {
        /// One of them is given, and no other.
        case exactlyOne([String])
        /// With the first, the second is given too.
        case needs(String, String)
        /// A list with at least one value.
        case some(String)
    }

    /// The members of an object; empty for other shapes.
    var members: [Member] {
        switch self {
        case .object(let members), .record(let members): members
        case .optional(let shape), .ruled(let shape, _): shape.members
        default: []
        }
    }
}

extension Shape {
    /// True if names joined by points lead to a member; places in lists do not count.
    func has(_ place: String) -> Bool {
        let names = place.split(separator: ".").map { $0.prefix { $0 != "[" } }
        guard let first = names.first else { return true }
        if case .list(let shape) = self { return shape.has(place) }
        if case .map = self { return names.count == 1 }
        guard let member = members.first(where: { $0.name == first }) else { return false }
        return member.shape.has(names.dropFirst().joined(separator: "."))
    }

    /// The same object with members added or replaced.
    func with(_ more: [Member]) -> Shape {
        .object(members.filter { member in !more.contains { $0.name == member.name } } + more)
    }

    /// The same object without some members.
    func without(_ names: String...) -> Shape { .object(members.filter { !names.contains($0.name) }) }
}

extension Shape {
    /// The shape of an answer: every member is there, null where there is no value, and later versions can have more members.
    static func answer<Value: Decodable>(_ type: Value.Type) -> Shape { of(type).answered }

    private var answered: Shape {
        switch self {
        case .object(let members):
            .record(
                members.map { member in
                    let shape = member.shape.answered
                    return Member(
                        name: member.name, shape: member.isRequired ? shape : .optional(shape), isRequired: true)
                })
        case .list(let shape): .list(shape.answered)
        case .map(let shape): .map(shape.answered)
        default: self
        }
    }
}
