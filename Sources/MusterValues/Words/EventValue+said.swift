extension EventValue {
    /// The event in words.
    public func said(in language: Language) -> String {
        switch self {
        case .status(let value): value.said(in: language)
        case .form(let value): value.said(in: language)
        case .strength(let least, let most), .plannedStrength(let least, let most):
            "\(Self.label(of: stored.facet).said(in: language)) \(language.range(least: least, most: most))"
        case .tenure(let value): value.said(in: language)
        case .state(let value): value.said(in: language)
        }
    }

    /// The name of a facet.
    package static func label(of facet: String) -> Label {
        switch facet {
        case "status": Label("status", "статус")
        case "form": Label("form", "форма")
        case "strength": Label("strength", "численность")
        case "planned_strength": Label("planned strength", "плановая численность")
        case "tenure": Label("tenure", "пребывание")
        default: Label("state", "состояние")
        }
    }
}
