import Foundation
package import MessageHistory

/// The system's time zones: the one place that knows where they come from.
///
/// Foundation's own data is frozen in the binary, so it is only asked where the system has none.
package struct TimeZones: Sendable {
  /// The folder with the zones' files.
  package let folder: String

  package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    folder = environment["TZDIR"] ?? "/usr/share/zoneinfo"
  }

  /// Why there is no clock.
  package enum Flaw: Error, Equatable, Sendable {
    case unknownZone(nearest: String?)
    case unreadableFile(path: String, reason: String)
  }

  /// The clock of an IANA zone, such as `Europe/Paris`.
  package func clock(named name: String) throws(Flaw) -> LocalClock {
    guard let clock = try existingClock(named: name) else {
      throw .unknownZone(nearest: nearest(to: name))
    }
    return clock
  }

  /// The clock of an IANA zone, or nil where there is none of that name: for names in data, of which
  /// many may be wrong and nobody is told the nearest.
  func existingClock(named name: String) throws(Flaw) -> LocalClock? {
    if name == "UTC" { return .utc }
    guard Self.isPlainName(name) else { return nil }
    let path = folder + "/" + name
    let bytes: [UInt8]?
    do throws(RunError) {
      bytes = try FileBytes.read(path, failingWith: .configuration)
    } catch {
      return nil
    }
    guard let bytes else { return clockOfFoundation(named: name) }
    do throws(TimeError) {
      return try TimeZoneFile(bytes).clock(named: name)
    } catch {
      throw .unreadableFile(path: path, reason: error.message)
    }
  }

  /// Whether a name stays inside the folder.
  private static func isPlainName(_ name: String) -> Bool {
    !name.isEmpty && name.count < 100 && !name.hasPrefix("/")
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && part != "." && part != ".."
          && part.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
              || (0x61...0x7A).contains(byte) || [0x2B, 0x2D, 0x5F].contains(byte)
          }
      }
  }

  /// Whether the system has zone files at all.
  package var hasFiles: Bool {
    FileManager.default.fileExists(atPath: folder + "/Etc/UTC")
  }

  /// The zone from Foundation, where the system has no zone files at all.
  private func clockOfFoundation(named name: String) -> LocalClock? {
    guard !hasFiles, let zone = TimeZone(identifier: name) else { return nil }
    var transitions: [ClockTransition] = []
    let start = Date(timeIntervalSince1970: -2_208_988_800)
    let end = Date(timeIntervalSince1970: 4_102_444_800)
    var date = start
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end {
      transitions.append(
        ClockTransition(
          second: Int64(next.timeIntervalSince1970), offset: zone.secondsFromGMT(for: next)))
      date = next
    }
    return LocalClock(
      name: name, initialOffset: zone.secondsFromGMT(for: start), transitions: transitions,
      rule: nil)
  }

  private func nearest(to name: String) -> String? {
    nearestName(to: name, among: TimeZone.knownTimeZoneIdentifiers)
  }
}
