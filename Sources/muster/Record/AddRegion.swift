import ArgumentParser
import MusterCore
import MusterValues

struct AddRegion: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region",
        abstract: "Add a region, a district inside one, or a file of regions.",
        discussion: """
            Examples:
            muster add region UA-43 Crimea --kind republic --source S1
            muster add region --parent RU-KRS "Konyshevsky district" --source S1
            muster add region --file regions.csv --borders-file borders.csv

            A file has the columns iso_code, name_en and, where they are known, name_ru (the name in the country's own \
            language), kind, federal_district and region_number; a borders file has iso_code, country, border (land or \
            maritime) and note; a blocs file has bloc, country, member_since and member_until. What is on the register is left as it is. A territory keeps its own code; who administers or \
            claims it is cited: muster cite UA-43 --field claimed-by --source S1 --stated Russia
            """)

    @Argument(help: "Its ISO 3166-2 code and its name; for a district its name alone.") var codeAndName: [String] = []
    @Option(help: .field(.parent, of: .region, "region")) var parent: RecordReference?
    @Option(help: ArgumentHelp("A district's code; otherwise made from the name.", valueName: "code")) var code: String?
    @Option(help: ArgumentHelp("The name in the country's own language.", valueName: "name")) var localName: String?
    @Option(help: .field(.kind, of: .region, "kind")) var kind: String?
    @Option(help: .field(.federalDistrict, of: .region, "name")) var federalDistrict: String?
    @Option(help: .field(.number, of: .region, "number")) var number: String?
    @Option(help: ArgumentHelp("A CSV file of regions.", valueName: "file")) var file: String?
    @Option(help: ArgumentHelp("A CSV file of their foreign neighbours.", valueName: "file")) var bordersFile: String?
    @Option(help: ArgumentHelp("A CSV file of members of blocs.", valueName: "file")) var blocsFile: String?
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        if let file { return try load(file) }
        if bordersFile ?? blocsFile != nil { throw MusterError.usage("--borders-file and --blocs-file go with --file") }
        guard codeAndName.count == (parent == nil ? 2 : 1) else {
            throw MusterError.usage(
                parent == nil
                    ? "a region has a code and a name: muster add region CODE NAME"
                    : "a district has a name: muster add region --parent REGION NAME")
        }
        var new = NewRegion(
            code: parent == nil ? codeAndName[0] : code, name: codeAndName.last!, parent: parent,
            evidence: try evidence.one())
        new.localName = localName
        new.kind = kind
        new.federalDistrict = federalDistrict
        new.number = number
        try write.run { try $0.add(new, by: $1) }
    }

    private func load(_ file: String) throws {
        guard codeAndName.isEmpty, parent == nil, try evidence.all().isEmpty else {
            throw MusterError.usage("--file stands alone; leave out the code, the name, --parent and --source")
        }
        let (written, unread) = try write.writing().loadRegions(
            fromFile: file, bordersFile: bordersFile, blocsFile: blocsFile, by: write.authorship)
        try Output.printResult(written)
        if !unread.isEmpty {
            Output.printNote("columns not read: \(unread.map(\.printableInLine).joined(separator: ", "))")
        }
    }
}
