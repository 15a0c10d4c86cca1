import MusterCore
import MusterValues

/// The registry that a server serves.
enum Served: Sendable {
    /// Its own, which it and other programs write through SQLite.
    case own(Registry, ChangeSignal)
    /// One that another program keeps up to date.
    case followed(Following)

    /// The registry as it is now.
    var registry: Registry {
        switch self {
        case .own(let registry, _): registry
        case .followed(let following): following.registry
        }
    }

    /// What is followed; nil for a registry of its own.
    var following: Following? { if case .followed(let following) = self { following } else { nil } }

    /// A number that differs from the last one if the registry was changed meanwhile. It reads no table.
    ///
    /// - Throws: `MusterError.replaced` if another file is in the place of the server's own.
    func count() throws(MusterError) -> Int64 {
        switch self {
        case .own(_, let signal): try signal.count()
        case .followed(let following): following.count
        }
    }
}
