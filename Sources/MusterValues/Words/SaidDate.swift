/// A date as words tell it: one date, the sides of an interval, or the members of a set.
enum SaidDate {
    case single(DateParts)
    case interval(Side, Side)
    /// The members, of which one is meant or, if `isAll`, every one.
    case set([Member], isAll: Bool)

    /// A side of an interval.
    enum Side {
        case date(DateParts)
        case open
        case unknown

        fileprivate init(_ text: Substring) {
            self = text.isEmpty ? .unknown : text == ".." ? .open : .date(DateParts(text))
        }
    }

    /// A member of a set.
    enum Member {
        case date(DateParts)
        case range(DateParts, DateParts)
        case from(DateParts)
        case until(DateParts)

        fileprivate init(_ text: Substring) {
            guard let dots = text.firstRange(of: "..") else {
                self = .date(DateParts(text))
                return
            }
            let (first, last) = (text[..<dots.lowerBound], text[dots.upperBound...])
            if first.isEmpty {
                self = .until(DateParts(last))
            } else {
                self = last.isEmpty ? .from(DateParts(first)) : .range(DateParts(first), DateParts(last))
            }
        }
    }

    init(_ date: EDTF) {
        let text = date.text
        if text.hasPrefix("[") || text.hasPrefix("{") {
            let members = text.dropFirst().dropLast().split(separator: ",")
            self = .set(members.map(Member.init), isAll: text.hasPrefix("{"))
        } else if let slash = text.firstIndex(of: "/") {
            self = .interval(Side(text[..<slash]), Side(text[text.index(after: slash)...]))
        } else {
            self = .single(DateParts(text[...]))
        }
    }

    func said(in language: Language, as style: DateStyle) -> String {
        switch language {
        case .english: EnglishDates(style: style).words(of: self)
        case .russian: RussianDates(style: style).words(of: self)
        }
    }
}

extension [String] {
    /// The words with commas between them, and a conjunction before the last: "1, 11 or 21".
    func listed(_ conjunction: String) -> String {
        guard count > 1, let last else { return joined() }
        return "\(dropLast().joined(separator: ", ")) \(conjunction) \(last)"
    }
}
