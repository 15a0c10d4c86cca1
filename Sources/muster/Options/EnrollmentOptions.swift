import ArgumentParser
import MusterCore
import MusterValues

/// The further options that narrow enrollments alone.
struct EnrollmentOptions: ParsableArguments {
    @Option(help: .condition(.contract)) var contract: [String] = []
    @Option(help: .condition(.postChange)) var postChange: String?

    /// Narrows a filter by these.
    func narrow(_ filter: inout Filter) throws(MusterError) {
        filter.contracts = try contract.map { text throws(MusterError) in try ContractKind(typed: text) }
        filter.postChange = postChange
    }
}
