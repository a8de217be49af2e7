import Foundation
import Reports
import TestSupport
import Testing

@testable import ReplymeterCommand

/// The key file of a redaction, from the configuration to the plan.
struct RedactionKeyTests {
  private static let configuration = "redaction: { level: all, key_file: the.key }\n"

  /// The plan under a key file of this content, or none, and the place's folder in its errors cut.
  private func plan(
    key: String?, mode: Int = 0o600, level: RedactionLevel? = nil,
    configuration: String = Self.configuration
  ) throws -> ReportPlan {
    let folder = try TemporaryFolder()
    if let key {
      let path = try folder.write(key, to: "the.key")
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    do {
      return try WrittenHistory(rows: WrittenHistory.shop, configuration: configuration)
        .plan(in: folder) { $0.redaction = level }
    } catch {
      let error = RunError(error)
      throw RunError(error.status, error.message.replacing(folder.path, with: ""))
    }
  }

  @Test func theWholeContentOfTheFileIsTheSecret() throws {
    let plan = try plan(key: "secret\n")
    let expected = Redaction(level: .all, secret: Array("secret\n".utf8))
    #expect(plan.redaction.fingerprint == expected.fingerprint)
    #expect(plan.warnings == [])
  }

  private static let advice =
    "expected a file with a secret, such as 32 random bytes); make one: "
    + "head -c 32 /dev/urandom > redaction.key"
  private static let unusable: [(key: String?, message: String)] = [
    (
      nil,
      "replymeter.yml:1:36: error: the key file is not there in 'key_file' (found 'the.key', "
        + advice
    ),
    (
      "",
      "replymeter.yml:1:36: error: the key file is empty in 'key_file' (found 'the.key', " + advice
    ),
    (
      " \r\n",
      "replymeter.yml:1:36: error: the key file is empty in 'key_file' (found 'the.key', " + advice
    ),
    (
      String(repeating: "x", count: 65_537),
      "the.key: error: the file is too long (expected at most 65536 bytes)"
    ),
  ]

  @Test(arguments: unusable)
  func aKeyFileWithoutAUsableSecretIsAnError(key: String?, message: String) throws {
    let error = try #require(throws: RunError.self) { _ = try plan(key: key) }
    #expect(error == RunError(.configuration, message))
  }

  @Test(arguments: [0o640, 0o604, 0o622, 0o644])
  func aKeyFileThatOthersMayReadIsWarnedOf(mode: Int) throws {
    let warnings = try plan(key: "secret", mode: mode).warnings
    #expect(warnings.count == 1)
    #expect(
      warnings.first?.hasSuffix(
        "the.key: warning: others than its owner may read the key file, and with it find out who "
          + "the pseudonyms are; run chmod 600 on it") == true)
  }

  @Test func theOptionWinsOverTheConfiguration() throws {
    #expect(try plan(key: "secret", level: .contacts).redaction.level == .contacts)
    // Nothing is hidden: the file is not asked for.
    let plain = try plan(key: nil, level: RedactionLevel.none)
    #expect(plain.redaction.level == .none)
    #expect(plain.manifestSettings.first { $0.name == "redaction" }?.value == "none")
    #expect(plain.manifestSettings.contains { $0.name == "redaction_key" && $0.value == nil })
  }

  @Test func withoutAKeyFileTheSecretIsThatOfTheRun() throws {
    let plan = try plan(key: nil, configuration: "redaction: { level: contacts }\n")
    #expect(plan.redaction.changesFromRunToRun)
  }

  @Test func theManifestTellsTheLevelAndNeverTheSecret() throws {
    let plan = try plan(key: "zebulonsecret")
    let settings = plan.manifestSettings
    #expect(settings.first { $0.name == "redaction" }?.value == "all")
    #expect(settings.first { $0.name == "redaction_key" }?.value == plan.redaction.fingerprint)
    #expect(!settings.contains { $0.value?.contains("zebulon") == true })
    #expect(plan.sideFiles.isEmpty, "no hash of the secret either")
  }

  /// Under redaction `--employee` takes the key, or the pseudonym that the report shows.
  @Test(arguments: ["anna", "pseudonym", "nobody"])
  func theShownEmployeesMayBeNamedByPseudonym(name: String) throws {
    let secret = Redaction(level: .all, secret: Array("secret".utf8))
    let pseudonym = secret.employee(key: Array("anna".utf8), name: "").key
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "the.key")
    let plan = try WrittenHistory(
      rows: WrittenHistory.shop, configuration: Self.configuration
    ).plan(in: folder) { $0.employees = [name == "pseudonym" ? pseudonym : name] }
    let outcome = try ReportPipeline(plan: plan, version: "1", now: SystemClock.now()).run()
    let findings = outcome.findings
    let table = ReportTables(findings).table(.employees)
    let keys = table.rows.compactMap { row in table.index(of: "employee").map { row[$0] } }
    #expect(keys == (name == "nobody" ? [] : [.text(pseudonym), .text(pseudonym)]))
  }
}
