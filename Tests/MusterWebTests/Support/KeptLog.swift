import Logging
import Synchronization

/// A log that a test reads.
struct KeptLog: LogHandler {
    /// The fields of the lines, in order.
    final class Lines: Sendable {
        let all = Mutex<[Logger.Metadata]>([])
    }

    let lines = Lines()
    var logLevel = Logger.Level.info
    var metadata = Logger.Metadata()

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { lines.all.withLock { $0.append(event.metadata ?? [:]) } }

    /// A field of the last request that was logged; nil if none was.
    func last(_ field: String) -> String? {
        lines.all.withLock { lines in lines.last { $0["route"] != nil }?[field].map { "\($0)" } }
    }
}
