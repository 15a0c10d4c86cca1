import Foundation
import Testing

@testable import muster

/// What is mistyped is answered with what was meant, and what begins with a dash is taken as it is meant.
@Suite final class MistypedTests {
    let muster: Command

    init() throws { muster = try Command(after: "muster init\nmuster add source Dispatch --kind regional-media") }

    deinit { muster.remove() }

    @Test(arguments: [
        ("officals", "'officals' is no command of 'muster' (near it: officials); 'muster help' lists them"),
        ("enrol x", "'enrol' is no command of 'muster' (near it: enroll, enrollments); 'muster help' lists them"),
        (
            "add offical x",
            "'offical' is no command of 'muster add' (near it: official); 'muster help add' lists them"
        ),
        ("help offical", "'offical' is no command of 'muster' (near it: officials); 'muster help' lists them"),
        ("frobnicate", "'frobnicate' is no command of 'muster'; 'muster help' lists them"),
        (
            "delete E1",
            "'delete' is no command here; nothing is deleted: 'muster revert' undoes a revision, and 'muster edit' takes "
                + "standing=rejected with a --note"
        ),
        ("units --region Kalinigrad", "no region 'Kalinigrad' on the register (near it: RU-KGD Kaliningrad Oblast)"),
        ("units --region Калинингрд", "no region 'Калинингрд' on the register (near it: RU-KGD Kaliningrad Oblast)"),
        (
            "enrollments --post-kind minster",
            "'minster' is not a post kind (near it: deputy prime minister, minister or head of department in a regional "
                + "government, regional minister)"
        ),
        ("units --region 39", "no region '39' on the register (near it: RU-KGD Kaliningrad Oblast"),
        (
            "add source x --kind other --published 45808",
            "'45808' is not an EDTF date; a spreadsheet has this number for 2025-05-31, or for 2029-06-01 if it counts from 1904; write the day that is meant"
        ),
        (
            "add source x --kind other --published 2025-05-31T21:30:00Z",
            "'2025-05-31T21:30:00Z' has a time of day, and the registry keeps days; write 2025-05-31, or the day that it was at "
                + "the place: its time is given in another zone"
        ),
    ])
    func `a mistyped word gets the nearest, and a number of a spreadsheet its day`(line: String, message: String) throws
    {
        let result = try muster.shell("muster \(line)")
        #expect(result.errors.hasPrefix("muster: \(message)"), "\(result.errors)")
        #expect([64, 65, 66].contains(result.code))
    }

    @Test func `a name that begins with a dash is a name`() throws {
        let added = try muster.shell("muster add official '-hanna Test' --post Governor --source S1")
        #expect(added.output.contains("official -hanna Test added"), "\(added.errors)")
        #expect(try muster.shell("muster search -hanna --limit 5").output.contains("-hanna Test"))
        let left = try muster.shell("muster event '-hanna Test' left --on 2025-05 --source S1 --cause -x")
        #expect(left.output.contains("left recorded"), "\(left.errors)")
        #expect(try muster.shell("muster search -h").output.contains("USAGE"))
    }
}
