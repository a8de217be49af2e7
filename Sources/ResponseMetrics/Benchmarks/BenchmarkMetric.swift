/// What a published figure measures, by the name in the column `metric`.
package enum BenchmarkMetric: String, CaseIterable, Sendable {
  // Over messages.
  case responseRate = "response_rate"
  case noResponseRate = "no_response_rate"
  case responseTime = "response_time"
  case repliedWithin = "replied_within"
  case postsPerReply = "posts_per_reply"
  // Over organisations, each asked once.
  case respondingOrganisationsRate = "responding_orgs_rate"
  case nonrespondingOrganisationsRate = "nonresponding_orgs_rate"
  case accurateAnswerRate = "accurate_answer_rate"
  case answeredQuestionRate = "answered_question_rate"
  // Other measurements.
  case chatWaitTime = "chat_wait_time"
  case satisfaction = "csat"
  case firstContactResolution = "first_contact_resolution"
  // What consumers say.
  case expectReplyWithin = "expect_reply_within"
  case expectNoReply = "expect_no_reply"
  case expectedWait = "expected_wait"
  case consumerConsequence = "consumer_consequence"
  // Rules of platforms.
  case thresholdResponseRate = "threshold_response_rate"
  case thresholdResponseTime = "threshold_response_time"
  case thresholdWindow = "threshold_window"
  case thresholdFewestMessages = "threshold_fewest_messages"
  case thresholdSilence = "threshold_silence"
  case thresholdReplyDeadline = "threshold_reply_deadline"

  /// Whether it counts organisations rather than messages; such a figure is context, never the
  /// benchmark of a page.
  package var isAboutOrganisations: Bool {
    switch self {
    case .respondingOrganisationsRate, .nonrespondingOrganisationsRate, .accurateAnswerRate,
      .answeredQuestionRate:
      true
    case .responseRate, .noResponseRate, .responseTime, .repliedWithin, .postsPerReply,
      .chatWaitTime, .satisfaction, .firstContactResolution, .expectReplyWithin,
      .expectNoReply, .expectedWait, .consumerConsequence, .thresholdResponseRate,
      .thresholdResponseTime, .thresholdWindow, .thresholdFewestMessages, .thresholdSilence,
      .thresholdReplyDeadline:
      false
    }
  }

  /// Whether it is what people say that they want, not a measurement of any business.
  package var isStatedByConsumers: Bool {
    switch self {
    case .expectReplyWithin, .expectNoReply, .expectedWait, .consumerConsequence:
      true
    case .responseRate, .noResponseRate, .responseTime, .repliedWithin, .postsPerReply,
      .respondingOrganisationsRate, .nonrespondingOrganisationsRate, .accurateAnswerRate,
      .answeredQuestionRate, .chatWaitTime, .satisfaction, .firstContactResolution,
      .thresholdResponseRate, .thresholdResponseTime, .thresholdWindow,
      .thresholdFewestMessages, .thresholdSilence, .thresholdReplyDeadline:
      false
    }
  }

  /// What kind of number it is, which decides the units that it may have.
  package var dimension: BenchmarkUnit.Dimension {
    switch self {
    case .responseRate, .noResponseRate, .repliedWithin, .respondingOrganisationsRate,
      .nonrespondingOrganisationsRate, .accurateAnswerRate, .answeredQuestionRate,
      .satisfaction, .firstContactResolution, .expectReplyWithin, .expectNoReply,
      .consumerConsequence, .thresholdResponseRate:
      .share
    case .responseTime, .chatWaitTime, .expectedWait, .thresholdResponseTime, .thresholdWindow,
      .thresholdSilence, .thresholdReplyDeadline:
      .time
    case .postsPerReply, .thresholdFewestMessages:
      .number
    }
  }
}
