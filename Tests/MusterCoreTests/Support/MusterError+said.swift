import MusterCore
import MusterValues

@testable import muster

extension MusterError {
    /// The refusal with its remedy in the command's words.
    var said: String { message }
}

extension Remedy {
    /// The remedy in the command's words.
    var said: String { words }
}

extension WriteResult.Change {
    /// The change as the command says it.
    var said: String { words }
}

extension RelatedRecord {
    /// The relation as the command says it.
    var said: String { words() }
}
