import Logging

/// What is logged of a request. The address itself is not: it may hold a name.
struct RequestLine: Sendable {
    let method: String
    var route = "none"
    var role = "none"
    var status = 0

    init(method: String) {
        // An invented method is not written to the log as it came.
        self.method = ["GET", "HEAD", "POST", "PATCH", "DELETE", "PUT", "OPTIONS"].contains(method) ? method : "other"
    }

    /// The fields of the line.
    func metadata(_ time: Duration) -> Logger.Metadata {
        [
            "method": "\(method)", "route": "\(route)", "role": "\(role)", "status": "\(status)",
            "ms": "\(time.milliseconds)",
        ]
    }
}

extension Duration {
    /// The time in milliseconds, with three places.
    var milliseconds: Double {
        let (seconds, attoseconds) = components
        return Double((seconds * 1_000_000 + attoseconds / 1_000_000_000_000)) / 1000
    }
}
