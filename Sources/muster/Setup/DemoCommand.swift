import ArgumentParser
import Foundation
import MusterCore
import MusterDemo
import MusterEditions
import MusterValues

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Build a registry from a real press dispatch and ask it questions; or a large invented one.",
        discussion: """
            Without --scale: records what an undated, unsigned dispatch says, each fact with its paragraph, in demo.db, then \
            answers which units there are, who joined, who says so, what is in dispute and what is missing, and ends with \
            the report of Kaliningrad Oblast. Where demo.db is there already, it is asked and left as it is.

            With --scale N: fills a new registry with N invented enrollments over the 83 regions, the same for the same N. \
            No name in it is meant to be a real person's.

            Example: muster demo --scale 3000 --db big.db
            """)

    @Option(help: ArgumentHelp("The file; otherwise demo.db here.", valueName: "file")) var db: String = "demo.db"
    @Option(help: ArgumentHelp("How many invented enrollments.", valueName: "number")) var scale: Int?

    func run() throws {
        if let scale { return try fill(scale) }
        let isThere = FileManager.default.fileExists(atPath: db)
        if isThere {
            Output.printNote("\(db) is there already: nothing is added to it")
        } else {
            let count = try make { try $0.recordDispatch().count }
            try tell("\(count) revisions from one dispatch")
        }
        let terminal = Terminal.standard
        let registry = try Registry(at: db, for: .reading)
        for (question, answer) in try DemoAnswers(registry: registry, terminal: terminal).all() {
            try Output.write("\n\(terminal.bold(question))\n\n\(answer)")
        }
        let report = try registry.edition(EditionRequest(.region, of: "RU-KGD")).text(as: .md)
        try Output.write(
            "\n\(terminal.bold("The report of Kaliningrad Oblast: muster report region RU-KGD --db \(db.printable)"))\n\n\(report)"
        )
    }

    private func fill(_ count: Int) throws {
        guard (1...10_000_000).contains(count) else {
            throw MusterError.badValue(
                field: "scale", value: "\(count)", rule: "give a whole number from 1 to 10000000")
        }
        try make { _ = try $0.fill(enrollments: count, by: Authorship(author: "muster demo")) }
        try tell("\(count) invented enrollments")
    }

    private func tell(_ what: String) throws(MusterError) {
        try Output.tell(of: "\(quoted(db)) is made") { () throws(MusterError) in
            try Output.write("\(db.printable): \(what)\n")
        }
    }

    private func make<Value>(_ record: (Registry) throws -> Value) throws(MusterError) -> Value {
        try Registry.make(at: db, fix: "name another file with --db, or remove it first") { registry in
            _ = try registry.loadReference(by: Authorship(author: "muster demo"))
            return try record(registry)
        }
    }
}
