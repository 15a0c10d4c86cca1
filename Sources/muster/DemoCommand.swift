import ArgumentParser
import MusterCore

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "demo", abstract: "Build a registry from a real dispatch.")
    func run() throws {}
}
