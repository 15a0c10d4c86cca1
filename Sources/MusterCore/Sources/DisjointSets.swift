/// Finds how many of some sets can be chosen so that no two of them share an element.
struct DisjointSets {
    /// The sets that share an element with a set, by its place.
    private var neighbours: [Set<Int>]
    /// The sets that may still be looked at to try a choice. The problem is NP-hard, so a tangle of hundreds of sets could
    /// take for ever.
    private var steps = 60_000

    /// The greatest number of sets of which no two share an element.
    ///
    /// It is exact for some dozens of sets, however they share elements. In a tangle of more the result can be too low, and
    /// never too high.
    static func most<Element: Hashable>(of sets: some Sequence<Set<Element>>) -> Int {
        // Whoever chooses a set can choose a part of it instead, so a set that has another one inside is left out.
        var smallest: [Set<Element>] = []
        for set in Set(sets).sorted(by: { $0.count < $1.count }) where !smallest.contains(where: set.isSuperset) {
            smallest.append(set)
        }
        if smallest.count < 2 { return smallest.count }
        var problem = DisjointSets(smallest)
        return problem.most(of: Set(smallest.indices))
    }

    private init<Element>(_ sets: [Set<Element>]) {
        neighbours = sets.map { _ in [] }
        for (place, set) in sets.enumerated() {
            for other in sets.indices where other != place && !set.isDisjoint(with: sets[other]) {
                neighbours[place].insert(other)
            }
        }
    }

    /// The same, of the sets at these places.
    private mutating func most(of places: Set<Int>) -> Int {
        var (left, chosen) = (places, 0)
        while true {
            let degrees = left.map { (degree: degree($0, left), place: $0) }
            guard let loneliest = degrees.min(by: <), let widest = degrees.max(by: <) else { return chosen }
            // A set with one neighbour or none is as good a choice as its neighbour.
            if loneliest.degree > 1, steps > 0 {
                let parts = parts(of: left)
                if parts.count > 1 { return parts.reduce(chosen) { $0 + most(of: $1) } }
                steps -= left.count
                var (with, without) = (left, left)
                choose(widest.place, &with)
                without.remove(widest.place)
                return chosen + max(most(of: without), 1 + most(of: with))
            }
            choose(loneliest.place, &left)
            chosen += 1
        }
    }

    /// The number of sets left that share an element with the one at a place.
    private func degree(_ place: Int, _ left: Set<Int>) -> Int {
        neighbours[place].reduce(0) { left.contains($1) ? $0 + 1 : $0 }
    }

    /// Takes out a chosen set and all that share an element with it.
    private func choose(_ place: Int, _ left: inout Set<Int>) {
        left.subtract(neighbours[place])
        left.remove(place)
    }

    /// The places in groups that share nothing with one another.
    private func parts(of places: Set<Int>) -> [Set<Int>] {
        var (left, parts) = (places, [Set<Int>]())
        while let first = left.min() {
            var (part, waiting) = ([first] as Set<Int>, [first])
            while let next = waiting.popLast() {
                for other in neighbours[next] where left.contains(other) && part.insert(other).inserted {
                    waiting.append(other)
                }
            }
            left.subtract(part)
            parts.append(part)
        }
        return parts
    }
}
