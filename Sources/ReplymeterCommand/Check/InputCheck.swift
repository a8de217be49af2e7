import MessageHistory
import Reports

/// The inputs as `check` and `init` see them: each read or refused by itself, all readable ones
/// together as one history.
struct InputCheck {
  /// What became of one input.
  enum Outcome {
    /// It is the history's input of this index.
    case read(Int)
    case refused(RunError)
  }

  /// By input, in the order of the plan.
  private(set) var outcomes: [Outcome]
  /// By input: how its records are told apart; nil where it cannot even be opened.
  private(set) var layouts: [InputLayout?] = []
  /// Nil where no input can be read.
  private(set) var history: History?

  /// Reads all inputs of a plan.
  ///
  /// - Throws: only what no single input is to blame for.
  init(plan: ReportPlan) throws {
    var prepared: [PreparedInput?] = []
    var refusals: [Int: RunError] = [:]
    let store = InputStore()
    var files: [(file: InputFile, settings: InputSettings)] = []
    var opened: [Int] = []
    for (index, (entry, settings)) in zip(plan.inputs, plan.inputSettings).enumerated() {
      prepared.append(nil)
      layouts.append(nil)
      do throws(MessageHistoryError) {
        files.append((try entry.open(settings, in: store), settings))
        opened.append(index)
      } catch {
        refusals[index] = plan.told(error)
      }
    }
    let ready = InputPreparation.prepareEach(files, in: store)
    for (index, (input, (file, settings))) in zip(opened, zip(ready, files)) {
      switch input {
      case .success(let input):
        prepared[index] = input
        // Told once more, as no run but this one asks for it; a chat or JSON is no table.
        layouts[index] =
          input.vendor?.isText == true ? nil : try? InputLayout(file, settings: settings)
      case .failure(let error):
        refusals[index] = plan.told(error)
        layouts[index] = error.isOfTable ? try? InputLayout(file, settings: settings) : nil
      }
    }
    let readable = prepared.compactMap { $0 }
    if !readable.isEmpty {
      do throws(MessageHistoryError) {
        history = try plan.read(readable)
      } catch {
        // One of them is to blame: each is asked by itself.
        for (index, input) in prepared.enumerated() {
          guard let input, let refusal = plan.refusal(of: input) else { continue }
          refusals[index] = plan.told(refusal)
          prepared[index] = nil
        }
        let left = prepared.compactMap { $0 }
        guard left.count < readable.count else { throw plan.told(error) }
        history = left.isEmpty ? nil : try plan.read(left)
      }
    }
    var next = 0
    outcomes = prepared.indices.map { index in
      if let refusal = refusals[index] { return .refused(refusal) }
      next += 1
      return .read(next - 1)
    }
  }

  /// The inputs that were refused, in their order.
  var refusals: [RunError] {
    outcomes.compactMap { outcome in
      switch outcome {
      case .read: nil
      case .refused(let error): error
      }
    }
  }
}

extension ReportPlan {
  /// Reads prepared inputs as a run does.
  ///
  /// - Parameters:
  ///   - inputs: in the order of the plan.
  ///   - settlesAtOnce: whether all is known of the history before it is walked over.
  ///   - progress: where the bytes read are counted; nil where nobody looks.
  /// - Returns: the history of all of them.
  /// - Throws: `MessageHistoryError`, also for an input of which no row could be used.
  func read(
    _ inputs: [PreparedInput], settlesAtOnce: Bool = true, _ progress: RunProgress? = nil
  ) throws(MessageHistoryError) -> History {
    let tables = HistoryTables(
      aliases: aliases, automationSenders: configuration.values.automationSenders.map(\.value))
    return try HistoryReader(
      inputs: inputs, tables: tables, workers: workers, memory: memory,
      unusedMemory: { MachineMemory().unused }, settlesAtOnce: settlesAtOnce,
      progress: progress?.reading
    ).read()
  }

  /// The error as it may be told under the plan's redaction.
  fileprivate func told(_ error: MessageHistoryError) -> RunError {
    redaction.hidesContacts ? RunError(hidingHeaderOf: error) : RunError(error)
  }

  /// Why an input cannot be read by itself; nil where it can.
  fileprivate func refusal(of input: PreparedInput) -> MessageHistoryError? {
    do throws(MessageHistoryError) {
      _ = try read([input])
      return nil
    } catch {
      return error
    }
  }
}
