import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

/// What every page is asked: in which language, for which day, and as known when.
struct PageQuestion {
    let language: Language
    let links: PageLinks
    /// The day; nil if none is asked for or what is typed is none.
    let day: Day?
    /// The registry as of the moment asked for.
    let registry: Registry
    /// What was typed for the day and is none, and why.
    let dayFault: (typed: String, error: MusterError)?
    /// What was typed for the moment and is none, and why.
    let momentFault: (typed: String, error: MusterError)?
    let visitor: Visitor
    /// True if nothing is written on this server.
    let isReadOnly: Bool
    /// The files that wait to be sent.
    let spools: Spools
    /// The revision that the reader has just made, 0 if there was nothing to change; nil for a page that nothing led to.
    let receipt: Int64?

    /// The name of the condition that tells it. It belongs to no address that is shown.
    static let receipt = "recorded"

    /// Reads the question of a call. A day or a moment that cannot be read is told in its place, and the page answers without it.
    init(_ call: Call) throws {
        language = Language(rawValue: call.path["language"] ?? "en") ?? .english
        (visitor, isReadOnly, spools) = (call.visitor, call.site.isReadOnly, call.site.spools)
        receipt = call.session == nil ? nil : try call.query.one(Self.receipt).flatMap { Int64($0) }
        var (day, dayFault): (Day?, (String, MusterError)?) = (nil, nil)
        let typedDay = try call.query.one("on").flatMap { $0.isEmpty ? nil : $0 }
        if let typedDay {
            do throws(MusterError) { day = try Day(typed: typedDay) } catch { dayFault = (typedDay, error) }
        }
        var (registry, fault): (Registry, (String, MusterError)?) = (call.present, nil)
        let typedMoment = try call.query.one("known-at").flatMap { $0.isEmpty ? nil : $0 }
        if let typedMoment {
            do throws(MusterError) { registry = try call.present.known(at: Moment(typed: typedMoment)) } catch {
                fault = (typedMoment, error)
            }
        }
        (self.day, self.dayFault, self.registry, momentFault) = (day, dayFault, registry, fault)
        links = PageLinks(
            language: language, day: day.map { "\($0)" }, knownAt: fault == nil ? typedMoment : nil,
            path: call.target, conditions: Self.conditions(call.query))
    }

    /// What makes the pages.
    var maker: PageMaker { maker(of: registry) }

    /// What makes the pages from a registry.
    func maker(of registry: Registry) -> PageMaker { PageMaker(registry, in: language, on: day, offering: forms) }

    /// The forms that the reader may use. What is past cannot be changed.
    var forms: Set<FormKind> {
        guard !isPast, !isReadOnly, visitor.token != nil, let role = visitor.role else { return [] }
        return FormSpec.byRole[role] ?? []
    }

    /// True if the register of the past is shown.
    var isPast: Bool { links.knownAt != nil }

    private static func conditions(_ query: Query) -> [LinkCondition] {
        query.values.sorted { $0.key < $1.key }.filter { !["on", "known-at", receipt].contains($0.key) }.flatMap {
            name, values in
            values.filter { !$0.isEmpty }.map { LinkCondition(name, $0) }
        }
    }
}
