import ArgumentParser
import MusterCore
import MusterValues

/// The formats of an export.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    case datapackage, csv, xlsx, sql
    case ftm, popolo, ris
    case ftmStatements = "ftm-statements"

    /// The ending that its files have, without the dot; nil for a folder.
    var ending: String? {
        switch self {
        case .datapackage: nil
        case .ftm, .popolo: "json"
        case .ftmStatements: "csv"
        case .csv, .xlsx, .sql, .ris: rawValue
        }
    }

    /// What it is, and who reads it.
    var help: String {
        switch self {
        case .datapackage: "a folder with a CSV file for each table, described by datapackage.json (Frictionless)"
        case .csv: "one table of enrollments with all names filled in, for programs; with --for-spreadsheets for people"
        case .xlsx: "a workbook with a sheet for each table"
        case .sql: "a script that makes the tables and the views in PostgreSQL 15 or later, and fills them"
        case .ftm: "entities of FollowTheMoney (Aleph, OpenSanctions), a line of JSON each"
        case .ftmStatements: "the same as statements, a line of CSV for each citation: its origin is the source"
        case .popolo: "persons, organizations, posts, memberships and areas of Popolo (EveryPolitician), one JSON text"
        case .ris: "the cited sources, for reference managers (Zotero, EndNote)"
        }
    }
}
