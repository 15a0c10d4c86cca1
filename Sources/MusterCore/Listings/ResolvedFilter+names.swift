import Foundation
import GRDB
import MusterValues

/// The names that only a filter has: of a neighbour or a bloc, and of a federal district.
extension ResolvedFilter {
    /// Reads a country, or a bloc, that regions border.
    ///
    /// - Throws: `MusterError.notInList` with those on the register.
    static func neighbour(_ text: String?, _ db: Database) throws -> (country: String?, bloc: String?) {
        guard let text else { return (nil, nil) }
        let name = text.uppercased()
        if try db.one(Bool.self, "SELECT EXISTS (SELECT 1 FROM bloc_member WHERE bloc = ?)", arguments: [name]) {
            return (nil, name)
        }
        if try db.one(Bool.self, "SELECT EXISTS (SELECT 1 FROM foreign_neighbour WHERE country = ?)", arguments: [name])
        {
            return (name, nil)
        }
        let known = try String.fetchAll(
            db,
            sql:
                "SELECT DISTINCT bloc FROM bloc_member UNION ALL SELECT DISTINCT country FROM foreign_neighbour ORDER BY 1"
        )
        throw MusterError.outside(list: "neighbour or bloc on the register", value: text, allowed: known)
    }

    static func federalDistrict(_ text: String, _ db: Database) throws -> String {
        let known = try String.fetchAll(
            db,
            sql:
                "SELECT DISTINCT federal_district FROM region WHERE federal_district IS NOT NULL ORDER BY federal_district"
        )
        let word = Text.folded(text).replacing("федеральный округ", with: "").trimmingCharacters(in: .whitespaces)
        let english = FederalDistrict.russianNames.first { Text.folded($0.value) == word }?.key ?? text
        guard let district = known.first(where: { Text.folded($0) == Text.folded(english) }) else {
            throw MusterError.outside(list: "federal district on the register", value: text, allowed: known)
        }
        return district
    }
}
