import Foundation
import MusterCore
import MusterValues

/// The filters of listings as parameters of a query, under the command's names.
enum FilterQuery {
    /// The parameters of the listing of a kind.
    static func parameters(of kind: ListingKind) -> [Parameter] {
        let conditions = conditions(of: kind)
        let own = conditions.map { parameter($0, kind) }
        if !conditions.contains(.on) { return own }
        return own
            + [
                Parameter(
                    name: "from", help: "From this day on, up to until or today: as on=FROM/UNTIL.",
                    shape: .text(.period)),
                Parameter(name: "until", help: "Up to this day: as on=FROM/UNTIL.", shape: .text(.period)),
            ]
    }

    /// The parameters that every listing has besides.
    static let ofPages = [
        Parameter.limit,
        Parameter(
            name: "after", help: "Go on after the page before: what it named as next. The same filters go with it."),
        .knownAt,
    ]

    /// The filter that a query asks for.
    ///
    /// - Throws: `MusterError` for a value that a condition does not take.
    static func filter(_ query: Query, of kind: ListingKind) throws(MusterError) -> Filter {
        var filter = Filter()
        for condition in conditions(of: kind) where query.values[condition.rawValue] != nil {
            try filter.take(condition, from: query)
        }
        if let period = try period(query) {
            if filter.period != nil { throw .usage("on and from with until both say when; give one of them") }
            filter.period = period
        }
        return filter
    }

    private static func conditions(of kind: ListingKind) -> [Condition] {
        Condition.allCases.filter { $0 != .limit && $0.kinds.contains(kind) }
    }

    private static func period(_ query: Query) throws(MusterError) -> Period? {
        let (from, until) = (try query.one("from"), try query.one("until"))
        if from == nil, until == nil { return nil }
        return try Period(from: from, until: until, today: Day(of: Date()))
    }

    private static func parameter(_ condition: Condition, _ kind: ListingKind) -> Parameter {
        Parameter(
            name: condition.rawValue, help: condition.help(of: [kind]), shape: condition.shape(of: kind),
            isList: condition.isList)
    }
}

extension Condition {
    /// The shape of one of its values. A word of a closed list may be written with spaces or capitals, too.
    fileprivate func shape(of kind: ListingKind) -> Shape {
        switch self {
        case .sea, .own, .withOrigins, .throughout: .boolean
        case .status: .words(UnitStatus.allCases.map(\.rawValue))
        case .form: .words(UnitForm.allCases.map(\.rawValue))
        case .standing: .words(Standing.allCases.map(\.rawValue))
        case .postKind: .words(PostKind.allCases.map(\.rawValue))
        case .contract: .words(ContractKind.allCases.map(\.rawValue))
        case .needs: .words(Need.allCases.filter { $0.kinds.map(\.name).contains(kind.rawValue) }.map(\.rawValue))
        case .grade: .words(Grade.allCases.map(\.rawValue))
        case .postChange: .words(Tenure.allCases.map(\.rawValue))
        case .region, .programme, .unit, .official, .source: .text(.record)
        case .on: .text(.period)
        case .federalDistrict, .borders, .state, .ever, .post, .speaker, .sort, .limit: .string
        }
    }
}

extension Filter {
    /// Takes one condition from the parameter of its name.
    fileprivate mutating func take(_ condition: Condition, from query: Query) throws(MusterError) {
        let name = condition.rawValue
        func records() -> [RecordReference] { query.all(name).map { RecordReference($0) } }
        func words<Word: ClosedList>() throws(MusterError) -> [Word] {
            try query.all(name).map { text throws(MusterError) in try Word(typed: text) }
        }
        switch condition {
        case .region: regions = records()
        case .federalDistrict: federalDistrict = try query.one(name)
        case .borders: borders = try query.one(name)
        case .sea: sea = try query.flag(name)
        case .programme: programme = try query.one(name).map { RecordReference($0) }
        case .unit: units = records()
        case .official: official = try query.one(name).map { RecordReference($0) }
        case .own: isOwn = try query.flag(name)
        case .withOrigins: isWithOrigins = try query.flag(name)
        case .state: states = query.all(name)
        case .status: statuses = try words()
        case .form: forms = try words()
        case .ever: ever = query.all(name)
        case .standing: standings = try words()
        case .postChange: postChange = try query.one(name)
        case .post: post = try query.one(name)
        case .postKind: postKinds = try words()
        case .contract: contracts = try words()
        case .source: sources = records()
        case .speaker: speaker = try query.one(name)
        case .needs: needs = try words()
        case .on: period = try query.one(name).map { text throws(MusterError) in try Period(typed: text) }
        case .throughout: isThroughout = try query.flag(name)
        case .grade: grade = try query.one(name).map { text throws(MusterError) in try Grade(typed: text) }
        case .sort: sort = try query.one(name)
        case .limit: break
        }
    }
}
