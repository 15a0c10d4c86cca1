/// A closed list of states, whose values say whether something lasts on their day: being in a unit, holding a post, or, for a
/// unit, being there.
public protocol StateList: ClosedList {
    /// What the value says of that on its day; nil if it says nothing of it, as `denied` does.
    var role: StateRole? { get }
    /// True if the value marks a change on its day, as `suspended` does: before that day it was not the state. False for a
    /// sighting such as `serving`, which may have been so before.
    var isChange: Bool { get }
    /// True if the value says that something begins without confirming it, as `announced` does: by that alone it is only
    /// possibly so.
    var isAnnouncement: Bool { get }
}

/// What a state says of something that lasts.
public enum StateRole: String, CaseIterable, Sendable {
    /// It begins on that day, as with `joined`; before the day it was not so.
    case begins
    /// It lasts on that day, as with `serving`; before the day it may have been so.
    case holds
    /// It ends on that day, as with `left`; until the day it was so.
    case ends
}

extension StateList {
    /// False, but for the values that say otherwise.
    public var isAnnouncement: Bool { false }

    /// The values with one of the roles.
    package static func all(_ roles: StateRole...) -> [Self] {
        allCases.filter { value in value.role.map(roles.contains) ?? false }
    }
}
