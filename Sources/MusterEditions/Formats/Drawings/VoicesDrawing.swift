import MusterHTML
import MusterValues

extension BlockWriter {
    /// Who repeats whom: a list in which each source stands under the one that it repeats, with lines that join them. It is text, so
    /// that its links can be followed; sources that nobody repeats are in the table alone.
    func voices(_ all: [VoiceLine], _ drawing: Drawing) throws {
        let lines = all.indices.filter { index in
            all[index].depth > 0 || (index + 1 < all.count && all[index + 1].depth > 0)
        }.map { all[$0] }
        try html.element(.figure, [.id(drawing.name), .class("tree tall")]) {
            html.line()
            try line(.p, [.class("plain")], drawing.sentence)
            try html.element(.ul) {
                html.line()
                for (index, voice) in lines.enumerated() {
                    try self.voice(voice, joins: Self.joins(at: index, in: lines))
                }
            }
            html.line()
        }
        html.line()
    }

    private func voice(_ voice: VoiceLine, joins: [TreeJoin]) throws {
        try html.element(.li) {
            for join in joins { try self.join(join) }
            try html.element(.p) {
                try say(.id(voice.source))
                html.text(" ")
                if let relation = voice.relation {
                    try say(.quiet(relation))
                    html.text(" ")
                }
                try say(voice.isShownBefore ? .quiet(voice.title) : voice.title)
            }
        }
        html.line()
    }

    private func join(_ join: TreeJoin) throws {
        try html.element(.span, [.class("join"), .hidden]) { try sign(join) }
    }

    private func sign(_ join: TreeJoin) throws {
        try html.element(.svg) {
            let ends: [(String, SVGLength)] =
                switch join {
                case .none: []
                case .passing: [("down", .part(1))]
                case .last: [("down", .pixels(14)), ("over", .pixels(14))]
                case .branch: [("down", .part(1)), ("over", .pixels(14))]
                }
            for (way, end) in ends {
                let isDown = way == "down"
                try html.element(
                    .line,
                    [
                        .x1(.pixels(7)), .x2(.pixels(isDown ? 7 : 18)), .y1(isDown ? .pixels(0) : end), .y2(end),
                    ])
            }
        }
    }

    /// What stands before a line of a tree, for each step of its depth.
    enum TreeJoin {
        /// Nothing comes after in this step.
        case none
        /// The line above goes on to one further down.
        case passing
        /// The line joins the one above, and is the last that does.
        case last
        /// The line joins the one above, and others follow.
        case branch
    }

    /// The deepest step that is drawn; what is deeper stands with it.
    private static let mostSteps = 6

    static func joins(at index: Int, in lines: [VoiceLine]) -> [TreeJoin] {
        let depth = min(lines[index].depth, mostSteps)
        if depth == 0 { return [] }
        return (1...depth).map { step in
            // The next line that is not deeper than this step tells whether the step goes on.
            let next = lines[(index + 1)...].first { min($0.depth, mostSteps) <= step }
            let goesOn = next.map { min($0.depth, mostSteps) == step } ?? false
            return step == depth ? (goesOn ? .branch : .last) : (goesOn ? .passing : .none)
        }
    }
}
