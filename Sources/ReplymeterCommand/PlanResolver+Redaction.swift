import Glibc
import Reports

extension PlanResolver {
  /// Whose names are hidden, and under which secret.
  ///
  /// The key file is read only where something is hidden. It is no side file: not even a hash of
  /// the secret stands in manifest.json.
  /// - Throws: `RunError` or `ConfigurationError` for a key file without a usable secret.
  func redaction(option: RedactionLevel?) throws -> Redaction {
    let configured = configuration.values.redaction
    let level = option ?? configured.level?.value ?? .none
    guard level != .none, let file = configured.keyFile else {
      return Redaction(level: level, secret: level == .none ? [] : nil)
    }
    func refusal(_ what: String) -> ConfigurationError {
      configuration.refusing(
        file, key: "key_file", what: what,
        expected: "a file with a secret, such as 32 random bytes",
        advice: "make one: head -c 32 /dev/urandom > redaction.key")
    }
    let path = configuration.path(file.value)
    guard
      let secret = try FileBytes.read(
        path, failingWith: .configuration, atMost: Self.longestSecret)
    else { throw refusal("the key file is not there") }
    guard secret.contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      throw refusal("the key file is empty")
    }
    return Redaction(level: level, secret: secret)
  }

  private static let longestSecret = 1 << 16

  /// A warning where others than its owner may read or change the key file that is used.
  func keyFileWarning(_ redaction: Redaction) -> String? {
    guard redaction.level != .none, let file = configuration.values.redaction.keyFile else {
      return nil
    }
    let path = configuration.path(file.value)
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_mode & 0o066 != 0
    else { return nil }
    return "\(path): warning: others than its owner may read the key file, and with it find out "
      + "who the pseudonyms are; run chmod 600 on it"
  }
}
