/// Lets a few in at a time.
///
/// All tests run at once, and each server has dozens of open files. Foundation's `Process` writes beside its memory in a program that
/// has more than 1,024.
actor Turnstile {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(most: Int) { free = most }

    /// Waits for a place.
    func enter() async {
        if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
    }

    /// Gives the place to who waits longest.
    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
