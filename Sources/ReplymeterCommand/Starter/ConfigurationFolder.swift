import Glibc

/// Where a configuration will lie: what its paths are relative to.
struct ConfigurationFolder {
  /// Whether it is the working directory, from which arguments are named.
  private let isWorkingDirectory: Bool

  /// - Parameter file: the configuration's path; nil for standard output, which is taken to end up
  ///   in the working directory.
  init(of file: String?) {
    isWorkingDirectory = file.map { !$0.contains("/") } ?? true
  }

  /// A path from the working directory as the configuration has to name it.
  func name(of path: String) -> String {
    guard !isWorkingDirectory, path != "-", !path.hasPrefix("/"),
      let directory = getcwd(nil, 0)
    else { return path }
    defer { free(directory) }
    return String(cString: directory) + "/" + path
  }
}
