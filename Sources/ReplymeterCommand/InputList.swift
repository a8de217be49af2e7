import Glibc
import MessageHistory

/// The inputs that a run reads, in order: arguments and configuration made into files.
struct InputList {
  /// A file to read, or standard input.
  struct Entry: Equatable {
    /// As it was given, for reports and errors.
    var name: String
    /// From the working directory; `-` for standard input.
    var path: String
    /// The configuration's entry for it; nil for none.
    var settings: Int?
  }

  private(set) var entries: [Entry] = []
  private let configuration: Configuration
  private let configurationFolder: String

  /// - Parameters:
  ///   - arguments: files, folders, patterns or `-`; where there are any, the configuration's
  ///     inputs are not read.
  ///   - configuration: gives the inputs where there are no arguments, and their settings.
  ///   - configurationFolder: what the configuration's paths are relative to.
  /// - Throws: `RunError` for an input that is not there, or for none at all.
  init(
    arguments: [String], configuration: Configuration, configurationFolder: String
  ) throws(RunError) {
    self.configuration = configuration
    self.configurationFolder = configurationFolder
    if arguments.isEmpty {
      for (index, input) in configuration.inputs.enumerated() {
        try add(input.path.value, in: configurationFolder, settings: index)
      }
    } else {
      for argument in arguments { try add(argument, in: "", settings: nil) }
    }
    guard !entries.isEmpty else {
      throw RunError(
        .usage,
        "error: no input; name files or folders, or list them under 'inputs' in replymeter.yml")
    }
  }

  private mutating func add(_ given: String, in folder: String, settings: Int?) throws(RunError) {
    if given == "-" {
      entries.append(Entry(name: "-", path: "-", settings: settings ?? entry(matching: "-")))
      return
    }
    let path = joined(folder, given)
    switch FileKind(path) {
    case .file, .stream: append(given, path, settings)
    case .folder: try addFolder(given, path, settings)
    case .none:
      let matches = matches(of: path)
      guard !matches.isEmpty else {
        throw RunError(.inputUnreadable, "\(given): error: there is no such file or folder")
      }
      for match in matches {
        let name = folder.isEmpty ? match : String(match.dropFirst(path.count - given.count))
        switch FileKind(match) {
        case .folder: try addFolder(name, match, settings)
        case .file, .stream, .none: append(name, match, settings)
        }
      }
    }
  }

  private mutating func append(_ name: String, _ path: String, _ settings: Int?) {
    // One text where both are equal: there may be a million of them.
    let path = path == name ? name : path
    entries.append(Entry(name: name, path: path, settings: settings ?? entry(matching: path)))
  }

  /// The files of a folder that may be histories, not those of its folders, by name.
  private mutating func addFolder(
    _ name: String, _ path: String, _ settings: Int?
  ) throws(RunError) {
    guard let folder = opendir(path) else {
      throw RunError(
        .inputUnreadable, "\(name): error: the folder cannot be read (\(systemText(errno)))")
    }
    defer { closedir(folder) }
    var files: [String] = []
    errno = 0
    while let item = readdir(folder) {
      let bytes = withUnsafeBytes(of: item.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let file = String(decoding: bytes, as: UTF8.self)
      if Self.mayBeHistory(file) {
        guard file.utf8.elementsEqual(bytes) else {
          throw RunError(
            .inputUnreadable, "\(name)/\(file): error: the file's name is no UTF-8; rename it")
        }
        if try isMember(path + "/" + file, name: name + "/" + file) { files.append(file) }
      }
      errno = 0
    }
    if errno != 0 {
      throw RunError(
        .inputUnreadable, "\(name): error: the folder cannot be read (\(systemText(errno)))")
    }
    guard !files.isEmpty else {
      throw RunError(
        .inputUnreadable,
        "\(name): error: the folder has no file whose name ends in csv, tsv, tab, txt or json, "
          + "also with .gz or .zst")
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let base = name.hasSuffix("/") ? String(name.dropLast()) : name
    for file in files { append(base + "/" + file, joined(path, file), settings) }
  }

  /// Whether a file of a folder is read; a folder in it is not.
  ///
  /// - Throws: for what bears a history's name and is none: nothing is left out in silence, and a
  ///   pipe without a writer would be waited for for ever.
  private func isMember(_ path: String, name: String) throws(RunError) -> Bool {
    switch FileKind(path) {
    case .folder: return false
    case .file: return true
    case .none:
      throw RunError(
        .inputUnreadable, "\(name): error: the link leads nowhere; remove it, or mend it")
    case .stream:
      throw RunError(
        .inputUnreadable,
        "\(name): error: this is no file; remove it from the folder, "
          + "or name it as an input of its own")
    }
  }

  private static func mayBeHistory(_ name: String) -> Bool {
    var ending = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)[...]
    if let last = ending.last, last == "gz" || last == "zst" { ending.removeLast() }
    guard ending.count > 1, let last = ending.last else { return false }
    return !name.hasPrefix(".") && ["csv", "tsv", "tab", "txt", "json"].contains(last)
  }

  /// The first entry of the configuration whose pattern matches the file's path or name.
  private func entry(matching path: String) -> Int? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return configuration.inputs.firstIndex { input in
      let pattern = input.path.value
      return fnmatch(pattern, path, 0) == 0 || fnmatch(pattern, name, 0) == 0
        || fnmatch(joined(configurationFolder, pattern), path, 0) == 0
    }
  }

  private func joined(_ folder: String, _ path: String) -> String {
    folder.isEmpty || path.hasPrefix("/")
      ? path : (folder.hasSuffix("/") ? folder : folder + "/") + path
  }

  private static let patternBytes = Set("*?[".utf8)

  /// The files that a shell pattern stands for, by name; cron's shells may not expand it.
  private func matches(of pattern: String) -> [String] {
    guard pattern.utf8.contains(where: Self.patternBytes.contains) else { return [] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_NOSORT, nil, &found) == 0, let paths = found.gl_pathv else {
      return []
    }
    return (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// What a path leads to.
enum FileKind {
  case file
  case folder
  /// A pipe, a device, a socket.
  case stream
  case none

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .none
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: self = .folder
    case S_IFREG: self = .file
    default: self = .stream
    }
  }
}
