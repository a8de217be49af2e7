import ResponseMetrics

extension RuleSet {
  /// One English sentence that says how the rule differs from ours.
  package var note: String {
    switch self {
    case .replymeter:
      "This report's own rule: every opener of the period counts, answered or not, from the "
        + "contact's first message to the first human reply."
    case .facebook:
      "The badge's sample at as-of, with its own window, exclusions and channels, so openers "
        + "before the period count too."
    case .firstReplyEver:
      "A conversation counts once, from its first message to its first human reply, so later "
        + "questions in the same conversation are not seen."
    case .replyDated:
      "Only answered openers count, in the period of the answer, so what was never answered is "
        + "not seen and there is no rate."
    case .lastMessage:
      "Time runs from the contact's last message before each reply, so a contact who asks again "
        + "while waiting makes the time shorter; there is no rate."
    }
  }
}
