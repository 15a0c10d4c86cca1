public import ArgumentParser
public import MusterCore

extension TextEncoding: ExpressibleByArgument {}
