/// Where a folder of reports stands, and the names beside it that a run needs.
///
/// The neighbours begin with a dot and end in a word of the program's own, so that a run knows what
/// a dead run left behind: a name of this form belongs to replymeter.
struct FolderPlace: Equatable, Sendable {
  /// The folder that it stands in.
  let parent: String
  let name: String
  /// What the neighbours are named after; runs that share it exclude each other.
  private let stem: String

  init(parent: String, name: String, stem: String) {
    self.parent = parent
    self.name = name
    self.stem = stem
  }

  /// A folder by its path; nil for a path that names no folder of its own, such as `..` or `/`.
  init?(_ path: String) {
    let path = Self.withoutTrailingSlashes(path)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let name = String(parts.last ?? "")
    guard !name.isEmpty, name != ".", name != ".." else { return nil }
    let parent = parts.dropLast().joined(separator: "/")
    self.init(
      parent: parts.count == 1 ? "." : parent.isEmpty ? "/" : parent, name: name, stem: name)
  }

  static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path[...]
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }

  /// As it was given, for messages and for the paths that are printed.
  var path: String { parent == "." ? name : beside(name) }
  var lock: String { beside(".\(stem).replymeter-lock") }
  /// Where the new folder is built.
  var draft: String { beside(".\(stem).replymeter-new") }
  /// Where the old folder stands between two renames.
  var former: String { beside(".\(stem).replymeter-old") }

  private func beside(_ name: String) -> String {
    parent == "/" ? parent + name : parent + "/" + name
  }
}
