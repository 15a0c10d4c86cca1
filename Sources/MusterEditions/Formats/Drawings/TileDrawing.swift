import MusterHTML
import MusterValues

extension BlockWriter {
    /// The tile map: a tile for each region, and beside it what its shades mean.
    func tiles(_ tiles: [Tile], _ drawing: Drawing) throws {
        try html.element(.figure, [.id(drawing.name), .class("map")]) {
            html.line()
            try html.element(
                .svg, [.role("img"), .labelledBy(drawing.name + "-words"), .units(width: 1155, height: 590)]
            ) {
                html.line()
                for tile in tiles { if let place = tile.place { try self.tile(tile, place) } }
            }
            html.line()
            try html.element(.div, [.class("words")]) {
                html.line()
                try line(.p, [.id(drawing.name + "-words")], drawing.sentence)
                try tileLegend()
                try strip(tiles.filter { $0.place == nil })
            }
            html.line()
        }
        html.line()
    }

    private func tile(_ tile: Tile, _ place: (row: Int, column: Int)) throws {
        let (x, y) = (Double(place.column - 1) * 61, Double(place.row - 1) * 54)
        try html.element(.g, [.class("tile \(tile.state.style)")]) {
            try html.element(
                .rect,
                [.x(.pixels(x + 0.5)), .y(.pixels(y + 0.5)), .width(.pixels(56)), .height(.pixels(49))])
            if tile.isInDispute {
                try html.element(
                    .path, [.class("corner"), .outline("M\(Int(x) + 40) \(Int(y))h17v17z")])
            }
            try html.element(.svgText, [.x(.pixels(x + 6)), .y(.pixels(y + 17))], tile.letters)
            if let number = number(tile.state) {
                try html.element(.svgText, [.class("big"), .x(.pixels(x + 6)), .y(.pixels(y + 41))], number)
            }
        }
        html.line()
    }

    private func number(_ state: Tile.State) -> String? {
        switch state {
        case .notLooked: nil
        case .noneFound: "–"
        case .found: "?"
        case .nobodyCounted: "0"
        case .counted(let least, let most): language.shortRange(least: least, most: most)
        }
    }

    private func tileLegend() throws {
        try line(.p, [.class("heavy")], .legendLeastPeople)
        let classes: [(style: String, letters: String?, words: String)] = [
            ("c1", nil, "1"), ("c2", nil, "2–3"), ("c3", nil, "4–6"), ("c4", nil, "7–10"),
            ("c5", nil, fill(.legendAndOver, "11")), ("zero", nil, speaker.plain(.say(.legendNobody))),
            ("none", "–", speaker.plain(.say(.legendNoneFound))),
            ("none", "?", speaker.plain(.labelled(Coverage.found))),
            ("off", "ABC", speaker.plain(.say(.legendNotLooked))),
        ]
        try html.element(.ul, [.class("legend")]) {
            html.line()
            for one in classes { try tileEntry(one.style, one.letters, one.words) }
            // A tile has no room for a number on a phone.
            try html.element(.li, [.class("wide-only")]) {
                try html.element(.b, [], "5+")
                html.text(speaker.plain(.say(.legendNoLimit)))
            }
            html.line()
            try html.element(.li) {
                try html.element(.svg, [.hidden, .class("small")]) {
                    try html.element(.path, [.class("corner"), .outline("M0 0h15v15z")])
                }
                html.text(speaker.plain(.say(.legendInDispute)))
            }
            html.line()
        }
        html.line()
    }

    private func tileEntry(_ style: String, _ letters: String?, _ words: String) throws {
        try html.element(.li) {
            try html.element(.svg, [.hidden, .class("tile \(style)")]) {
                try html.element(
                    .rect, [.x(.pixels(0.5)), .y(.pixels(0.5)), .width(.pixels(29)), .height(.pixels(12))])
                if let letters {
                    try html.element(.svgText, [.x(.pixels(letters.count > 1 ? 4 : 11)), .y(.pixels(11))], letters)
                }
            }
            html.text(words)
        }
        html.line()
    }

    /// The territories that have no place on the grid.
    private func strip(_ tiles: [Tile]) throws {
        if tiles.isEmpty { return }
        try line(.p, [.class("about")], .claimedTerritories)
        try html.element(.ul, [.class("strip-of")]) {
            html.line()
            for tile in tiles {
                try html.element(.li, [.class(tile.state.style)]) {
                    try html.element(.b, [], tile.letters + (number(tile.state).map { " " + $0 } ?? ""))
                    html.text(" ")
                    try say(tile.name, linking: false)
                }
                html.line()
            }
        }
        html.line()
    }
}

extension Tile.State {
    /// The class of the tile: the shade goes by the fewest people.
    fileprivate var style: String {
        switch self {
        case .notLooked: "off"
        case .noneFound, .found: "none"
        case .nobodyCounted: "zero"
        case .counted(let least, _):
            switch least {
            case ...1: "c1"
            case 2...3: "c2"
            case 4...6: "c3"
            case 7...10: "c4"
            default: "c5"
            }
        }
    }
}
