import Foundation
import Synchronization

/// A clock that a test moves; it begins with the time of a fresh registry.
final class MovedClock: Sendable {
    let now = Mutex(Fresh.now)
}
