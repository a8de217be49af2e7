// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "replymeter",
  dependencies: [
    // Options, help texts and shell completions of the command.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // The configuration: its `Node` interface gives line and column and keeps `no` a word.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // SHA-256 of the outputs in manifest.json and HMAC for pseudonyms.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "CSystem"),
    // Which commit is built, where script/package says so; nothing is read from git here.
    .target(
      name: "CBuildCommit",
      cSettings: Context.environment["REPLYMETER_COMMIT"].map {
        [.define("BUILD_COMMIT", to: $0)]
      } ?? []),
    .target(name: "CByteScan"),
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    // Fingerprints of whole files, by xxHash at the full width of the machine.
    .target(name: "CBlockHash", dependencies: ["CXXHash"]),
    // Ids, words and moments of rows as numbers: what is done for every row of a history.
    .target(name: "CRowKeys"),
    // Exports come compressed: gzip and zstd are unpacked by their own libraries.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "DelimitedText", dependencies: ["CByteScan"]),
    .target(
      name: "MessageHistory",
      dependencies: [
        "CBlockHash", "CRowKeys", "CSystem", "CXXHash", "CZlib", "CZstd", "DelimitedText",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "ResponseMetrics", dependencies: ["CSystem", "MessageHistory"]),
    .target(name: "Templates"),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "HTMLDocument", dependencies: ["CLibXML2"]),
    .target(
      name: "BuiltInTemplates", path: "templates", resources: [.embedInCode("built-in")]),
    .target(
      name: "Reports",
      dependencies: [
        "BuiltInTemplates", "CByteScan", "CSystem", "DelimitedText", "HTMLDocument",
        "MessageHistory", "ResponseMetrics", "Templates",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "ReplymeterCommand",
      dependencies: [
        "BuiltInTemplates", "CBuildCommit", "CSystem", "DelimitedText", "HTMLDocument",
        "MessageHistory", "Reports", "ResponseMetrics", "Templates", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "replymeter",
      dependencies: [
        "ReplymeterCommand",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .executableTarget(name: "HistoryGenerator", path: "Tests/Benchmarks/HistoryGenerator"),
    .target(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "DelimitedText", "HTMLDocument", "MessageHistory", "ReplymeterCommand", "Templates",
      ],
      path: "Tests/Fuzz/Targets"),
    .executableTarget(
      name: "Fuzzer", dependencies: ["CFuzzer", "FuzzTargets"], path: "Tests/Fuzz/Fuzzer"),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"], path: "Tests/Fuzz/Tests"),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "DelimitedTextTests", dependencies: ["DelimitedText", "TestSupport"]),
    .testTarget(
      name: "MessageHistoryTests",
      dependencies: [
        "CRowKeys", "CZlib", "CZstd", "DelimitedText", "MessageHistory", "TestSupport",
      ]),
    .testTarget(name: "ResponseMetricsTests", dependencies: ["ResponseMetrics", "TestSupport"]),
    .testTarget(name: "TemplatesTests", dependencies: ["Templates", "TestSupport"]),
    .testTarget(name: "HTMLDocumentTests", dependencies: ["HTMLDocument", "TestSupport"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "BuiltInTemplates", "HTMLDocument", "MessageHistory", "Reports", "ResponseMetrics",
        "Templates", "TestSupport",
      ]),
    .testTarget(
      name: "ReplymeterCommandTests",
      dependencies: ["DelimitedText", "ReplymeterCommand", "TestSupport"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["replymeter", "TestSupport"],
      exclude: ["Faults", "Goldens"]),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
