/// The place in which a date is said.
public enum DateStyle: CaseIterable, Sendable {
    /// In a sentence, with its preposition: "on 3 October 2025", "in April 2025", "в апреле 2025 г."
    case sentence
    /// Alone, as in a cell or after a colon: "3 October 2025", "April 2025", "апрель 2025 г."
    case cell
    /// Alone and short, for tables: "3 Oct 2025", "03.10.2025".
    case short
}
