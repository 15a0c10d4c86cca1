import Foundation
import GRDB
public import MusterValues

extension Registry {
    /// Copies the registry to a new file while others read and write it, and proves the copy.
    ///
    /// The copy is one file, of one moment: the newest revision when it began (SQLite's online backup). It is written
    /// beside its place and gets its name when it is proven, unless something has that name by then. Into a device, a FIFO
    /// or standard output the proven copy is written byte by byte.
    ///
    /// - Parameter path: the new file, or what is there and is no file; `-` is standard output.
    /// - Returns: the proof of the copy's history.
    /// - Throws: `MusterError.alreadyThere` for a file that is there, `.altered`, `.damaged`, `.indexWrong` or `.badFile` for
    ///   a registry that does not stand the checks of a restore, `.full`, `.cannotOpen`.
    public func backUp(to path: String) throws(MusterError) -> Proof {
        let target = try OutputPlace(path)
        var file = FileManager.default.temporaryDirectory.appending(path: "muster").path
        var named = FileManager.default.temporaryDirectory.path
        if case .file(let real) = target {
            (file, named) = (real, path)
            if let there = Copy.there(at: file) { throw .alreadyThere(path: path + there, fix: Self.anotherName) }
        }
        let copy = try Copy(of: self, beside: file, named: named)
        defer { copy.remove() }
        let proof: Proof
        do { proof = try copy.prove(as: self.path) } catch {
            if error == .full(path: self.path) { throw .full(path: named) }
            guard case .refused(let rule, _) = error else { throw error }
            throw .badFile(path: self.path, rule: rule, fix: .checkUp)
        }
        try copy.close(named: named)
        if case .file = target {
            try FileSystem.place(copy.file, at: file, named: path, fix: Self.anotherName)
        } else {
            try target.write(contentsOf: copy.file, named: path)
        }
        return proof
    }

    private static let anotherName: Remedy = "name another file, or remove it first"
}
