/// How the program ends; the numbers are those of sysexits.h.
package enum ExitStatus: Int32, Sendable {
  case success = 0
  /// Reports are written, and a condition of `--fail-on` holds.
  case conditionHolds = 1
  case usage = 64
  /// The input cannot be understood.
  case inputNotUnderstood = 65
  /// An input is not there, cannot be read, or changed while it was read.
  case inputUnreadable = 66
  /// The figures do not add up: the program's own fault.
  case internalError = 70
  case cannotWrite = 73
  /// Another run holds the output folder.
  case temporaryFailure = 75
  case configuration = 78
}
