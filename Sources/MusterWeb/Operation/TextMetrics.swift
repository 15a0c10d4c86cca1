import Synchronization

/// Counts requests and measures their time, for Prometheus (text format 0.0.4).
final class TextMetrics: Sendable {
    private struct Key: Hashable, Comparable {
        let method: String
        let route: String
        let status: Int

        static func < (one: Key, other: Key) -> Bool {
            (one.route, one.method, one.status) < (other.route, other.method, other.status)
        }
    }

    private struct Times {
        var buckets = [Int](repeating: 0, count: TextMetrics.bounds.count)
        var count = 0
        var seconds = 0.0
    }

    /// The upper bounds of the histogram, in seconds.
    private static let bounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30]

    private let times = Mutex<[Key: Times]>([:])

    /// Counts a request.
    func note(_ line: RequestLine, _ time: Duration) {
        let seconds = time.milliseconds / 1000
        times.withLock { times in
            var one = times[Key(method: line.method, route: line.route, status: line.status)] ?? Times()
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { one.buckets[index] += 1 }
            one.count += 1
            one.seconds += seconds
            times[Key(method: line.method, route: line.route, status: line.status)] = one
        }
    }

    /// The figures as text, with the registry's newest revision.
    func text(revision: Int64) -> String {
        var lines = [
            "# HELP muster_revision The newest revision.", "# TYPE muster_revision gauge",
            "muster_revision \(revision)",
            "# HELP muster_request_seconds The time to answer a request.", "# TYPE muster_request_seconds histogram",
        ]
        for (key, one) in times.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            let labels = "method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\""
            for (bound, count) in zip(Self.bounds, one.buckets) {
                lines.append("muster_request_seconds_bucket{\(labels),le=\"\(bound)\"} \(count)")
            }
            lines.append("muster_request_seconds_bucket{\(labels),le=\"+Inf\"} \(one.count)")
            lines.append("muster_request_seconds_sum{\(labels)} \(one.seconds)")
            lines.append("muster_request_seconds_count{\(labels)} \(one.count)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
