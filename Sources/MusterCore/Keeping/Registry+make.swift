import Foundation
import GRDB
package import MusterValues

extension Registry {
    /// Makes and fills a registry under another name, and renames it when it is complete. If the program is stopped half way,
    /// no incomplete file has the registry's name.
    ///
    /// - Throws: `MusterError.alreadyThere` with the remedy if a file has the name, at the start or at the end.
    package static func make<Value>(
        at path: String, fix: Remedy, filling: (Registry) throws -> Value
    ) throws(MusterError) -> Value {
        let place = try RegistryFile(path: path)
        if let there = Copy.occupiedName(at: place.real) { throw .alreadyThere(path: path + there, fix: fix) }
        let part = FileSystem.part(of: place.real)
        defer { Copy.remove(part) }
        let value: Value
        do {
            let store = try Store(making: RegistryFile(real: part, named: path))
            value = try filling(Registry(store: store, known: nil, now: { Date() }))
            try store.main.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            try store.main.close()
        } catch { throw MusterError(error, path: path) }
        try FileSystem.place(part, at: place.real, named: path, fix: fix)
        return value
    }
}
