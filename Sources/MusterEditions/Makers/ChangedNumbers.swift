import MusterCore
import MusterValues

/// The numbers of one revision, with the names of what they are of.
struct ChangedNumbers {
    /// A number of the register.
    struct Key: Hashable {
        let what: Changes.What
        var which: Changes.Which?
        var of: RecordID?
    }

    private(set) var values: [Key: Changes.Amount] = [:]
    private(set) var names: [RecordID: String] = [:]

    /// No numbers: those before the first revision.
    init() {}

    init(_ figures: RegisterFigures) {
        add(figures.people, nil)
        addOnDay(figures.onDay, nil)
        for state in figures.byState { add(state.people, .peopleInState, Changes.Which(state.state)) }
        for region in figures.regions {
            let id = RecordID(region: region.code)
            names[id] = region.name
            add(region.headcount, id)
            add(region.units, .units, of: id)
        }
        for region in figures.regionsOnDay { addOnDay(region.headcount, RecordID(region: region.code)) }
        add(figures.units)
        let coverage = figures.coverage
        let covered: [(Coverage, Int)] = [
            (.onRecord, coverage.onRecord), (.found, coverage.found), (.noneFound, coverage.noneFound),
            (.notLooked, coverage.notLooked),
        ]
        for (value, number) in covered { add(number, .regionsCovered, Changes.Which(value)) }
        add(figures.openDisputes, .openDisputes)
        add(figures.settledDisputes, .settledDisputes)
        add(figures.sources, .sources)
        add(figures.looks, .looks)
        add(figures.claims, .claims)
    }

    private mutating func add(_ units: [ListedUnit]) {
        add(units.count, .units)
        var (statuses, forms): ([Changes.Which: Int], [Changes.Which: Int]) = ([:], [:])
        for unit in units {
            for status in unit.statuses { statuses[Changes.Which(status), default: 0] += 1 }
            for form in unit.forms { forms[Changes.Which(form), default: 0] += 1 }
            if let name = unit.name { names[unit.id] = name }
            add(unit.headcount, .people, of: unit.id)
            add(unit.strengths, .strength, of: unit.id)
            add(unit.plannedStrengths, .plannedStrength, of: unit.id)
        }
        for (status, number) in statuses { add(number, .unitsOfStatus, status) }
        for (form, number) in forms { add(number, .unitsOfForm, form) }
    }

    private mutating func add(_ people: Headcount, _ id: RecordID?) {
        add(people, .people, of: id)
        add(Strength(least: people.namedLeast, most: people.named), .named, of: id)
    }

    private mutating func addOnDay(_ people: Headcount, _ id: RecordID?) {
        add(people, .peopleOnDay, of: id)
        add(Strength(least: people.certain, most: people.certain), .certainOnDay, of: id)
    }

    private mutating func add(
        _ people: Headcount, _ what: Changes.What, _ which: Changes.Which? = nil, of id: RecordID? = nil
    ) {
        add(Strength(least: people.least, most: people.most), what, which, of: id)
    }

    private mutating func add(_ number: Int, _ what: Changes.What, _ which: Changes.Which? = nil) {
        add(Strength(least: number, most: number), what, which)
    }

    /// Nothing is no number: what was nobody before and is nobody after has no row.
    private mutating func add(
        _ range: Strength, _ what: Changes.What, _ which: Changes.Which? = nil, of id: RecordID? = nil
    ) {
        if range != Strength(least: 0, most: 0) { add([range], what, which, of: id) }
    }

    private mutating func add(
        _ ranges: [Strength], _ what: Changes.What, _ which: Changes.Which? = nil, of id: RecordID? = nil
    ) {
        if !ranges.isEmpty { values[Key(what: what, which: which, of: id)] = Changes.Amount(ranges: ranges) }
    }
}

extension ChangedNumbers.Key: Comparable {
    /// The whole register comes first, then the records by their ids; the numbers of each in the order of the closed list.
    static func < (one: Self, other: Self) -> Bool {
        if one.of != other.of {
            guard let mine = one.of, let yours = other.of else { return one.of == nil }
            return mine < yours
        }
        let all = Changes.What.allCases
        let (mine, yours) = (all.firstIndex(of: one.what) ?? 0, all.firstIndex(of: other.what) ?? 0)
        return (mine, one.which?.rawValue ?? "") < (yours, other.which?.rawValue ?? "")
    }
}
