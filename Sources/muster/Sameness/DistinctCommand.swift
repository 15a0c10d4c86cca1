import ArgumentParser
import MusterCore
import MusterValues

struct DistinctCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distinct",
        abstract: "Record that two records which look alike are not the same.",
        discussion: """
            They are then no longer offered as duplicates, and are not merged. Who finds that they are one after all merges them with --overrule.

            Example: muster distinct O1 O7 --reason "born in different years, by S4"
            """)

    @Argument(help: "An official, a unit, a source or a group.") var one: RecordReference
    @Argument(help: "Another of the same kind.") var other: RecordReference
    @OptionGroup var write: WriteOptions

    func run() throws { try write.run { try $0.distinguish(one, from: other, by: $1) } }
}
