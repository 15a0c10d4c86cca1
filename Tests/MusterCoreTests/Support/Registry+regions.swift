import Foundation

@testable import MusterCore

extension Registry {
    /// Loads only these regions of the reference data, with their borders and all blocs. Most tests need no more, and every
    /// proof, listing and comparison takes its time over each region.
    ///
    /// The files that it loads are written into a folder.
    func loadReference(of codes: Set<Substring>, through folder: URL) throws -> WriteResult {
        let reference = Package.root.appending(path: "Sources/MusterCore/Regions/Reference")
        let files = try ["regions", "borders", "blocs"].map { name in
            let lines = try String(contentsOf: reference.appending(path: "\(name).csv"), encoding: .utf8)
                .split(separator: "\n")
            let kept = lines.filter {
                $0 == lines[0] || name == "blocs" || codes.contains($0.prefix { $0 != "," })
            }
            let file = folder.appending(path: "\(name).csv")
            try Data((kept.joined(separator: "\n") + "\n").utf8).write(to: file)
            return file.path
        }
        return try loadRegions(
            fromFile: files[0], bordersFile: files[1], blocsFile: files[2], by: Fresh.clerk
        ).written
    }
}
