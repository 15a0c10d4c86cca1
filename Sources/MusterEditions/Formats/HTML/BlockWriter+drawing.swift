import MusterHTML

extension BlockWriter {
    func drawing(_ drawing: Drawing) throws {
        switch drawing.kind {
        case .tiles(let tiles): try self.tiles(tiles, drawing)
        case .lives(let lives): try self.lives(lives, drawing)
        case .strengths(let strengths): try self.strengths(strengths, drawing)
        case .voices(let lines): try voices(lines, drawing)
        }
    }
}
