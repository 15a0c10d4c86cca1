import Foundation
import MusterValues
import Testing

/// Tests that JSON has a date or a day as one string.
struct DateCodingTests {
    private func decoded<Value: Decodable>(_ text: String, as _: Value.Type) throws -> Value? {
        try JSONDecoder().decode([Value].self, from: JSONEncoder().encode([text])).first
    }

    /// The reason why a text cannot be decoded; nil if it can.
    private func refusal<Value: Decodable>(of text: String, as type: Value.Type) -> String? {
        do {
            _ = try decoded(text, as: type)
            return nil
        } catch DecodingError.dataCorrupted(let context) {
            return context.debugDescription
        } catch { return "another error: \(error)" }
    }

    @Test(arguments: ["2025-05-31", "XXXX-04", "2025-04?/..", "[2025-04..2025-06]", "Y17000"])
    func `a date is coded as its text`(text: String) throws {
        #expect(try decoded(text, as: EDTF.self) == EDTF(text))
        #expect(try JSONDecoder().decode([String].self, from: JSONEncoder().encode([EDTF(text)])) == [text])
    }

    @Test func `a text that is no date is not decoded, and the error says why`() {
        #expect(
            refusal(of: "2025-02-30", as: EDTF.self) == "'2025-02-30' is not a date; February 2025 has 28 days")
        #expect(refusal(of: "", as: EDTF.self)?.hasPrefix("'' is not an EDTF date") == true)
    }

    @Test func `a day is coded as its text, and what is not one day is not decoded`() throws {
        let day = try #require(Day("2025-05-31"))
        #expect(try JSONDecoder().decode([String].self, from: JSONEncoder().encode([day])) == ["2025-05-31"])
        #expect(try decoded("2025-05-31", as: Day.self) == day)
        for text in ["2025-05", "2025-02-30", "Y12025-05-31"] {
            #expect(refusal(of: text, as: Day.self) == "'\(text)' is not one day, as 2025-05-31 is")
        }
    }

    @Test func `a date that is typed is refused in the same words as a date in JSON`() {
        #expect(throws: MusterError.badDate("'2025-02-30' is not a date; February 2025 has 28 days")) {
            try EDTF(typed: "2025-02-30")
        }
    }
}
