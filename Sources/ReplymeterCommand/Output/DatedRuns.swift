import Foundation
import Glibc
import MessageHistory

/// Reports of several runs beside each other, with a link `latest` to the newest.
///
/// A run is named by its clock in UTC, not by as-of: that is blank without data, and a run over the
/// same export is a run of its own. Anything else in the folder is left alone.
struct DatedRuns: Sendable {
  let folder: String
  /// How many are kept, the newest included; at least 1.
  let count: Int

  static let linkName = "latest"

  init(folder: String, count: Int) {
    self.folder = FolderPlace.withoutTrailingSlashes(folder)
    self.count = count
  }

  /// The same for all runs into the folder.
  var lock: String { place(named: "").lock }

  private var link: String { path(of: Self.linkName) }
  private var newLink: String { path(of: ".\(Self.linkName).replymeter-new") }

  private func place(named name: String) -> FolderPlace {
    FolderPlace(parent: folder, name: name, stem: "run")
  }

  private func path(of name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  // MARK: Before the run

  /// Checks that runs may stand here, and clears away a link that a dead run left.
  func check() throws(RunError) {
    if FileKind.isThere(path(of: Manifest.fileName)) {
      throw RunError(
        .cannotWrite,
        "\(folder): error: this folder is a report itself; name another to keep several")
    }
    guard !FileKind.isThere(link) || linkedName.map({ RunName($0) != nil }) == true else {
      throw RunError(
        .cannotWrite,
        "\(link): error: this is no link of replymeter; move it away, or name another folder")
    }
    unlink(newLink)
  }

  /// Where the link leads to; nil where there is no link.
  private var linkedName: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: link)
  }

  /// The place of a run that begins at `now`; of a second run in one second, behind the first.
  func place(at now: Instant) -> FolderPlace {
    var name = RunName(at: now)
    while FileKind.isThere(path(of: name.text)) { name.number += 1 }
    return place(named: name.text)
  }

  // MARK: After the run

  /// Turns the link to the newest run and removes the oldest ones.
  ///
  /// - Returns: what could not be done, a line each.
  func settle(newest: String) -> [String] {
    turnLink(to: newest) + removeOldest(sparing: newest)
  }

  private func turnLink(to name: String) -> [String] {
    guard symlink(name, newLink) == 0, rename(newLink, link) == 0 else {
      let reason = systemText(errno)
      unlink(newLink)
      return ["\(link): warning: cannot be turned to \(name) (\(reason)); the next run tries again"]
    }
    // Not on disk, it leads to the run before, which is whole too.
    try? SystemFolder(folder).sync()
    return []
  }

  private func removeOldest(sparing newest: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let older = names.compactMap { RunName($0) }.filter { $0.text != newest }.sorted(by: >)
      .filter { FolderContents(of: path(of: $0.text)) == .report }
    return older.dropFirst(count - 1).reversed().compactMap { run in
      let place = place(named: run.text)
      // Away in one step, so that nobody finds half a report.
      let code = rename(place.path, place.draft) == 0 ? SystemFolder(place.draft).remove() : errno
      return code.map {
        "\(place.path): warning: this old report cannot be removed (\(systemText($0)))"
      }
    }
  }
}
