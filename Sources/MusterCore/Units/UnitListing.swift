import GRDB
public import MusterValues

/// A unit as a listing shows it.
public struct ListedUnit: ListingRow, Decodable {
    /// Its short id.
    public let id: RecordID
    /// Its designation; nil for an unnamed unit.
    public let name: String?
    /// The way it is named.
    public let kind: UnitKind
    /// Its region; nil if none is stated.
    public let region: NamedRegion?
    /// The regions in which it may have been on the day asked about, if there are several; empty otherwise.
    public internal(set) var possibleRegions: [NamedRegion] = []
    /// Its programme; nil if none is stated.
    public let programme: NamedRecord?
    /// The unit that it is part of; nil if it is not a subunit.
    public let partOf: NamedRecord?
    /// The place in the order of founding that a source claims for it; nil if none does.
    public let ordinal: Int?
    /// Its form: the newest, or every one that it may have had on the day asked about, the likeliest first.
    public internal(set) var forms: [UnitForm] = []
    /// The last day, up to the day asked about, on which the evidence shows a form; nil if none does.
    public internal(set) var formLastHeard: LastHeard?
    /// Its status, like its form.
    public internal(set) var statuses: [UnitStatus] = []
    /// The other units that the statuses name: those that it became or came from.
    public internal(set) var objects: [StateObject] = []
    /// The last day on which the evidence shows a status; nil if none does.
    public internal(set) var statusLastHeard: LastHeard?
    /// Its number of people as sources state it, like its form.
    public internal(set) var strengths: [Strength] = []
    /// The last day on which the evidence shows a strength; nil if none does.
    public internal(set) var strengthLastHeard: LastHeard?
    /// The number of people that it is to have, as planned or authorised, like its form. It shows nothing of the unit itself.
    public internal(set) var plannedStrengths: [Strength] = []
    /// The last day on which somebody was in it, or in a unit inside of it; nil if nobody was seen in it, and for a unit that
    /// has ended by its newest status.
    public internal(set) var peopleLastHeard: LastHeard?
    /// The last day on which its own sources show a unit of which no event is known; nil for any other.
    public internal(set) var recordLastHeard: LastHeard?
    /// The changes that are only planned, because they are dated after today or after every source that reports them; empty if a day up to today was asked about.
    public internal(set) var plans: [Plan] = []
    /// The grade of the answer that it had the state asked for on the day asked about, or that it was there if no state was
    /// asked for; nil without a day.
    public let grade: Grade?
    /// The people on record in it or in a unit inside of it, also those who left or are only announced; nil if a day was asked
    /// about.
    public internal(set) var onRecord: Headcount?
    /// The people who were in it, or in a unit inside of it, on the day asked about; nil without a day.
    public internal(set) var people: Headcount?
    /// The fields of it and of its events whose value the registry infers, because no source states it, by name.
    public internal(set) var inferred: [FieldName] = []
    /// What sources say of who claims and administers its region; empty if nobody speaks of that.
    public internal(set) var claims: [RegionClaim] = []
    /// The registry's verdict on it.
    public let standing: Standing

    /// The columns of the listing.
    public static let columns: [Column<ListedUnit>] = [
        Column("id") { .record($0.id) },
        Column("designation") { $0.name.map(Value.text) },
        Column(.kind, isDetail: true) { .list($0.kind) },
        Column(.region) {
            $0.possibleRegions.isEmpty
                ? ($0.region?.code).map(Value.text)
                : .several($0.possibleRegions.map { .text($0.code) }, separator: " or ")
        },
        Column("region_name", isDetail: true) { ($0.region?.name).map(Value.text) },
        Column(.programme) { ($0.programme?.name).map(Value.text) },
        Column("part_of") { $0.partOf.map { .text($0.name ?? $0.id.description) } },
        Column("part_of_id", isDetail: true) { ($0.partOf?.id).map(Value.record) },
        Column("form") { .alternatives($0.forms) },
        Column("form_last_heard", isDetail: true) { $0.formLastHeard.map(\.cell) },
        Column("status") { $0.objects.cell(of: $0.statuses) },
        Column(.otherUnit, isDetail: true) { .each($0.objects.map { .record($0.record.id) }) },
        Column("status_last_heard", isDetail: true) { $0.statusLastHeard.map(\.cell) },
        Column("strength") { $0.strength },
        Column("strength_last_heard", isDetail: true) { $0.strengthLastHeard.map(\.cell) },
        Column("planned_strength", isDetail: true) { $0.plannedStrength },
        Column("people_last_heard", isDetail: true) { $0.peopleLastHeard.map(\.cell) },
        Column("last_heard") { $0.lastHeard.map(\.cell) },
        Column("planned") { Plan.cell($0.plans) },
        Column("grade") { $0.grade.map { .list($0) } },
        Column(.ordinal, isDetail: true) { $0.ordinal.map { .number(Int64($0)) } },
        Column("on_record") { $0.onRecord.map(Value.people) },
        Column("people") { $0.people.map(Value.people) },
        Column("claims", isDetail: true) { .each($0.claims.map { .text($0.words) }) },
        Column("inferred") { .each($0.inferred.map { .list($0) }) },
        Column(.standing) { .list($0.standing) },
    ]

    /// The claims on its region as one line; nil if there are none.
    public var footnote: String? { RegionClaim.footnote(claims) }

    /// The people whom the question counts: on record, or on the day.
    package var headcount: Headcount { people ?? onRecord ?? .none }

    /// The last day on which the evidence shows a form, a status, a strength or people or, if there is none of the first
    /// three, the unit; nil if none does.
    public var lastHeard: LastHeard? {
        LastHeard.latest([formLastHeard, statusLastHeard, strengthLastHeard, peopleLastHeard, recordLastHeard])
    }

    /// The strengths joined by "or"; nil if there are none.
    var strength: Value? { Self.cell(strengths) }

    /// The planned strengths joined by "or"; nil if there are none.
    var plannedStrength: Value? { Self.cell(plannedStrengths) }

    private static func cell(_ strengths: [Strength]) -> Value? {
        strengths.isEmpty ? nil : .several(strengths.map { .text($0.words) }, separator: " or ")
    }
}

extension Registry {
    /// The units that match a filter, by region, designation and id; with a day, those that may match on that day, the
    /// surest first.
    ///
    /// - Throws: `MusterError` for an unknown region, programme, unit, official or state.
    public func units(_ filter: Filter = Filter()) throws(MusterError) -> [ListedUnit] { try all(.units, filter) }
}

extension Listing where Row == ListedUnit {
    /// The units, by region, designation and id.
    public static let units = Listing(of: .unit) { try UnitQuery($0) }
}

extension ListedUnit {
    /// Takes what is seen of the unit, in the order in which it is shown, and the last day on which somebody was in it.
    mutating func show(_ seen: [Seen], people: LastHeard?) throws {
        let form = try ShownStates<UnitForm>(seen.filter { $0.facet == "form" && !$0.isPlan })
        let status = try ShownStates<UnitStatus>(seen.filter { $0.facet == "status" && !$0.isPlan })
        (forms, formLastHeard) = (form.states, form.lastHeard)
        (statuses, statusLastHeard) = (status.states, status.lastHeard)
        objects = try seen.filter { $0.facet == "status" }.objects()
        peopleLastHeard = PeopleHeard.isShown(beside: statuses) ? people : nil
        plans = try seen.compactMap { try Plan($0) }
        recordLastHeard = seen.first { $0.event == nil }?.heard
        for one in seen where ["strength", "planned_strength"].contains(one.facet) && !one.isPlan {
            guard let strength = one.strength else {
                throw MusterError.unreadable(field: one.facet.spaced, value: "nothing", of: id)
            }
            if one.facet == "planned_strength" {
                if !plannedStrengths.contains(strength) { plannedStrengths.append(strength) }
                continue
            }
            if !strengths.contains(strength) { strengths.append(strength) }
            strengthLastHeard = LastHeard.latest([strengthLastHeard, one.heard])
        }
    }
}
