import MusterEditions
import MusterHTML

extension PageView {
    /// Writes the input for the token with which somebody signs in.
    ///
    /// - Parameter fault: what is wrong with the token that was sent; nil for nothing.
    /// - Throws: what the writer throws.
    func tokenInput(fault: Words?) throws {
        try html.element(.div, [.class(fault == nil ? "field" : "field refused")]) {
            try html.element(.label, [.for("f-token")], plain(.tokenLabel))
            try html.element(.p, [.class("hint"), .id("f-token-hint")], plain(.tokenHint))
            if let fault {
                try html.element(.p, [.class("fault"), .id("f-token-fault"), .role("alert")]) { try blocks.say(fault) }
            }
            try html.element(
                .input,
                [
                    .type("password"), .name(Call.tokenInput), .id("f-token"), .autocomplete("current-password"),
                    .describedBy(fault == nil ? "f-token-hint" : "f-token-hint f-token-fault"),
                ] + (fault == nil ? [] : [.invalid, .autofocus]))
        }
    }
}
