import CMusterSheets

/// A ZIP file (PKWARE APPNOTE 6.3) that is read in memory, as far as a workbook needs it.
struct ZIPArchive {
    /// Where the data of a file stand.
    private struct Entry {
        let isDeflated: Bool
        let packed: Int
        let size: Int
        let offset: Int
    }

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]

    /// The most bytes that one file in it may have unpacked.
    private static let most = 1 << 30

    /// Reads the directory at the end of the file; nil if there is none, or if it names what is not there.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        // The end of the directory has 22 bytes, and a remark of 65,535 at most after it.
        let first = max(0, bytes.count - 22 - 65_535)
        guard bytes.count >= 22,
            let end = (first...(bytes.count - 22)).last(where: { bytes[$0...].starts(with: [0x50, 0x4B, 5, 6]) }),
            let count = number(at: end + 10, 2), var place = number(at: end + 16, 4)
        else { return nil }
        for _ in 0..<count {
            guard let signature = number(at: place, 4), signature == 0x0201_4B50,
                let method = number(at: place + 10, 2),
                let packed = number(at: place + 20, 4), let size = number(at: place + 24, 4),
                let lengths = lengths(at: place + 28), let offset = number(at: place + 42, 4),
                place + 46 + lengths[0] <= bytes.count, let nameLength = number(at: offset + 26, 2),
                let extraLength = number(at: offset + 28, 2)
            else { return nil }
            let start = offset + 30 + nameLength + extraLength
            guard [0, 8].contains(method), size <= Self.most, start + packed <= bytes.count else { return nil }
            let name = String(decoding: bytes[(place + 46)..<(place + 46 + lengths[0])], as: UTF8.self)
            entries[name] = Entry(isDeflated: method == 8, packed: packed, size: size, offset: start)
            place += 46 + lengths.reduce(0, +)
        }
    }

    /// A file in it as text; nil if it is not there or cannot be unpacked.
    func text(_ name: String) -> String? {
        guard let entry = entries[name] else { return nil }
        let packed = Array(bytes[entry.offset..<(entry.offset + entry.packed)])
        if !entry.isDeflated { return String(decoding: packed, as: UTF8.self) }
        let unpacked = [UInt8](unsafeUninitializedCapacity: entry.size) { room, count in
            let size = muster_inflate(packed, UInt32(packed.count), room.baseAddress, UInt32(entry.size))
            count = max(0, size)
        }
        return unpacked.count == entry.size ? String(decoding: unpacked, as: UTF8.self) : nil
    }

    /// A number of some bytes, the lowest first; nil past the end of the file.
    private func number(at place: Int, _ size: Int) -> Int? {
        guard place >= 0, place + size <= bytes.count else { return nil }
        return bytes[place..<(place + size)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// The lengths of a name, of what is added to it and of a remark.
    private func lengths(at place: Int) -> [Int]? {
        let all = [0, 2, 4].compactMap { number(at: place + $0, 2) }
        return all.count == 3 ? all : nil
    }
}
