import MusterValues

/// The days that the events of a life can have had.
extension LifeOracle {
    /// The sightings of events: their days, bounded by today and by their source, without those judged wrong or told twice.
    static func sightings<State: StateList>(of events: [Life.Event], _: State.Type) -> [Sighting] {
        let dated = events.map { event -> Sighting in
            let state = State(rawValue: event.value)
            let (first, last) = event.days
            if event.isForetold {
                return Sighting(
                    value: event.value, first: first ?? never, last: forever, isForetold: true, role: state?.role,
                    isForm: state == nil)
            }
            func sighting(last: Int, isPlan: Bool = false) -> Sighting {
                Sighting(
                    value: event.value, first: first ?? never, last: last, isPlan: isPlan, role: state?.role,
                    isForm: state == nil)
            }
            if let planned = event.strict.first, planned > Life.today {
                return sighting(last: last ?? forever, isPlan: true)
            }
            let bound = min(event.isOfOldSource ? Life.published : Life.today, last ?? forever)
            let known = last.map { $0 <= Life.today && $0 == first } == true ? last! : bound
            let isBound = known >= first ?? never
            return sighting(last: isBound ? known : last ?? forever)
        }
        return events.indices.filter { place in
            if events[place].isRejected || isOvertaken(place, dated, events) { return false }
            if State(rawValue: events[place].value)?.isChange != true { return true }
            let own = dated[place].first...dated[place].last
            return !events.indices.contains { other in
                let stated = events[other].strict
                guard other != place, !events[other].isRejected, !events[other].isForetold,
                    events[other].value == events[place].value
                else { return false }
                if events[place].isForetold {
                    return !dated[other].isPlan && stated.last ?? forever >= own.lowerBound
                }
                guard let first = stated.first, let last = stated.last, own.contains(first), own.contains(last) else {
                    return false
                }
                return first...last != own || other < place
            }
        }.map { dated[$0] }
    }

    /// Whether something of the same facet is seen that is certainly later than what was foretold.
    private static func isOvertaken(_ place: Int, _ dated: [Sighting], _ events: [Life.Event]) -> Bool {
        guard events[place].isForetold, let last = events[place].days.last else { return false }
        return events.indices.contains { other in
            !events[other].isRejected && !events[other].isForetold && !dated[other].isPlan && dated[other].first > last
                && (dated[place].ends || dated[other].isForm == dated[place].isForm)
        }
    }

    /// The sightings, the only beginning without a first day put before the first end, and those without a first day that are no
    /// beginnings put after the earliest beginning.
    ///
    /// The ends are looked for among all of `among`, as what comes after a death ends nothing but was reported all the same.
    static func bounded(_ sightings: [Sighting], among all: [Sighting]) -> [Sighting] {
        let start = all.filter { $0.isOwn && !$0.isPlan && !$0.isForetold && $0.begins }.map(\.first).min()
        return untilEnd(sightings, among: all).map { own in
            guard let start, own.isOwn, !own.isPlan, own.first == never, !own.begins, own.last >= start else {
                return own
            }
            return own.starting(start)
        }
    }

    private static func untilEnd(_ sightings: [Sighting], among all: [Sighting]) -> [Sighting] {
        let real = sightings.indices.filter { sightings[$0].isOwn && !sightings[$0].isPlan }
        let end = all.filter { !$0.isPlan && $0.ends }.map(\.last).min()
        guard let end else { return sightings }
        let begun = real.filter {
            !sightings[$0].isForm && sightings[$0].pro && sightings[$0].first <= end
        }
        guard begun.count == 1, sightings[begun[0]].first == never, sightings[begun[0]].begins else {
            return sightings
        }
        var bounded = sightings
        bounded[begun[0]].last = min(sightings[begun[0]].last, end - 1)
        bounded[begun[0]].until = end
        return bounded
    }
}

extension LifeOracle.Sighting {
    /// The same with a first day.
    fileprivate func starting(_ first: Int) -> Self {
        Self(
            value: value, first: first, last: last, isPlan: isPlan, isOwn: isOwn, until: until, role: role,
            isForm: isForm)
    }
}
