// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
    import Glibc
#endif

/// What people wait for least is compiled to be small: the command is one file that is copied about.
let small: [SwiftSetting] = [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// A program is linked to be small. The static standard library asks for all symbols to be exported, which keeps 2 MB that nothing
/// calls. Packed relocations take 2.5 MB less on the disk and 4 MB less in memory, where the C library can read them.
let smallLink: [LinkerSetting] = [
    .unsafeFlags(
        ["-Xlinker", "--no-export-dynamic", "-Xlinker", "--icf=safe"]
            + (readsPackedRelocations
                ? ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"] : []),
        .when(platforms: [.linux], configuration: .release))
]

/// True if the C library here is glibc 2.36 or later. A program that is built here asks for it anyway, as far as it needs it.
var readsPackedRelocations: Bool {
    #if canImport(Glibc)
        var text = [CChar](repeating: 0, count: 64)
        // It tells "glibc 2.36".
        guard confstr(Int32(_CS_GNU_LIBC_VERSION), &text, text.count) > 0 else { return false }
        let parts = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self).split { !$0.isNumber }
            .compactMap { Int($0) }
        return parts.count > 1 && (parts[0], parts[1]) >= (2, 36)
    #else
        return false
    #endif
}

/// An import is internal unless it says otherwise. An existential type needs `any`. A file can use a member of another module
/// only if it imports that module.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "muster",
    products: [
        .executable(name: "muster", targets: ["muster"]),
        .executable(name: "muster-server", targets: ["muster-server"]),
        .library(name: "MusterCore", targets: ["MusterCore", "MusterValues"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0",
            traits: ["JSON"]),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(
            name: "CMusterMigrations",
            path: "migrations",
            exclude: [
                "0001_registry.sql", "0002_history.sql", "0003_names.sql", "0004_conclusions.sql", "0005_groups.sql",
                "0006_derivations.sql", "0007_designations.sql", "0008_changes.sql", "0009_terms.sql",
                "0010_set_aside.sql", "0011_looks.sql", "0012_claims.sql",
                "0013_redacted_holders.sql",
                "0014_former_names.sql",
                "0015_redacted_looks.sql",
                "0016_wording.sql",
                "0017_texts.sql",
                "0018_views.sql",
                "0019_plans.sql",
            ]
        ),
        .target(name: "CMusterSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "MusterValues", swiftSettings: strict),
        .target(
            name: "MusterCore",
            dependencies: [
                "MusterValues", "CMusterMigrations", "CMusterSQLite", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [
                .embedInCode("Regions/Reference/regions.csv"),
                .embedInCode("Regions/Reference/borders.csv"),
                .embedInCode("Regions/Reference/blocs.csv"),
            ],
            swiftSettings: strict
        ),
        .target(name: "MusterHTML", swiftSettings: strict + small),
        .target(
            name: "MusterEditions",
            dependencies: ["MusterCore", "MusterHTML", "MusterValues"],
            resources: [.embedInCode("Tiles/tiles.csv")],
            swiftSettings: strict + small
        ),
        .target(name: "CMusterSheets"),
        .target(
            name: "MusterSheets", dependencies: ["CMusterSheets", "MusterCore", "MusterEditions", "MusterValues"],
            swiftSettings: strict + small),
        .target(
            name: "MusterDemo",
            dependencies: ["MusterCore", "MusterValues"],
            resources: [.embedInCode("dispatch.json")],
            swiftSettings: strict + small
        ),
        .executableTarget(
            name: "muster",
            dependencies: [
                "MusterCore", "MusterDemo", "MusterEditions", "MusterSheets", "MusterValues",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict + small,
            linkerSettings: smallLink
        ),
        .target(
            name: "MusterWeb",
            dependencies: [
                "MusterCore", "MusterEditions", "MusterHTML", "MusterSheets", "MusterValues",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "muster-server",
            dependencies: [
                "MusterValues", "MusterWeb", .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict,
            linkerSettings: smallLink
        ),
        // Brute force by which the tests check the store. It tries every day, which takes minutes without the optimizer.
        .target(
            name: "Oracles", dependencies: ["MusterValues"], path: "Tests/Oracles",
            swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]
        ),
        .testTarget(
            name: "MusterCoreTests",
            dependencies: [
                "MusterCore", "MusterDemo", "MusterEditions", "MusterValues", "Oracles", "muster",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MusterEditionsTests",
            dependencies: ["MusterCore", "MusterDemo", "MusterEditions", "MusterHTML", "MusterValues"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MusterWebTests",
            dependencies: [
                "MusterCore", "MusterDemo", "MusterEditions", "MusterHTML", "MusterValues", "MusterWeb",
                "muster-server",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "musterTests",
            dependencies: [
                "MusterCore", "MusterDemo", "MusterEditions", "MusterSheets", "MusterValues", "muster",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
