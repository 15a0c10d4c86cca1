import Foundation
import MusterCore
import MusterValues

/// Asks a person at a terminal, one line at a time.
struct Prompt {
    /// Thrown if the person ends the input.
    struct GivenUp: Error {}

    /// True if a person can be asked: input and output are both a screen.
    static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Asks a question and reads the line that is typed, without spaces at its ends.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - usual: the answer of an empty line; nil makes that an empty answer.
    /// - Returns: the answer.
    /// - Throws: `GivenUp` at the end of the input.
    func line(_ question: String, usual: String? = nil) throws -> String {
        try Output.write("\(question)\(usual.map { " [\($0)]" } ?? ""): ")
        guard let typed = readLine() else {
            try Output.write("\n")
            throw GivenUp()
        }
        let text = typed.trimmingCharacters(in: .whitespaces)
        return text.isEmpty ? usual ?? "" : text
    }

    /// Asks until the answer can be read; a refusal is printed, and the question comes again.
    ///
    /// - Returns: the answer as typed; nil for an empty line.
    func checked(_ question: String, usual: String? = nil, _ check: (String) throws(MusterError) -> Void) throws
        -> String?
    {
        while true {
            let text = try line(question, usual: usual)
            if text.isEmpty { return nil }
            do throws(MusterError) {
                try check(text)
                return text
            } catch {
                print("  \(error.message)")
            }
        }
    }

    /// Asks until something is typed.
    func needed(_ question: String) throws -> String {
        while true {
            let text = try line(question)
            if !text.isEmpty { return text }
            print("  this is needed; Ctrl-D stops, and nothing is recorded")
        }
    }

    /// Offers a list and reads the number of one; nil if another word than a number was typed.
    func choice(of offers: [String], _ question: String, usual: String? = nil) throws -> (index: Int?, typed: String) {
        for (index, offer) in offers.enumerated() { print("  \(index + 1)  \(offer.printable)") }
        let text = try line(question, usual: usual)
        guard let number = Int(text), offers.indices.contains(number - 1) else { return (nil, text) }
        return (number - 1, text)
    }
}

extension String {
    /// The text as a word that a shell reads as it is: in quotes if it needs them.
    var shellWord: String {
        let isPlain = !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || "._/:=@-,+".contains($0) }
        return isPlain ? self : "'\(replacingOccurrences(of: "'", with: "'\\''"))'"
    }
}
