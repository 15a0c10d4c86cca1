import MusterHTML
import MusterValues

extension BlockWriter {
    /// Values that contradict each other, side by side: a box for each.
    func pairs(_ disputes: [DisputedValue]) throws {
        try html.element(.div, [.class("pairs")]) {
            html.line()
            for dispute in disputes { try pair(dispute) }
        }
        html.line()
    }

    private func pair(_ dispute: DisputedValue) throws {
        try html.element(.div, [.class("pair")]) {
            html.line()
            try html.element(.div, [.class("pair-head")]) {
                try html.element(.h3) { try say(dispute.title) }
                try html.element(.p) { try say(dispute.concluded) }
            }
            html.line()
            try html.element(.div, [.class("halves")]) {
                html.line()
                for side in dispute.supporting { try half(side, isAgainst: false) }
                for side in dispute.against { try half(side, isAgainst: true) }
            }
            html.line()
            if let settled = dispute.settled { try line(.p, [.class("pair-foot")], settled) }
        }
        html.line()
    }

    private func half(_ side: DisputedValue.Side, isAgainst: Bool) throws {
        try html.element(.div, [.class(isAgainst ? "half against" : "half")]) {
            html.line()
            try html.element(.h4) {
                try html.element(.svg, [.hidden, .units(width: 10, height: 10)]) {
                    try html.element(.path, [.outline(isAgainst ? "M1 1L9 9M9 1L1 9" : "M1 5.5L4 8.5L9 2")])
                }
                html.text(speaker.plain(.say(isAgainst ? .againstHead : .forHead)))
            }
            html.line()
            try line(.p, [.class("stated")], side.value)
            for voice in side.voices { try line(.p, [], voice) }
        }
        html.line()
    }
}
