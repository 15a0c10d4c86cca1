import MusterValues
import Testing

@testable import MusterCore

/// Numbers of people as sources write them.
struct PeopleRangeTests {
    @Test(arguments: [
        ("500", "500"), ("2,162", "2162"), ("2 162", "2162"), ("2\u{A0}162", "2162"), ("1,002,162", "1002162"),
        ("300..500", "300 to 500"), ("300 to 500", "300 to 500"), ("300-500", "300 to 500"),
        ("2,000 – 2,162", "2000 to 2162"),
        ("300..", "at least 300"), ("at least 300", "at least 300"), ("..105", "up to 105"), ("up to 105", "up to 105"),
        ("At most 105", "up to 105"), ("0", "0"),
    ])
    func `a strength is read, and its words are read as the same`(_ text: String, _ words: String) throws {
        let value = try EventValue(typed: "strength \(text)", to: .unit)
        #expect(value.words == "strength \(words)")
        #expect(try EventValue(typed: value.words, to: .unit) == value)
    }

    @Test(arguments: [
        "about 500", "~500", "500?", "2.162", "2,16", "2,1622", "0,500", "1,000 200", " -5", "1 2", "500..300",
        "300 to", "..", "", "some",
        "20,000,000",
    ])
    func `what says no range is refused with the right form`(_ text: String) {
        let error = #expect(throws: MusterError.self) { try EventValue(typed: "strength \(text)", to: .unit) }
        #expect(error?.said.contains("'strength ..300'") == true, "\(error?.said ?? "")")
    }

    @Test(arguments: [("12", 12, 12), ("at least 1,200", 1200, nil), ("5 to 7", 5, 7), ("up to 7", 1, 7)])
    func `a group's number is read in the same forms`(_ text: String, _ least: Int, _ most: Int?) throws {
        #expect(try GroupSize(typed: text) == GroupSize(least: least, most: most))
    }
}
