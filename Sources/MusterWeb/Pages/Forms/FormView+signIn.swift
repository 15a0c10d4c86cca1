import MusterEditions
import MusterHTML
import MusterValues

extension FormView {
    /// Says that the session is over and nothing that was typed is lost.
    func sessionOver(_ signIn: FormState.SignIn) throws {
        // A token that is refused is where the keyboard goes.
        let focus: [HTMLAttribute] = signIn.fault == nil ? [.autofocus] : []
        try html.element(.div, [.class("problem"), .reachable, .role("alert")] + focus) {
            try view.blocks.line(.h2, [], .sessionOver)
            try view.blocks.line(.p, [], state.spec.kind == .imports ? .sessionOverFile : .nothingSaved)
            try view.blocks.line(.p, [], .sessionOverAbout)
        }
        html.line()
    }

    /// Writes the input for the token, with a button that does what was asked for before: a browser presses the first button of a form
    /// if somebody presses Enter.
    func signIn(_ signIn: FormState.SignIn) throws {
        try html.element(.fieldset) {
            html.line()
            try view.blocks.line(.legend, [], .signIn)
            try view.tokenInput(fault: signIn.fault)
            try html.element(.div, [.class("actions")]) {
                try html.element(
                    .button, [.type("submit"), .name("?do"), .value(signIn.isCheck ? "check" : "record")],
                    view.plain(signIn.isCheck ? .signInAndCheck : .signInAndRecord))
            }
        }
        html.line()
    }

    /// The values that are sent again without being shown.
    var carried: [(key: String, value: String)] {
        state.values.sorted { $0.key < $1.key }.filter { name, value in
            if name.hasPrefix("was.") || ["?if_match", FormSpec.settle].contains(name) { return true }
            // The choice among look-alikes is shown with them, and they are not shown to somebody unknown.
            if state.signIn != nil, ["?pick", "?picked_for"].contains(name) { return true }
            return name == "?pick" && value == Self.unsure || name == "record" && state.spec.kind == .edit
        }
    }
}
