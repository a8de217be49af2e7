import DelimitedText

/// Makes inputs ready to be read: recognises vendors' formats, joins halves, unfolds what is no
/// table of messages.
package struct InputPreparation {
  private let inputs: [(file: InputFile, settings: InputSettings)]
  /// Where unfolded rows are kept.
  private let store: InputStore
  /// By input: what is known after a first look, or why nothing is.
  private let stages: [Stage]
  /// By input: why its other half cannot be joined with it.
  private var halfErrors: [Int: MessageHistoryError] = [:]
  private var readings = TableReadings()
  private var tickets: [[UInt8]: GorgiasMessages.Ticket] = [:]
  private var users: [[UInt8]: ZendeskComments.User] = [:]

  /// What is known of an input after a first look.
  private enum Stage {
    case table(PreparedInput)
    // Apart, so that the many tables need no room for them.
    indirect case text(VendorFormat, Unfolding)
    indirect case refused(MessageHistoryError)
  }

  private init(
    _ inputs: [(file: InputFile, settings: InputSettings)], in store: InputStore
  ) {
    self.inputs = inputs
    self.store = store
    var readings = TableReadings()
    stages = inputs.map { input in
      do throws(MessageHistoryError) {
        return try Self.stage(of: input, sharing: &readings)
      } catch {
        return .refused(error)
      }
    }
    self.readings = readings
    for index in inputs.indices {
      do throws(MessageHistoryError) {
        try collectHalf(index)
      } catch {
        halfErrors[index] = error
      }
    }
  }

  /// The inputs in their order, each ready.
  ///
  /// Halves that belong together are found among them; each stays an input of its own, with the
  /// rows that come out of it.
  ///
  /// - Parameters:
  ///   - inputs: the files, and how each is read.
  ///   - store: where rows that are unfolded are kept.
  /// - Returns: one for each input.
  /// - Throws: `MessageHistoryError` for an input that cannot be understood, or whose other half
  ///   is not there.
  package static func prepare(
    _ inputs: [(file: InputFile, settings: InputSettings)], in store: InputStore
  ) throws(MessageHistoryError) -> [PreparedInput] {
    var preparation = InputPreparation(inputs, in: store)
    var prepared: [PreparedInput] = []
    prepared.reserveCapacity(inputs.count)
    for index in inputs.indices { prepared.append(try preparation.input(index)) }
    return prepared
  }

  /// The inputs in their order, each ready or with what is wrong with it.
  package static func prepareEach(
    _ inputs: [(file: InputFile, settings: InputSettings)], in store: InputStore
  ) -> [Result<PreparedInput, MessageHistoryError>] {
    var preparation = InputPreparation(inputs, in: store)
    return inputs.indices.map { index in
      Result { () throws(MessageHistoryError) in try preparation.input(index) }
    }
  }

  // MARK: A first look

  private static func stage(
    of input: (file: InputFile, settings: InputSettings), sharing readings: inout TableReadings
  ) throws(MessageHistoryError) -> Stage {
    if let format = try textFormat(of: input.file, input.settings),
      let unfolding = format.unfolding
    {
      return .text(format, unfolding)
    }
    return .table(
      try PreparedInput(input.file, settings: input.settings, sharing: &readings))
  }

  /// The format of a text that is no table; nil for one that may be.
  private static func textFormat(
    of file: InputFile, _ settings: InputSettings
  ) throws(MessageHistoryError) -> VendorFormat? {
    let chosen = settings.formats.filter { $0.fingerprint.isEmpty }
    guard settings.formats.isEmpty ? settings.columns.isEmpty : !chosen.isEmpty else {
      return nil
    }
    var fitting: [VendorFormat] = []
    let candidates = settings.formats.isEmpty ? VendorFormat.table : chosen
    for format in try mayBeText(file) ? candidates : [] {
      if try format.fits(text: file) { fitting.append(format) }
    }
    if fitting.isEmpty, let format = chosen.first {
      throw .vendor(path: file.name, flaw: .unlikeFormat(format: format.name))
    }
    // Messenger and Instagram write the same documents into folders that differ.
    if fitting.count > 1 {
      let named = fitting.filter { file.name.contains("your_\($0.folderWord)_activity") }
      if named.count == 1 { fitting = named }
    }
    if fitting.count > 1 {
      throw .vendor(path: file.name, flaw: .several(fitting.map(\.name)))
    }
    return fitting.first
  }

  /// Whether the first byte that says anything is one that JSON or a chat begins with: of most
  /// inputs, which are tables, nothing more is looked at.
  private static func mayBeText(_ file: InputFile) throws(MessageHistoryError) -> Bool {
    var head = [UInt8](repeating: 0, count: 64)
    let result = head.withUnsafeMutableBytes { room in
      Result { () throws(MessageHistoryError) in try file.read(into: room, at: 0) }
    }
    let text = String(decoding: head.prefix(try result.get()), as: UTF8.self).unicodeScalars
    let first = text.first {
      $0.properties.generalCategory != .format && !$0.properties.isWhitespace
    }
    return first.map { $0 == "{" || $0 == "[" || ("0"..."9").contains($0) } ?? false
  }

  // MARK: Halves

  /// Keeps what other inputs need of this one, and looks whether its own other half is there.
  private mutating func collectHalf(_ index: Int) throws(MessageHistoryError) {
    guard case .table(let input) = stages[index], let unfolding = input.vendor?.unfolding
    else { return }
    switch unfolding {
    case .gorgiasMessages:
      // Our own addresses tell as much as the tickets would.
      if inputs[index].settings.own.isEmpty { try want("gorgias-tickets", for: input) }
    case .zendeskComments:
      try want("zendesk-users", for: input)
      try refuse("zendesk-tickets", beside: input)
    case .zendeskUsers:
      try want("zendesk-comments", for: input)
      users.merge(try ZendeskComments.users(in: input)) { $1 }
    case .tickets where areMessagesElsewhere(input):
      tickets.merge(try GorgiasMessages.tickets(in: input)) { $1 }
    case .tickets, .twilioLog, .ringCentralMessages, .twitterThreads, .metaConversation,
      .whatsAppChat, .crispConversations:
      break
    }
  }

  private func has(_ name: String) -> Bool {
    stages.contains {
      if case .table(let input) = $0 { input.vendor?.name == name } else { false }
    }
  }

  private func want(_ partner: String, for input: PreparedInput) throws(MessageHistoryError) {
    guard !has(partner), let format = input.vendor else { return }
    throw .vendor(
      path: input.file.name, flaw: .partnerMissing(format: format.name, partner: partner))
  }

  private func refuse(_ other: String, beside input: PreparedInput) throws(MessageHistoryError) {
    guard has(other), let format = input.vendor else { return }
    throw .vendor(path: input.file.name, flaw: .conflicting(format: format.name, other: other))
  }

  // MARK: Unfolding

  private mutating func input(_ index: Int) throws(MessageHistoryError) -> PreparedInput {
    if let error = halfErrors[index] { throw error }
    let (file, settings) = inputs[index]
    switch stages[index] {
    case .refused(let error): throw error
    case .table(let input):
      guard let format = input.vendor, let unfolding = format.unfolding else { return input }
      guard settings.columns.isEmpty else {
        throw .vendor(path: file.name, flaw: .columnsConfigured(format: format.name))
      }
      var spool = try CanonicalSpool(store)
      let end = try unfold(input, unfolding, settings, to: &spool)
      let origin = UnfoldedOrigin(
        file: file, fingerprint: end.fingerprint, irregularQuoting: end.irregularQuoting,
        hasFirstResponsesAlone: format.isTickets && !areMessagesElsewhere(input))
      return try PreparedInput(
        unfolded: try spool.file(of: file), origin: origin, format: format, settings: settings,
        skippedRecords: input.skippedRecords, sharing: &readings)
    case .text(let format, let unfolding):
      var spool = try CanonicalSpool(store)
      let fingerprint = try unfold(file, format, unfolding, settings, to: &spool)
      guard file.isUnchanged else { throw .changedWhileRead(path: file.name) }
      let origin = UnfoldedOrigin(
        file: file, fingerprint: fingerprint, hasFirstResponsesAlone: false)
      return try PreparedInput(
        unfolded: try spool.file(of: file), origin: origin, format: format, settings: settings,
        sharing: &readings)
    }
  }

  /// Whether another input has the messages of these tickets.
  private func areMessagesElsewhere(_ tickets: PreparedInput) -> Bool {
    tickets.vendor?.name == "gorgias-tickets" && has("gorgias-messages")
  }

  private func unfold(
    _ input: PreparedInput, _ unfolding: Unfolding, _ settings: InputSettings,
    to spool: inout CanonicalSpool
  ) throws(MessageHistoryError) -> (
    fingerprint: BlockFingerprint, irregularQuoting: IrregularQuoting
  ) {
    var table = try SourceTable(input)
    switch unfolding {
    case .tickets(let layout):
      let rows = TicketRows(layout, table, clock: settings.clock)
      let areMessagesElsewhere = areMessagesElsewhere(input)
      while try table.next({ row in
        if areMessagesElsewhere {
          rows.appendEnd(&row, to: &spool)
        } else {
          rows.append(&row, to: &spool)
        }
      }) { try spool.flush() }
    case .gorgiasMessages:
      let rows = GorgiasMessages(table, tickets: tickets, own: settings.own)
      while try table.next({ rows.append(&$0, to: &spool) }) { try spool.flush() }
    case .zendeskComments:
      let rows = ZendeskComments(table, users: users)
      while try table.next({ rows.append(&$0, to: &spool) }) { try spool.flush() }
    case .zendeskUsers:
      while try table.next({ _ in }) {}
    case .twilioLog:
      let rows = TwilioMessages(table)
      while try table.next({ rows.append(&$0, to: &spool) }) { try spool.flush() }
    case .ringCentralMessages:
      let rows = RingCentralMessages(table)
      while try table.next({ rows.append(&$0, to: &spool) }) { try spool.flush() }
    case .twitterThreads:
      var rows = try TwitterThreads(input)
      while try table.next({ rows.append(&$0, to: &spool) }) { try spool.flush() }
    case .metaConversation, .whatsAppChat, .crispConversations:
      break
    }
    return (table.fingerprint, table.irregularQuoting)
  }

  private func unfold(
    _ file: InputFile, _ format: VendorFormat, _ unfolding: Unfolding, _ settings: InputSettings,
    to spool: inout CanonicalSpool
  ) throws(MessageHistoryError) -> BlockFingerprint {
    switch unfolding {
    case .metaConversation(let channel):
      try requireOwn(settings, file, format)
      return try MetaConversation(
        file, format: format.name, channel: channel, own: settings.own
      ).unfold(file, to: &spool)
    case .whatsAppChat:
      try requireOwn(settings, file, format)
      return try WhatsAppChat(name: file.name, own: settings.own).unfold(file, to: &spool)
    case .crispConversations:
      var conversations = CrispConversations()
      return try conversations.unfold(file, to: &spool)
    case .tickets, .gorgiasMessages, .zendeskComments, .zendeskUsers, .twilioLog,
      .ringCentralMessages, .twitterThreads:
      return BlockFingerprint()
    }
  }

  private func requireOwn(
    _ settings: InputSettings, _ file: InputFile, _ format: VendorFormat
  ) throws(MessageHistoryError) {
    guard settings.own.isEmpty else { return }
    throw .vendor(path: file.name, flaw: .ownMissing(format: format.name))
  }
}

extension VendorFormat {
  /// Whether a text that is no table is of this format.
  fileprivate func fits(text file: InputFile) throws(MessageHistoryError) -> Bool {
    guard fingerprint.isEmpty, let unfolding else { return false }
    do throws(MessageHistoryError) {
      switch unfolding {
      case .metaConversation: return try MetaHead(file) != nil
      case .crispConversations: return try CrispConversations.fits(file)
      case .whatsAppChat: return try WhatsAppChat.fits(file)
      case .tickets, .gorgiasMessages, .zendeskComments, .zendeskUsers, .twilioLog,
        .ringCentralMessages, .twitterThreads:
        return false
      }
    } catch {
      switch error {
      // Text that begins like JSON, or like one line: another format, or a table, reads it.
      case .vendor, .recordTooLong: return false
      default: throw error
      }
    }
  }

  /// The network's word in the names of folders of Meta's downloads.
  fileprivate var folderWord: String { name == "messenger" ? "facebook" : name }
}
