import Testing

@testable import MusterValues

/// Two dates contradict each other only if no day can be meant by both.
struct EDTFSameDayTests {
    @Test(arguments: [
        ("2025-04-01", "2025-04-01", true), ("2025-04-01", "2025-04-02", false), ("2025-04", "2025-04-02", true),
        ("2025", "2026-01", false), ("XXXX-04", "2023-04", true), ("XXXX-04", "2023-05", false),
        ("XXXX-04", "2023", true),
        ("XXXX-04", "XXXX-05", false), ("XXXX-04", "XXXX-04-03", true), ("XXXX-02-29", "2023", false),
        ("XXXX-02-29", "2023/2024", true), ("XXXX-04", "../2023-01", true), ("2025-10-15~", "2025-10-20", true),
        ("2025-10-15~", "2025-11-20", false), ("2025-10/..", "2030", true), ("2025-10/..", "2024", false),
        ("[2024,2026]", "2026-05", true), ("2025-01-15", "XXXX-24", true), ("XXXX-01", "XXXX-24", true),
        ("XXXX-24", "XXXX-02-29", true), ("2025-03-01", "XXXX-24", false), ("XXXX-24", "XXXX-11", false),
        ("2025-01-02", "XXXX-12-30~", true), ("XXXX-12-30", "XXXX-01-03~", true), ("2025-12-30", "XXXX-01-03~", true),
        ("2025-02-15", "XXXX-12-30~", false), ("XXXX-02-22~", "XXXX-03-01", true), ("XXXX-02-29", "XXXX-02-28", false),
    ])
    func `two dates can be one day`(one: String, other: String, isSame: Bool) throws {
        let (first, second) = (try EDTF(one), try EDTF(other))
        #expect(first.canBeSame(as: second) == isSame)
        #expect(second.canBeSame(as: first) == isSame)
    }
}
