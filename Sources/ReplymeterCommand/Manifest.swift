import Foundation
import MessageHistory
import Reports

/// manifest.json: what made the report, so that it can be made again and told from others.
struct Manifest {
  static let program = "replymeter"
  static let fileName = "manifest.json"
  /// Each stands at the start of a line, which no text in the file can, as line ends are escaped in
  /// it; outputs come after inputs.
  private static let inputsKey = "inputs"
  private static let outputsKey = "outputs"

  var version: String
  /// What bears on results, by name, in order.
  var settings: [(name: String, value: String?)]
  /// The SHA-256 is there where it was asked for.
  var inputs: [(name: String, size: Int, fingerprint: BlockFingerprint, sha256: String?)]
  var sideFiles: [SideFile]
  var outputs: [OutputFolder.Output]

  func render() -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.newLine()
    json.key("program")
    json.string(Self.program)
    json.newLine()
    json.key("version")
    json.string(version)
    json.newLine()
    json.key("settings")
    json.beginObject()
    for setting in settings {
      json.newLine()
      json.key(setting.name)
      if let value = setting.value { json.string(value) } else { json.null() }
    }
    json.endObject()
    json.newLine()
    json.key("files")
    write(sideFiles.map { ($0.name, nil, [("sha256", $0.sha256)]) }, to: &json)
    json.newLine()
    json.key(Self.inputsKey)
    write(
      inputs.lazy.map { input in
        let sha256 = input.sha256.map { [("sha256", $0)] } ?? []
        return (input.name, input.size, [("xxh3_128", input.fingerprint.hexadecimal)] + sha256)
      }, to: &json)
    json.newLine()
    json.key(Self.outputsKey)
    write(outputs.map { ($0.name, $0.size, [("sha256", $0.sha256)]) }, to: &json)
    json.endObject()
    return json.bytes + Array("\n".utf8)
  }

  /// A manifest without its inputs, of which there may be a million; as it is where they are not
  /// found.
  static func withoutInputs(_ json: Data) -> Data {
    let (inputs, outputs) = (Data("\n\"\(inputsKey)\":".utf8), Data("\n\"\(outputsKey)\":".utf8))
    guard let start = json.range(of: inputs)?.lowerBound,
      let end = json.range(of: outputs, options: .backwards)?.lowerBound, start < end
    else { return json }
    return json[..<start] + json[end...]
  }

  private func write(
    _ files: some Sequence<(name: String, size: Int?, hashes: [(name: String, value: String)])>,
    to json: inout JSONText
  ) {
    json.beginArray()
    for file in files {
      json.newLine()
      json.beginObject()
      json.key("name")
      json.string(file.name)
      if let size = file.size {
        json.key("size")
        json.number(String(size))
      }
      for hash in file.hashes {
        json.key(hash.name)
        json.string(hash.value)
      }
      json.endObject()
    }
    json.endArray()
  }
}
