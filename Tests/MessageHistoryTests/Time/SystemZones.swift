import Foundation

/// The system's own time zone files, and what the system's `date` makes of them.
enum SystemZones {
  /// Where the C library looks too: `TZDIR`, else its usual place.
  static let folder = ProcessInfo.processInfo.environment["TZDIR"] ?? "/usr/share/zoneinfo"
  static let datePath = "/bin/date"

  static var areReadable: Bool {
    FileManager.default.isReadableFile(atPath: folder + "/Europe/Paris")
  }

  static var canBeCompared: Bool {
    areReadable && FileManager.default.isExecutableFile(atPath: datePath)
  }

  static let names = [
    "Africa/Abidjan", "Africa/Cairo", "Africa/Casablanca", "Africa/Johannesburg",
    "Africa/Monrovia", "America/Caracas", "America/Havana", "America/Los_Angeles",
    "America/New_York", "America/Nuuk", "America/Santiago", "America/Sao_Paulo",
    "America/St_Johns", "America/Toronto", "America/Vancouver", "Antarctica/Troll",
    "Asia/Dhaka", "Asia/Gaza", "Asia/Jerusalem", "Asia/Kathmandu", "Asia/Kolkata",
    "Asia/Manila", "Asia/Pyongyang", "Asia/Tehran", "Asia/Tokyo", "Atlantic/Azores",
    "Australia/Lord_Howe", "Australia/Sydney", "Europe/Dublin", "Europe/Istanbul",
    "Europe/London", "Europe/Moscow", "Europe/Paris", "Pacific/Apia", "Pacific/Auckland",
    "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Kwajalein", "UTC",
  ]

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
  }

  /// The offsets in seconds that `date` shows for seconds since the epoch, in their order.
  static func offsetsByDate(zone: String, seconds: [Int64]) throws -> [Int] {
    let list = FileManager.default.temporaryDirectory
      .appending(path: "seconds-\(UUID().uuidString)")
    try Data(seconds.map { "@\($0)\n" }.joined().utf8).write(to: list)
    defer { try? FileManager.default.removeItem(at: list) }
    let process = Process()
    process.executableURL = URL(filePath: datePath)
    process.arguments = ["-f", list.path(percentEncoded: false), "+%::z"]
    process.environment = ["TZ": zone, "TZDIR": folder, "LC_ALL": "C"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
      let parts = line.dropFirst().split(separator: ":").compactMap { Int($0) }
      let seconds = parts.reduce(0) { $0 * 60 + $1 }
      return line.first == "-" ? -seconds : seconds
    }
  }
}
