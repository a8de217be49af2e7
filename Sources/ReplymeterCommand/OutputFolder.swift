import CSystem
import Crypto
import Foundation
import Glibc

/// The folder of reports: all of its files are replaced in one step, or none.
///
/// Files are built in a new folder beside the target, which then changes places with it. A run
/// that is killed at any moment leaves the previous report whole, or the new one. Only a folder
/// that is empty, or whose every file its own manifest lists, is ever replaced.
final class OutputFolder {
  private let path: String
  private let parent: String
  private let name: String
  private let draft: String
  private let lock: Int32
  private var outputs: [Output] = []
  private var isPublished = false

  /// A file that was written.
  struct Output: Equatable {
    var name: String
    var size: Int
    var sha256: String
  }

  static let manifestName = "manifest.json"

  /// Takes hold of the folder and checks that it may be replaced.
  ///
  /// - Throws: `RunError` where another run holds it, where it is not ours, or where nothing can
  ///   be written.
  init(_ given: String) throws(RunError) {
    var path = given
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let (parent, name) = Self.split(path)
    guard !name.isEmpty, name != ".", name != ".." else {
      throw RunError(
        .cannotWrite,
        "\(given): error: not a folder of its own that could be replaced; name a new folder")
    }
    self.path = path
    self.parent = parent
    self.name = name
    draft = "\(parent)/.\(name).replymeter-new"
    try Self.makeFolders(parent)
    lock = try Self.takeLock("\(parent)/.\(name).replymeter-lock", folder: given)
    try restoreInterrupted()
    try checkReplaceable(given)
    Self.remove(draft)
    guard mkdir(draft, 0o777) == 0 else {
      throw RunError(.cannotWrite, "\(draft): error: cannot be made (\(systemText(errno)))")
    }
  }

  deinit {
    if !isPublished { Self.remove(draft) }
    unlink("\(parent)/.\(name).replymeter-lock")
    close(lock)
  }

  // MARK: Writing

  /// Writes a file that is made in one piece.
  func write(_ name: String, _ bytes: [UInt8]) throws(RunError) {
    try stream(name) { write throws(RunError) in try write(bytes) }
  }

  /// Writes a file piece by piece; with `isPrivate` only its owner may read it.
  func stream(
    _ name: String, isPrivate: Bool = false,
    _ body: ((borrowing [UInt8]) throws(RunError) -> Void) throws -> Void
  ) throws(RunError) {
    let path = draft + "/" + name
    let descriptor =
      isPrivate
      ? csystem_create_private(path) : open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw RunError(
        .cannotWrite,
        "\(path): error: cannot be made (\(systemText(isPrivate ? -descriptor : errno)))")
    }
    defer { close(descriptor) }
    var hash = SHA256()
    var size = 0
    do {
      try body { piece throws(RunError) in
        try Self.writeAll(piece, to: descriptor, path)
        piece.withUnsafeBytes { hash.update(bufferPointer: $0) }
        size += piece.count
      }
    } catch {
      throw RunError(error)
    }
    guard fsync(descriptor) == 0 else {
      throw RunError(.cannotWrite, "\(path): error: cannot be written (\(systemText(errno)))")
    }
    outputs.append(Output(name: name, size: size, sha256: hash.finalize().hexadecimal))
  }

  private static func writeAll(
    _ bytes: borrowing [UInt8], to descriptor: Int32, _ path: String
  ) throws(RunError) {
    var written = 0
    while written < bytes.count {
      let step = bytes.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if step >= 0 {
        written += step
      } else if errno != EINTR {
        throw RunError(
          .cannotWrite,
          "\(path): error: cannot be written (\(systemText(errno))); the previous report is "
            + "untouched")
      }
    }
  }

  /// Files written so far, in their order.
  var written: [Output] { outputs }

  /// Puts the new folder in the place of the old one.
  func publish() throws(RunError) {
    Self.sync(draft)
    if FileKind.isThere(path) {
      let code = csystem_exchange(draft, path)
      switch code {
      case 0: break
      case EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP: try exchangeByTwoRenames()
      default:
        throw RunError(.cannotWrite, "\(path): error: cannot be replaced (\(systemText(code)))")
      }
    } else if rename(draft, path) != 0 {
      throw RunError(.cannotWrite, "\(path): error: cannot be made (\(systemText(errno)))")
    }
    isPublished = true
    Self.sync(parent)
    Self.remove(draft)
    Self.remove(former)
  }

  /// Where the old folder stands between two renames.
  private var former: String { "\(parent)/.\(name).replymeter-old" }

  private func exchangeByTwoRenames() throws(RunError) {
    guard rename(path, former) == 0 else {
      throw RunError(.cannotWrite, "\(path): error: cannot be replaced (\(systemText(errno)))")
    }
    guard rename(draft, path) == 0 else {
      let code = errno
      rename(former, path)
      throw RunError(.cannotWrite, "\(path): error: cannot be replaced (\(systemText(code)))")
    }
  }

  // MARK: Before writing

  /// Puts the old folder back that a run left behind between its two renames.
  private func restoreInterrupted() throws(RunError) {
    guard FileKind.isThere(former) else { return }
    if FileKind.isThere(path) {
      Self.remove(former)
    } else if rename(former, path) != 0 {
      throw RunError(
        .cannotWrite, "\(former): error: cannot be put back (\(systemText(errno)))")
    }
  }

  private func checkReplaceable(_ given: String) throws(RunError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: break
    case S_IFLNK:
      throw RunError(
        .cannotWrite,
        "\(given): error: this is a symbolic link; name the folder that it leads to")
    default:
      throw RunError(.cannotWrite, "\(given): error: this is a file; name a folder")
    }
    let files: [String]
    do {
      files = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw RunError(.cannotWrite, "\(given): error: the folder cannot be read")
    }
    guard !files.isEmpty else { return }
    let ours = Self.filesOfManifest(in: path)
    let foreign = files.filter { $0 != Self.manifestName && ours?.contains($0) != true }.sorted()
    if ours == nil || !foreign.isEmpty {
      let example = foreign.first ?? files.sorted().first ?? ""
      throw RunError(
        .cannotWrite,
        "\(given): error: the folder has files that are no report of replymeter (such as "
          + "'\(example)'); nothing was touched; name a new or an empty folder")
    }
  }

  /// The files that a folder's own manifest lists; nil where there is no such manifest.
  private static func filesOfManifest(in folder: String) -> Set<String>? {
    struct Listing: Decodable {
      struct Entry: Decodable { let name: String }
      let program: String
      let outputs: [Entry]
    }
    guard let data = FileManager.default.contents(atPath: folder + "/" + manifestName),
      let listing = try? JSONDecoder().decode(Listing.self, from: data),
      listing.program == Manifest.program
    else { return nil }
    return Set(listing.outputs.map(\.name))
  }

  private static func takeLock(_ path: String, folder: String) throws(RunError) -> Int32 {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        throw RunError(
          .cannotWrite, "\(folder): error: cannot be written beside (\(systemText(errno)))")
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw RunError(
          .temporaryFailure,
          "\(folder): error: another run is writing this folder; wait for it, or name another")
      }
      // The run before may have removed the file between our opening and our locking it.
      var opened = stat()
      var named = stat()
      if fstat(descriptor, &opened) == 0, stat(path, &named) == 0, opened.st_ino == named.st_ino {
        return descriptor
      }
      close(descriptor)
    }
  }

  // MARK: Paths

  private static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = path[..<slash]
    return (parent.isEmpty ? "/" : String(parent), String(path[path.index(after: slash)...]))
  }

  private static func makeFolders(_ path: String) throws(RunError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      throw RunError(.cannotWrite, "\(path): error: the folder cannot be made")
    }
  }

  /// Removes a folder of ours and the files in it; one that is not there is no failure.
  private static func remove(_ path: String) {
    guard FileKind.isThere(path) else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func sync(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

extension FileKind {
  /// Whether there is anything at a path, a broken link included.
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
