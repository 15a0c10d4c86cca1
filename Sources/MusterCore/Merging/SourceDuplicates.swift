import Foundation
import GRDB
import MusterValues

/// Finds sources that may be the same publication.
struct SourceDuplicates {
    let db: Database

    func pairs() throws -> [ScoredPair] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, title, publisher, published, url, sha256 FROM source ORDER BY id")
        var buckets = Buckets()
        let titles = try rows.map { PhraseName(try $0.get("title") as String).sortedKeys }
        for (index, row) in rows.enumerated() {
            if let text: String = try row.get("sha256") { buckets.add(index, "text \(text)") }
            if let url: String = try row.get("url") { buckets.add(index, "address \(SourceAddress.plain(url))") }
            if !titles[index].isEmpty { buckets.add(index, "title \(titles[index])") }
        }
        let derivations = try SourceDerivations.pairs(db)
        return try buckets.pairs().compactMap { pair in
            let (one, other) = (pair[0], pair[1])
            // A source that derives from the other is another publication, and the register already knows it.
            let ids: Set<Int64> = [try rows[one].get("id"), try rows[other].get("id")]
            if derivations.contains(ids) { return nil }
            return try Self.lookalikes(rows[one], rows[other], isOfOneTitle: titles[one] == titles[other])
        }
    }

    private static func lookalikes(_ one: Row, _ other: Row, isOfOneTitle: Bool) throws -> ScoredPair? {
        let ids = (RecordID(.source, try one.get("id")), RecordID(.source, try other.get("id")))
        let same = { (column: String) throws -> Bool? in
            guard let own: String = try one.get(column), let second: String = try other.get(column) else { return nil }
            return Text.folded(own) == Text.folded(second)
        }
        let addresses = [try one.get("url") as String?, try other.get("url")].compactMap { $0.map(SourceAddress.plain) }
        let isOneAddress = addresses.count == 2 && addresses[0] == addresses[1]
        let isOneText = try same("sha256") == true
        var pair: ScoredPair
        if isOneText {
            pair = ScoredPair(ids.0, ids.1, score: 75, because: .sameContent)
        } else if isOneAddress {
            pair = ScoredPair(ids.0, ids.1, score: 85, because: .sameAddress)
        } else {
            pair = ScoredPair(ids.0, ids.1, score: 50, because: .sameTitleKey)
        }
        if isOfOneTitle, isOneText || isOneAddress { pair.add(5, because: .sameTitle) }
        switch try same("publisher") {
        case true: pair.add(20, because: .onePublisher)
        case false: pair.add(-20, because: .differentPublishers)
        default: break
        }
        switch try same("published") {
        case true: pair.add(15, because: .oneDate)
        case false: pair.add(-20, because: .differentDates)
        default: break
        }
        return pair
    }
}
