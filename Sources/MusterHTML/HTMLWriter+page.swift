extension HTMLWriter {
    /// Writes a whole page, and hands it over.
    ///
    /// - Parameters:
    ///   - language: the language of the page, by BCP 47.
    ///   - head: writes its head.
    ///   - body: writes what is inside of its body, after the marks that drawings and badges refer to.
    /// - Throws: what the sink or the parts throw.
    public func page(in language: String, head: () throws -> Void, body: () throws -> Void) throws {
        doctype()
        try element(.html, [.lang(language)]) {
            line()
            try head()
            try element(.body) {
                line()
                marks()
                try body()
            }
            line()
        }
        line()
        try flush()
    }

    /// Writes the main part of a page, to which the link past its head leads.
    ///
    /// - Parameter content: writes what is inside.
    /// - Throws: what the sink or the content throws.
    public func mainPart(_ content: () throws -> Void) throws {
        try element(.main, [.id("content"), .class("wrap top")]) {
            line()
            try content()
        }
        line()
    }

    /// Writes an input of a form that is not shown.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - value: what it holds.
    /// - Throws: what the sink throws.
    public func hiddenInput(_ name: String, _ value: String) throws {
        try element(.input, [.type("hidden"), .name(name), .value(value)])
    }
}
