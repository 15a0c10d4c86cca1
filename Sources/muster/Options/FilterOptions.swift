import ArgumentParser
import Foundation
import MusterCore
import MusterValues

/// The options that narrow any listing; they combine.
struct FilterOptions: ParsableArguments {
    @Option(help: .condition(.region)) var region: [RecordReference] = []
    @Option(help: .condition(.federalDistrict)) var federalDistrict: String?
    @Option(help: .condition(.borders)) var borders: String?
    @Flag(help: .condition(.sea)) var sea = false
    @Option(help: .condition(.programme)) var programme: RecordReference?
    @Option(help: .condition(.unit)) var unit: [RecordReference] = []
    @Option(help: .condition(.official)) var official: RecordReference?
    @Flag(help: .condition(.own)) var own = false
    @Flag(help: .condition(.withOrigins)) var withOrigins = false
    @Option(help: .condition(.on)) var on: String?
    @Option(help: ArgumentHelp("From this day on, up to --until or today: as --on FROM/UNTIL.", valueName: "day"))
    var from: String?
    @Option(help: ArgumentHelp("Up to this day: as --on FROM/UNTIL.", valueName: "day")) var until: String?
    @Flag(help: .condition(.throughout)) var throughout = false
    @Option(help: .condition(.grade)) var grade: String?
    @Option(help: .condition(.sort)) var sort: String?
    @Option(help: .condition(.limit)) var limit: Int?

    func filter() throws(MusterError) -> Filter {
        var filter = Filter()
        filter.regions = region
        filter.federalDistrict = federalDistrict
        filter.borders = borders
        filter.sea = sea
        filter.programme = programme
        filter.units = unit
        filter.official = official
        filter.period = try asked()
        filter.isThroughout = throughout
        filter.isOwn = own
        filter.isWithOrigins = withOrigins
        filter.grade = try grade.map { text throws(MusterError) in try Grade(typed: text) }
        filter.sort = sort
        filter.limit = limit
        return filter
    }

    /// The day or the period that is asked about; nil for none.
    private func asked() throws(MusterError) -> Period? {
        if from == nil, until == nil { return try period(on) }
        if on != nil { throw .usage("--on and --from with --until both say when; give one of them") }
        return try Period(from: from, until: until, today: Day(of: Date()))
    }
}

extension ArgumentHelp {
    static let day = condition(.on)
    static let throughout = ArgumentHelp("Of a period given with --on: on all of it.")

    /// The help of the option for a condition.
    static func condition(_ condition: Condition) -> ArgumentHelp {
        ArgumentHelp("\(condition.help)", valueName: condition.valueName)
    }
}

/// The period that a person typed; nil if none is given.
func period(_ text: String?) throws(MusterError) -> Period? {
    guard let text else { return nil }
    return try Period(typed: text)
}

/// The further options of listings whose records have a state, a standing and evidence.
struct StateOptions: ParsableArguments {
    @Option(help: .condition(.state)) var state: [String] = []
    @Option(help: .condition(.ever)) var ever: [String] = []
    @Option(help: .condition(.standing)) var standing: [String] = []
    @Option(help: .condition(.source)) var source: [RecordReference] = []
    @Option(help: .condition(.speaker)) var speaker: String?
    @Option(help: .condition(.needs)) var needs: [String] = []

    /// The filter of the other options, narrowed by these.
    func narrowed(_ options: FilterOptions) throws(MusterError) -> Filter {
        var filter = try options.filter()
        filter.states = state
        filter.ever = ever
        filter.sources = source
        filter.speaker = speaker
        filter.needs = try needs.map { text throws(MusterError) in try Need(typed: text) }
        filter.standings = try standing.map { text throws(MusterError) in try Standing(typed: text) }
        return filter
    }
}

/// The further options of listings whose records have an official.
struct OfficeOptions: ParsableArguments {
    @Option(help: .condition(.post)) var post: String?
    @Option(help: .condition(.postKind)) var postKind: [String] = []

    /// Narrows a filter by these.
    func narrow(_ filter: inout Filter) throws(MusterError) {
        filter.post = post
        filter.postKinds = try postKind.map { text throws(MusterError) in try PostKind(typed: text) }
    }
}
