public import ArgumentParser
public import MusterValues

extension RecordReference: ExpressibleByArgument {
    /// Takes any text; the registry finds out which record it names.
    public init?(argument: String) { self.init(argument) }
}
