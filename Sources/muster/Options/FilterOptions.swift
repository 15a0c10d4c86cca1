import ArgumentParser
import MusterCore
import MusterValues

/// The options that narrow any listing; they combine.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A region with its districts, by code or name; several if given again.", valueName: "region")
    )
    var region: [RecordReference] = []

    @Option(help: ArgumentHelp("A federal district, as Northwestern.", valueName: "name"))
    var federalDistrict: String?

    @Option(
        help: ArgumentHelp("Regions that border a country (LT) or a bloc's members (NATO) on land.", valueName: "code"))
    var borders: String?

    @Flag(help: "Count borders at sea too.")
    var sea = false

    @Option(help: ArgumentHelp("A programme, as BARS.", valueName: "name"))
    var programme: RecordReference?

    @Option(help: ArgumentHelp("A unit, with those inside of it; several if given again.", valueName: "unit"))
    var unit: [RecordReference] = []

    @Option(help: ArgumentHelp("An official.", valueName: "official"))
    var official: RecordReference?

    @Flag(help: "Leave out the units inside of a unit.")
    var own = false

    @Flag(help: "Of a unit: with the units that it came from.")
    var withOrigins = false

    @Option(help: .day) var on: String?

    @Flag(help: .throughout) var throughout = false

    @Option(help: ArgumentHelp("Of the day: definitely, presumably, possibly or no.", valueName: "grade"))
    var grade: String?

    @Option(help: ArgumentHelp("The most rows.", valueName: "number"))
    var limit: Int?

    func filter() throws(MusterError) -> Filter {
        var filter = Filter()
        filter.regions = region
        filter.federalDistrict = federalDistrict
        filter.borders = borders
        filter.sea = sea
        filter.programme = programme
        filter.units = unit
        filter.official = official
        filter.period = try period(on)
        filter.isThroughout = throughout
        filter.isOwn = own
        filter.isWithOrigins = withOrigins
        filter.grade = try grade.map { text throws(MusterError) in try Grade(typed: text) }
        filter.limit = limit
        return filter
    }
}

extension ArgumentHelp {
    static let day = ArgumentHelp(
        "As it was on a day, or on some day of a month or period, with the grade of each answer.", valueName: "day")
    static let throughout = ArgumentHelp("Of a period given with --on: on all of it.")
}

/// The period that a person typed; nil if none is given.
func period(_ text: String?) throws(MusterError) -> Period? {
    guard let text else { return nil }
    return try Period(typed: text)
}

/// The further options of listings whose records have a state and a standing.
struct StateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A unit's status or form, a post's tenure, an enrollment's state.", valueName: "state"))
    var state: String?

    @Option(help: ArgumentHelp("accepted, disputed, needs work or rejected.", valueName: "standing"))
    var standing: String?

    /// The filter of the other options, narrowed by these.
    func narrowed(_ options: FilterOptions) throws(MusterError) -> Filter {
        var filter = try options.filter()
        filter.state = state
        filter.standing = try standing.map { text throws(MusterError) in try Standing(typed: text) }
        return filter
    }
}
