import Foundation
public import MusterValues

/// A Frictionless data package: a folder with a descriptor and the tables that it names.
public struct RecordPackage: Sendable {
    /// The tables in the order of the descriptor.
    public let tables: [(name: String, file: TableFile)]

    /// True if a path is that of a data package: a folder, or a file of the name that descriptors have.
    public static func isPackage(_ path: String) -> Bool {
        FileSystem.kind(path) == .folder || path.hasSuffix("datapackage.json")
    }

    private struct Descriptor: Decodable {
        struct Resource: Decodable {
            let name: String
            let path: String
            let encoding: String?
        }

        let resources: [Resource]
    }

    /// Reads the descriptor, and opens the tables.
    ///
    /// - Parameter path: the folder, or the descriptor in it.
    /// - Throws: `MusterError.badFile` for a descriptor that is none, a path that leads out of the folder (Data Package v1, "path"), or a
    ///   table that cannot be opened.
    public init(_ path: String) throws(MusterError) {
        let isFolder = FileSystem.kind(path) == .folder
        let folder = isFolder ? path : (path as NSString).deletingLastPathComponent
        let file = isFolder ? (path as NSString).appendingPathComponent("datapackage.json") : path
        if isFolder, FileSystem.kind(file) == .nothing {
            throw .badFile(path: path, rule: "it is a folder without a datapackage.json, so it is no data package")
        }
        let text = try FileSystem.text(file)
        guard let descriptor = try? JSONDecoder().decode(Descriptor.self, from: Data(text.utf8)) else {
            throw .badFile(path: file, rule: "it is no descriptor of a data package with tables of one file each")
        }
        tables = try descriptor.resources.map { resource throws(MusterError) in
            let parts = resource.path.split(separator: "/", omittingEmptySubsequences: false)
            if resource.path.hasPrefix("/") || parts.contains("..") || resource.path.contains(":") {
                throw .badFile(path: file, rule: "the path \(quoted(resource.path)) leads out of its folder")
            }
            let name = (folder as NSString).appendingPathComponent(resource.path)
            let encoding = resource.encoding.flatMap { TextEncoding(rawValue: $0.lowercased()) }
            return (resource.name, try TableFile(name, encoding: encoding))
        }
        if tables.isEmpty { throw .badFile(path: file, rule: "it names no tables") }
    }

    /// True if its tables are those of a registry, as an export of one has them.
    public var isOfRegistry: Bool {
        ["source", "citation", "unit"].allSatisfy { name in tables.contains { $0.name == name } }
    }
}
