import Foundation
import GRDB
package import MusterValues

extension Registry {
    /// Makes a registry beside its place, fills it, and gives it its name when it is whole: one that was cut short must not
    /// be taken for it.
    ///
    /// - Throws: `MusterError.alreadyThere` with the remedy if something has the name, before or meanwhile.
    package static func make<Value>(
        at path: String, fix: Remedy, filling: (Registry) throws -> Value
    ) throws(MusterError) -> Value {
        let place = try RegistryFile(path: path)
        if let there = Copy.there(at: place.real) { throw .alreadyThere(path: path + there, fix: fix) }
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
