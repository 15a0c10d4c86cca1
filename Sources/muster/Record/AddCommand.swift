import ArgumentParser
import MusterCore
import MusterValues

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a source, a unit, an official with a post or a file of them, a post, a region or a programme.",
        subcommands: [
            AddSource.self, AddUnit.self, AddOfficial.self, AddPost.self, AddRegion.self,
            AddProgramme.self,
        ])
}
