import Foundation

/// The place of a region on the tile map: a grid of 19 columns and 11 rows in which neighbours stand side by side as far as they can.
struct TilePlace {
    /// The row from the top and the column from the left, from 1; nil for the territories that stand in a strip of their own.
    let place: (row: Int, column: Int)?
    /// The letters on the tile.
    let letters: String

    /// The places of the 83 regions, by code.
    static let all: [String: TilePlace] = {
        let text = String(decoding: PackageResources.tiles_csv, as: UTF8.self)
        var places: [String: TilePlace] = [:]
        for line in text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",")
            guard cells.count == 4, let row = Int(cells[1]), let column = Int(cells[2]) else { continue }
            places[String(cells[0])] = TilePlace(place: (row, column), letters: String(cells[3]))
        }
        return places
    }()

    private init(place: (row: Int, column: Int)?, letters: String) {
        self.place = place
        self.letters = letters
    }

    /// The tile of a territory that Russia claims and that ISO gives to Ukraine; nil for any other region.
    init?(stripFor code: String) {
        guard code.hasPrefix("UA-") else { return nil }
        self.init(place: nil, letters: code)
    }
}
