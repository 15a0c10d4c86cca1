extension Label {
    /// The words in a language.
    public func said(in language: Language) -> String {
        switch language {
        case .english: english
        case .russian: russian
        }
    }
}

extension ClosedList {
    /// The value as a table shows it: in English the word that a person types for it, in Russian its label.
    public func said(in language: Language) -> String {
        language == .english ? words : label.said(in: language)
    }
}
