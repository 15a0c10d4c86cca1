import CoreMetrics
import Synchronization

/// Keeps the counters and times that the service and its libraries report (swift-metrics), and writes them for Prometheus
/// (text format 0.0.4).
final class TextMetrics: MetricsFactory, Sendable {
    /// A figure's name and labels.
    struct Key: Hashable, Comparable, Sendable {
        let name: String
        let labels: String

        init(_ label: String, _ dimensions: [(String, String)]) {
            name = String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
            labels = dimensions.map { "\($0)=\"\($1.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"" }
                .joined(separator: ",")
        }

        static func < (one: Key, other: Key) -> Bool { (one.name, one.labels) < (other.name, other.labels) }
    }

    private let counters = Mutex<[Key: TextCounter]>([:])
    private let times = Mutex<[Key: TextTimes]>([:])

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counters.withLock { Self.kept(Key(label, dimensions), in: &$0, TextCounter()) }
    }
    func makeRecorder(label: String, dimensions: [(String, String)], aggregate _: Bool) -> any RecorderHandler {
        times.withLock { Self.kept(Key(label, dimensions), in: &$0, TextTimes()) }
    }
    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        times.withLock { Self.kept(Key(label, dimensions), in: &$0, TextTimes()) }
    }
    // A figure is never forgotten: there are as many as there are addresses and answers.
    func destroyCounter(_: any CounterHandler) {}
    func destroyRecorder(_: any RecorderHandler) {}
    func destroyTimer(_: any TimerHandler) {}

    private static func kept<Handler>(_ key: Key, in all: inout [Key: Handler], _ new: @autoclosure () -> Handler)
        -> Handler
    {
        if let known = all[key] { return known }
        let made = new()
        all[key] = made
        return made
    }

    /// The figures as text, with the registry's newest revision and how far it is behind.
    func text(revision: Int64, lag: Lag?) -> String {
        var lines = ["# TYPE muster_revision gauge", "muster_revision \(revision)"] + (lag?.metrics ?? [])
        for (key, counter) in counters.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            lines += ["# TYPE \(key.name) counter", "\(key.name){\(key.labels)} \(counter.count)"]
        }
        var last = ""
        for (key, times) in times.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            if key.name != last { lines.append("# TYPE \(key.name) histogram") }
            last = key.name
            lines += times.lines(key)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// A number that grows.
final class TextCounter: CounterHandler, Sendable {
    private let value = Mutex<Int64>(0)

    var count: Int64 { value.withLock { $0 } }

    func increment(by amount: Int64) { value.withLock { $0 += amount } }
    func reset() { value.withLock { $0 = 0 } }
}

/// How often something took how long.
final class TextTimes: TimerHandler, RecorderHandler, Sendable {
    private struct Sums {
        var buckets = [Int](repeating: 0, count: TextTimes.bounds.count)
        var count = 0
        var sum = 0.0
    }

    /// The upper bounds of the histogram, in seconds.
    private static let bounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30]

    private let sums = Mutex(Sums())

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) {
        sums.withLock { sums in
            for (index, bound) in Self.bounds.enumerated() where value <= bound { sums.buckets[index] += 1 }
            sums.count += 1
            sums.sum += value
        }
    }

    fileprivate func lines(_ key: TextMetrics.Key) -> [String] {
        let sums = sums.withLock { $0 }
        let labels = key.labels.isEmpty ? "" : key.labels + ","
        return zip(Self.bounds, sums.buckets).map { "\(key.name)_bucket{\(labels)le=\"\($0)\"} \($1)" } + [
            "\(key.name)_bucket{\(labels)le=\"+Inf\"} \(sums.count)", "\(key.name)_sum{\(key.labels)} \(sums.sum)",
            "\(key.name)_count{\(key.labels)} \(sums.count)",
        ]
    }
}
