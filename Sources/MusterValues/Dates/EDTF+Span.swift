extension EDTF {
    /// The days an expression can mean, and the marks of doubt in it.
    package struct Span {
        package var earliest: Day?
        package var latest: Day?
        package var isUncertain = false
        package var isApproximate = false

        /// The span from the start of one to the end of another; a missing side is open or unknown.
        ///
        /// Nil if it would end before it starts.
        package init?(from start: Span?, to end: Span?) {
            earliest = start?.earliest
            latest = end?.latest
            if let earliest, let latest, latest < earliest { return nil }
            isUncertain = [start, end].contains { $0?.isUncertain == true }
            isApproximate = [start, end].contains { $0?.isApproximate == true }
        }

        package init(earliest: Day?, latest: Day?) {
            self.earliest = earliest
            self.latest = latest
        }

        /// The shortest span that holds every one of `spans`; a side that is open in one of them is open in the result.
        package init(covering spans: [Span]) {
            let starts = spans.compactMap(\.earliest)
            let ends = spans.compactMap(\.latest)
            earliest = starts.count == spans.count ? starts.min() : nil
            latest = ends.count == spans.count ? ends.max() : nil
            isUncertain = spans.contains(where: \.isUncertain)
            isApproximate = spans.contains(where: \.isApproximate)
        }

        package mutating func qualify(with qualifier: UInt8) {
            isUncertain = qualifier != UInt8(ascii: "~")
            isApproximate = qualifier != UInt8(ascii: "?")
        }
    }
}
