/// Buckets of records that share a text, which two records of one thing would. Only records in one bucket are compared.
struct Buckets {
    private var records: [String: [Int]] = [:]

    /// The most records in a bucket; if more share it, it says nothing about any two of them.
    private static let maxSize = 400

    mutating func add(_ record: Int, _ shared: String) {
        if records[shared]?.last != record { records[shared, default: []].append(record) }
    }

    /// Every pair of records in one bucket, each once, the lower number first.
    func pairs() -> Set<[Int]> {
        var pairs: Set<[Int]> = []
        for bucket in records.values where bucket.count <= Self.maxSize {
            for (index, one) in bucket.enumerated() {
                for other in bucket[(index + 1)...] { pairs.insert([one, other]) }
            }
        }
        return pairs
    }
}
