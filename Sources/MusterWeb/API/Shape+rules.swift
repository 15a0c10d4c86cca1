extension Shape {
    /// The same object with rules between its members.
    func ruled(_ rules: [Rule]) -> Shape { .ruled(self, rules) }

    /// The same object, in whose post a date and a word belong to what became of it.
    var withPost: Shape {
        replacing("post") { .ruled($0, [.needs("tenure_date", "tenure"), .needs("tenure_word", "tenure")]) }
    }

    /// The same object, whose evidence says what the source states.
    var withStated: Shape {
        replacing("evidence") { evidence in
            evidence.with(
                evidence.members.filter { $0.name == "stated" }.map {
                    Member(name: $0.name, shape: $0.shape, isRequired: true, help: $0.help)
                })
        }
    }

    private func replacing(_ name: String, _ change: (Shape) -> Shape) -> Shape {
        with(
            members.filter { $0.name == name }.map {
                Member(name: name, shape: change($0.shape), isRequired: $0.isRequired, help: $0.help)
            })
    }
}
