import Foundation

/// A manifest.json: what made a report.
struct ComparedManifest: Decodable {
  struct File: Decodable {
    let name: String
    let xxh3_128: String?
    let sha256: String?

    /// What tells its content from another.
    var fingerprint: String { xxh3_128 ?? sha256 ?? "" }
  }

  let program: String
  let version: String
  /// Set ones alone.
  let settings: [String: String]
  /// Side files of the configuration.
  let files: [File]
  let inputs: [File]

  private enum CodingKeys: String, CodingKey {
    case program, version, settings, files, inputs
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    program = try values.decode(String.self, forKey: .program)
    version = try values.decode(String.self, forKey: .version)
    settings = try values.decode([String: String?].self, forKey: .settings)
      .compactMapValues { $0 }
    files = try values.decodeIfPresent([File].self, forKey: .files) ?? []
    inputs = try values.decode([File].self, forKey: .inputs)
  }

  /// The manifest of a folder; nil where there is none.
  ///
  /// - Parameter folder: empty for the working directory, else with its slash.
  /// - Throws: `RunError` where it cannot be read or is no manifest.
  init?(inFolder folder: String) throws(RunError) {
    let path = folder + Manifest.fileName
    guard let bytes = try FileBytes.read(path, failingWith: .inputUnreadable) else { return nil }
    guard let manifest = try? JSONDecoder().decode(Self.self, from: Data(bytes)),
      manifest.program == Manifest.program
    else {
      throw RunError(
        .inputNotUnderstood,
        "\(path): error: this is no manifest of replymeter; remove it to compare the figures alone")
    }
    self = manifest
  }
}
