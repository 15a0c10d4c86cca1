import MusterCore
import MusterValues
import Testing

struct EDTFTests {
    @Test(arguments: [
        ("2025-04", false, false), ("2025-04?", true, false), ("2025-04~", false, true), ("2025-04%", true, true),
        ("2025-04?/2025-06", true, false), ("2025-04/2025-06~", false, true), ("2025-04?/2025-06~", true, true),
        ("../2025%", true, true), ("[2025?,2026]", true, false), ("{2025,2026~,2027}", false, true),
        ("2025-21?", true, false), ("Y17000~", false, true), ("XXXX-04?", true, false),
    ])
    func `a qualifier anywhere marks the whole`(text: String, isUncertain: Bool, isApproximate: Bool) throws {
        let date = try EDTF(text)
        #expect(date.isUncertain == isUncertain)
        #expect(date.isApproximate == isApproximate)
    }

    @Test(arguments: ["2025", "2025-04-12", "2025-21", "202X", "Y17000", "XXXX-04", "2024/2025"])
    func `a qualifier never widens`(text: String) throws {
        let plain = try EDTF(text)
        for qualifier in ["?", "~", "%"] {
            let qualified = try EDTF(text + qualifier)
            #expect(qualified.earliest == plain.earliest)
            #expect(qualified.latest == plain.latest)
        }
    }

    @Test(arguments: ["2025-04?", "[2025-04..2025-06]", "../..", "XXXX-04"])
    func `the text is kept as given`(text: String) throws {
        let date = try EDTF(text)
        #expect(date.text == text)
        #expect("\(date)" == text)
    }

    @Test func `dates of the same days and other texts are not equal`() {
        let year: EDTF = "2025"
        #expect(year == "2025")
        #expect(year != "2025-01/2025-12")
        #expect(year != "2025?")
        #expect(Set([year, "2025", "2025?"]).count == 2)
    }

    @Test(
        arguments: [
            ("../2025-05-31", nil, "2025-05-31"), ("2025-05-31/..", "2025-05-31", nil), ("/2025", nil, "2025-12-31"),
            ("XXXX-04", nil, nil),
        ] as [(String, String?, String?)])
    func `an open or unknown side has no day`(text: String, earliest: String?, latest: String?) throws {
        let date = try EDTF(text)
        #expect(date.earliest?.description == earliest)
        #expect(date.latest?.description == latest)
    }

    @Test func `a text of two hundred characters is read, and one longer is not`() throws {
        let members = Array(repeating: "2025-04-01", count: 17).joined(separator: ",")
        let longest = "[\(members),2025-04-01?]"
        #expect(longest.count == 200)
        #expect(try EDTF(longest).latest == Day("2025-04-01"))
        let longer = "[\(members),2025-04-XX?,2025]"
        #expect(throws: EDTF.Refusal.self) { try EDTF(longer) }
    }
}
