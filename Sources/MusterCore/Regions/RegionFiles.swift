import GRDB
public import MusterValues

/// A set of regions from CSV text: regions with their names, their foreign neighbours, and the members of blocs.
struct RegionFiles {
    /// The columns read from a file of regions; others are ignored.
    static let regionColumns = ["iso_code", "name_en", "name_ru", "kind", "federal_district", "region_number"]

    var regions: CSVFile?
    var borders: CSVFile?
    var blocs: CSVFile?
}

extension Registry {
    /// Loads a set of regions and their foreign neighbours from files with the columns of muster's own reference data:
    /// `iso_code,name_en,name_ru,kind,federal_district,region_number`, `iso_code,country,border,note` and, for blocs,
    /// `bloc,country,member_since,member_until`.
    ///
    /// Records that are on the register already are not changed, so a load can be run again. `name_ru` is the name in
    /// the country's own language. No other column is read: claims to a territory and its administration are cited from
    /// sources, never taken from a file.
    ///
    /// - Returns: the result of the write, and the names of the columns that were not read.
    /// - Throws: `MusterError.badFile` with the record's number and the rule; then nothing of the set is loaded.
    public func loadRegions(
        fromFile path: String, bordersFile: String? = nil, blocsFile: String? = nil, by authorship: Authorship
    ) throws(MusterError) -> (written: WriteResult, unread: [String]) {
        let regions = try CSVFile(FileSystem.text(path), path: path, requiring: ["iso_code", "name_en"])
        var set = RegionFiles(regions: regions)
        if let bordersFile {
            set.borders = try CSVFile(
                FileSystem.text(bordersFile), path: bordersFile, requiring: ["iso_code", "country", "border"])
        }
        if let blocsFile {
            set.blocs = try CSVFile(
                FileSystem.text(blocsFile), path: blocsFile, requiring: ["bloc", "country", "member_since"])
        }
        let written = try write(authorship, doing: "load regions") { try $0.load(set) }
        return (written, regions.header.filter { !RegionFiles.regionColumns.contains($0) })
    }

    /// Loads muster's reference data: the 83 subjects of ISO 3166-2:RU, their foreign neighbours, and NATO's members.
    ///
    /// Records that are on the register already are not changed.
    public func loadReference(by authorship: Authorship) throws(MusterError) -> WriteResult {
        let set = RegionFiles(
            regions: try CSVFile(
                String(decoding: PackageResources.regions_csv, as: UTF8.self), path: "regions.csv",
                requiring: RegionFiles.regionColumns),
            borders: try CSVFile(
                String(decoding: PackageResources.borders_csv, as: UTF8.self), path: "borders.csv",
                requiring: ["iso_code", "country", "border", "note"]),
            blocs: try CSVFile(
                String(decoding: PackageResources.blocs_csv, as: UTF8.self), path: "blocs.csv",
                requiring: ["bloc", "country", "member_since", "member_until"]))
        return try write(authorship, doing: "load the reference regions") { try $0.load(set) }
    }
}

extension Transaction {
    func load(_ set: RegionFiles) throws {
        try set.regions.map { try each($0, loadRegion) }
        try set.borders.map { try each($0, loadBorder) }
        try set.blocs.map { try each($0, loadMember) }
    }

    private func each(_ file: CSVFile, _ load: ([String: String]) throws -> Void) throws {
        for (index, row) in file.rows.enumerated() {
            do { try load(row) } catch {
                // A wrong row is the file's fault; a full disk or a busy registry is not.
                guard let error = error as? MusterError ?? Self.refusal(error) else { throw error }
                throw MusterError.badFile(path: file.path, rule: "record \(index + 1): \(error.rule)", fix: error.fix)
            }
        }
    }

    /// The register's refusal of a row; nil for a failure that the row did not cause.
    private static func refusal(_ error: any Error) -> MusterError? {
        guard let error = error as? DatabaseError, error.resultCode == .SQLITE_CONSTRAINT else { return nil }
        return MusterError(error, path: "")
    }

    private func loadRegion(_ row: [String: String]) throws {
        guard let code = row["iso_code"], let name = row["name_en"] else {
            throw MusterError.missing(what: "iso_code or name_en", fix: "each region has both")
        }
        guard try Resolver(db: db).regionCode(code) == nil else { return }
        var new = NewRegion(code: code, name: name)
        new.localName = row["name_ru"]
        new.kind = row["kind"]
        new.federalDistrict = row["federal_district"]
        new.number = row["region_number"]
        try add(new)
    }

    private func loadBorder(_ row: [String: String]) throws {
        let region = try Resolver(db: db).resolve(RecordReference(row["iso_code"] ?? ""), among: [.region])
        let isThere = try db.one(
            Bool.self,
            """
            SELECT EXISTS (SELECT 1 FROM foreign_neighbour WHERE region_code = ? AND country = ? AND border = ?)
            """,
            arguments: [region.code, row["country"], row["border"]])
        if isThere { return }
        try insert(
            "foreign_neighbour",
            [
                "region_code": region.code, "country": row["country"], "border": row["border"],
                "note": try Text.clean(row["note"], field: "note", limit: 2000),
            ])
    }

    private func loadMember(_ row: [String: String]) throws {
        let isThere = try db.one(
            Bool.self, "SELECT EXISTS (SELECT 1 FROM bloc_member WHERE bloc = ? AND country = ? AND since = ?)",
            arguments: [row["bloc"], row["country"], row["member_since"]])
        if isThere { return }
        try insert(
            "bloc_member",
            [
                "bloc": row["bloc"], "country": row["country"], "since": row["member_since"],
                "until": row["member_until"],
            ])
    }
}
