import ArgumentParser
import MusterCore
import MusterValues

struct AddUnit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit",
        abstract: "Add a unit.",
        discussion: """
            Example: muster add unit BARS-Kaliningrad --region RU-KGD --programme BARS --form battalion --form-on 2025-05 \
            --strength 500 --strength-on 2025-06 --ordinal 5 --source S1 --locator "paragraph 1"

            --stated is cited on the form or the status if that is what it means, and otherwise on the name. --quote is cited on \
            the form, status and strength, if any is given, and on whatever it has the words of.

            Without a designation it is an unnamed unit of its region.
            """)

    @Argument(help: "Its designation; none for an unnamed unit.") var designation: String?
    @Option(help: .field(.region, of: .unit, "region"))
    var region: RecordReference?
    @Option(help: .field(.programme, of: .unit, "name"))
    var programme: RecordReference?
    @Option(help: .field(.kind, of: .unit, "kind"))
    var kind: String?
    @Option(help: .field(.partOf, of: .unit, "unit"))
    var partOf: RecordReference?
    @Option(help: .field(.ordinal, of: .unit, "number"))
    var ordinal: Int?
    @Option(help: .field(.role, of: .unit, "text"))
    var role: String?
    @Option(help: ArgumentHelp("\(UnitForm.allCases.map(\.words).joined(separator: ", ")).", valueName: "form"))
    var form: String?
    @Option(
        help: ArgumentHelp(
            "\(UnitStatus.allCases.filter { !$0.namesOther }.map(\.words).joined(separator: ", ")).",
            valueName: "status"))
    var status: String?
    @Option(
        help: ArgumentHelp(
            "Its number of people: 500, a range as 300..500, the least as 300.. alone.", valueName: "number"))
    var strength: String?
    @Option(help: ArgumentHelp("When it had that form, status and strength, EDTF.", valueName: "date")) var on: String?
    @Option(help: ArgumentHelp("When it had that form, if another day.", valueName: "date")) var formOn: String?
    @Option(help: ArgumentHelp("When it had that status, if another day.", valueName: "date")) var statusOn: String?
    @Option(help: ArgumentHelp("When it had that strength, if another day.", valueName: "date")) var strengthOn: String?
    @Option(help: ArgumentHelp("Another designation in use; may be given again.", valueName: "name")) var alias:
        [String] = []
    @Flag(name: .customLong("new"), help: "This is another unit than those of like designations on the register.")
    var isNew = false
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        var new = NewUnit(designation: designation, region: region, programme: programme, evidence: try evidence.one())
        new.kind = try kind.map { try UnitKind(typed: $0) }
        new.partOf = partOf
        new.ordinal = ordinal
        new.role = role
        new.form = try form.map { try UnitForm(typed: $0) }
        new.status = try status.map { try UnitStatus(typed: $0) }
        new.formWord = UnitForm.synonym(typed: form)
        new.statusWord = UnitStatus.synonym(typed: status)
        new.strength = try strength.map { try Strength(typed: $0) }
        new.date = try on.map { try EDTF(typed: $0) }
        new.formDate = try formOn.map { try EDTF(typed: $0) }
        new.statusDate = try statusOn.map { try EDTF(typed: $0) }
        new.strengthDate = try strengthOn.map { try EDTF(typed: $0) }
        new.aliases = alias
        new.isNew = isNew
        try write.run { try $0.add(new, by: $1) }
    }
}
