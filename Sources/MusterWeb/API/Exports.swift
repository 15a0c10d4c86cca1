import Foundation
import HTTPTypes
import MusterCore
import MusterSheets
import MusterValues

/// The formats of an export.
enum ExportFormat: String, CaseIterable {
    case datapackage, csv, xlsx, sql, ftm, popolo, ris
    case ftmStatements = "ftm-statements"

    fileprivate var type: MediaType {
        switch self {
        case .datapackage: .tar
        case .csv, .ftmStatements: .csv
        case .xlsx: .xlsx
        case .sql: .sql
        case .ftm: .jsonLines
        case .popolo: .json
        case .ris: .ris
        }
    }

    fileprivate var ending: String {
        switch self {
        case .datapackage: "tar"
        case .ftm: "ftm.json"
        case .ftmStatements: "ftm.csv"
        case .popolo: "popolo.json"
        case .csv, .xlsx, .sql, .ris: rawValue
        }
    }
}

extension Endpoint {
    /// The exports.
    static let exports: [Endpoint] = [
        Endpoint(
            route: .export, method: .get,
            summary: "Write the registry, or what the filters of enrollments select, in a format of other programs.",
            parameters: FilterQuery.parameters(of: .enrollment).filter { $0.name != "sort" } + [.knownAt],
            types: [.csv, .xlsx, .sql, .jsonLines, .json, .ris, .tar], isLong: true
        ) { call in
            guard let format = ExportFormat(rawValue: call.path("format")) else {
                throw MusterError.outside(
                    list: "export format", value: call.path("format"), allowed: ExportFormat.allCases.map(\.rawValue))
            }
            let filter = try FilterQuery.filter(call.query, of: .enrollment)
            // An export takes long: while others write it is made twice at most.
            let stamped = try call.stamped(tries: 2) { registry in
                try SpooledFile(in: call.site.spools) { path in try registry.export(filter, as: format, to: path) }
            }
            var answer = Answer(type: format.type, content: .file(stamped.value), state: stamped.state)
            let name = "muster-r\(stamped.state.revision).\(format.ending)"
            answer.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
            return answer
        }
    ]
}

extension Registry {
    fileprivate func export(_ filter: Filter, as format: ExportFormat, to path: String) throws {
        switch format {
        case .datapackage:
            let folder = path + ".package"
            try exportPackage(filter, to: folder)
            try TarFile.write(folder: folder, named: "muster", to: path)
        case .csv: try exportEnrollments(filter, forSpreadsheets: false, to: path)
        case .xlsx: _ = try exportWorkbook(filter, to: path)
        case .sql: try exportSQL(filter, to: path)
        case .ftm: _ = try exportFollowTheMoney(filter, to: path)
        case .ftmStatements: _ = try exportFollowTheMoneyStatements(filter, to: path)
        case .popolo: _ = try exportPopolo(filter, to: path)
        case .ris: _ = try exportRIS(filter, to: path)
        }
    }
}
