import MusterValues

@testable import muster

extension MusterError {
    /// The refusal with its remedy as the command says it.
    var said: String { message }
}

extension Remedy {
    /// The remedy as the command says it.
    var said: String { words }
}
