import MessageHistory
import Reports
import Templates

/// Why a run ended without reports: an exit status and one helpful message.
package struct RunError: Error, Equatable, Sendable {
  package let status: ExitStatus
  /// One line or more, without the line end; begins with a path where one is known.
  package let message: String

  package init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// An error of the inputs, as it is told where people are hidden.
  init(hidingHeaderOf error: MessageHistoryError) {
    self.init(error.exitStatus, error.messageWithoutHeader)
  }

  /// The status and wording of any error that reaches the rim.
  package init(_ error: any Error) {
    switch error {
    case let error as RunError: self = error
    case let error as MessageHistoryError: self.init(error.exitStatus, error.message)
    case let error as ConfigurationError: self.init(.configuration, error.description)
    case let error as TemplateError: self.init(.configuration, error.description)
    case let error as MailError: self.init(.configuration, error.description)
    case let error as Reconciliation.Mismatch:
      self.init(
        .internalError,
        "error: the figures do not add up (\(error.figure): \(error.total) against "
          + "\(error.parts)); nothing was written; please report this with the version")
    default: self.init(.internalError, "error: \(error)")
    }
  }
}

extension MessageHistoryError {
  /// What kind of failure it is.
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .cannotOpen, .cannotRead, .changedWhileRead: .inputUnreadable
    case .cannotSpool, .cannotSpill: .cannotWrite
    case .noMemory: .temporaryFailure
    case .emptyFile, .notText, .unsupportedEncoding, .compressed, .columns, .recordTooLong,
      .noUsableTimestamp, .dateOrderOpen, .dateOrdersContradict, .noKnownDirection,
      .tooManyBytes, .vendor:
      .inputNotUnderstood
    case .values: .configuration
    }
  }
}
