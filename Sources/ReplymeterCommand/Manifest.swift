import MessageHistory
import Reports

/// manifest.json: what made the report, so that it can be made again and told from others.
struct Manifest {
  static let program = "replymeter"

  var version: String
  /// What bears on results, by name, in order.
  var settings: [(name: String, value: String?)]
  var inputs: [(name: String, size: Int, fingerprint: String)]
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
    write(sideFiles.map { ($0.name, nil, "sha256", $0.sha256) }, to: &json)
    json.newLine()
    json.key("inputs")
    write(inputs.map { ($0.name, $0.size, "xxh3_128", $0.fingerprint) }, to: &json)
    json.newLine()
    json.key("outputs")
    write(outputs.map { ($0.name, $0.size, "sha256", $0.sha256) }, to: &json)
    json.endObject()
    return json.bytes + Array("\n".utf8)
  }

  private func write(
    _ files: [(name: String, size: Int?, hash: String, value: String)], to json: inout JSONText
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
      json.key(file.hash)
      json.string(file.value)
      json.endObject()
    }
    json.endArray()
  }
}
