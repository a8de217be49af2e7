import CBuildCommit
import HTMLDocument

/// What `--version` says: the program, its commit, and what else figures and documents depend on.
struct VersionText {
  let version: String
  /// The commit; empty where the build was not told it.
  let commit: String
  let parser: String
  let timeZones: TimeZones

  init(
    version: String = Version.text, commit: String = String(cString: build_commit()),
    parser: String = ParserVersion.text, timeZones: TimeZones
  ) {
    self.version = version
    self.commit = commit
    self.parser = parser
    self.timeZones = timeZones
  }

  var text: String {
    """
    replymeter \(version)
    commit: \(commit.isEmpty ? "not recorded by this build" : commit)
    libxml2: \(parser)
    time zones: \(timeZoneText)
    """
  }

  private var timeZoneText: String {
    guard timeZones.hasFiles else {
      return "built in and never updated, since \(timeZones.folder) has none"
    }
    return "\(timeZones.release ?? "unknown release") in \(timeZones.folder)"
  }
}
