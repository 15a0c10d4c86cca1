// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "muster",
    products: [
        .executable(name: "muster", targets: ["muster"]),
        .library(name: "MusterCore", targets: ["MusterCore"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .target(
            name: "CMusterMigrations",
            path: "migrations",
            exclude: ["0001_registry.sql", "0002_history.sql", "0003_names.sql"]
        ),
        .target(
            name: "MusterCore",
            dependencies: [
                "CMusterMigrations", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [
                .embedInCode("Regions/Reference/regions.csv"),
                .embedInCode("Regions/Reference/borders.csv"),
                .embedInCode("Regions/Reference/blocs.csv"),
                .embedInCode("Demo/dispatch.json"),
            ]
        ),
        .executableTarget(
            name: "muster",
            dependencies: [
                "MusterCore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .testTarget(
            name: "MusterCoreTests",
            dependencies: ["MusterCore", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "musterTests",
            dependencies: [
                "MusterCore", "muster", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
