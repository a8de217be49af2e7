import Foundation
import Glibc

/// What stands at a path where a report shall be: only the first three may be replaced.
enum FolderContents: Equatable {
  case nothing
  case emptyFolder
  /// A folder whose every file its own manifest.json lists.
  case report
  /// A report, and something else with it, such as `example`.
  case reportAndMore(example: String)
  /// A folder with something else in it, such as `example`.
  case foreign(example: String)
  case link
  case file
  case unreadable(code: Int32)

  init(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      self = errno == ENOENT || errno == ENOTDIR ? .nothing : .unreadable(code: errno)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: self = .link
    case S_IFDIR:
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        self = .unreadable(code: EACCES)
        return
      }
      self = Self(of: path, names: names.sorted())
    default: self = .file
    }
  }

  private init(of folder: String, names: [String]) {
    guard let first = names.first else {
      self = .emptyFolder
      return
    }
    guard let listed = Self.namesInManifest(of: folder) else {
      self = .foreign(example: first)
      return
    }
    let foreign = names.first { name in
      name != Manifest.fileName && !listed.contains(name) || !Self.isFile("\(folder)/\(name)")
    }
    self = foreign.map { .reportAndMore(example: $0) } ?? .report
  }

  /// The files that a folder's own manifest lists; nil where there is no such manifest.
  private static func namesInManifest(of folder: String) -> Set<String>? {
    struct Listing: Decodable {
      struct Entry: Decodable { let name: String }
      let program: String
      let outputs: [Entry]
    }
    let path = "\(folder)/\(Manifest.fileName)"
    guard isFile(path), let data = FileManager.default.contents(atPath: path),
      let listing = try? JSONDecoder().decode(
        Listing.self, from: Manifest.withoutInputs(data)),
      listing.program == Manifest.program
    else { return nil }
    return Set(listing.outputs.map(\.name))
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
