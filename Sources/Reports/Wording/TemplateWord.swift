/// The words that stand in the templates of report.html and the mail: `{{words.openers}}`.
///
/// The raw value is the name in a template. What each says is best read in `EnglishWording`; its
/// name says where it stands: `…_caption` explains a table or a picture, `…_key` a mark in a
/// picture, `…_title` heads a part, `plain_…` heads a part of the mail's text twin.
enum TemplateWord: String, CaseIterable, Sendable {
  // Punctuation.
  case colon, semicolon

  // The whole document.
  case skip, contents, definitions
  case dataQuality = "data_quality"
  case noMessages = "no_messages"
  case filterHint = "filter_hint"
  case filterLabel = "filter_label"
  case chart
  case asTable = "as_table"

  // The head of a page, and its contents.
  case whatCounts = "what_counts"
  case whatToDo = "what_to_do"
  case pages, targets, trend, people, channels, badge, waiting
  case howFast = "how_fast"
  case hoursAndGaps = "hours_and_gaps"
  case besideOthers = "beside_others"
  case otherCounting = "other_counting"
  case allFigures = "all_figures"

  // Heads of columns that many tables share.
  case page, channel, conversation, contact, name, openers, answered, awaiting, missed, share
  case median, mean, rate, date, sample, verdict, longest, number
  case responseRate = "response_rate"
  case responseTime = "response_time"
  case p90 = "p90_within"
  case leftOutAsClosed = "left_out_as_closed"
  case conversations

  // The index of pages.
  case pagesCaption = "pages_caption"
  case againstBefore = "against_before"
  case change

  // Targets.
  case targetsCaption = "targets_caption"
  case metric, target, difference, result
  case thisPeriod = "this_period"

  // The trend.
  case trendProvisional = "trend_provisional"
  case rateCaption = "rate_caption"
  case firstResponseTime = "first_response_time"
  case medianKey = "median_key"
  case p90Key = "p90_key"
  case trendTable = "trend_table"
  case trendCaption = "trend_caption"
  case step

  // How many, how fast.
  case speedTitle = "speed_title"
  case answeredKey = "answered_key"
  case awaitingKey = "awaiting_key"
  case missedKey = "missed_key"
  case distributionTitle = "distribution_title"
  case distributionCaption = "distribution_caption"
  case speedTable = "speed_table"
  case speedCaption = "speed_caption"

  // Hours of the week.
  case hoursTitle = "hours_title"
  case heatTitle = "heat_title"
  case heatKey = "heat_key"
  case gapKey = "gap_key"
  case gapsTitle = "gaps_title"
  case gapsCaption = "gaps_caption"
  case hours, hour
  case waitedInAll = "waited_in_all"
  case hoursTable = "hours_table"
  case hoursCaption = "hours_caption"

  // People.
  case peopleCaption = "people_caption"
  case peopleWaiting = "people_waiting"
  case responses, replies, messages, assigned, rating, ratings, handovers
  case firstResponseTimes = "first_response_times"
  case medianReply = "median_reply"
  case activeDays = "active_days"
  case assignedAnswered = "assigned_answered"
  case outsideWindow = "outside_window"

  // Channels.
  case channelsCaption = "channels_caption"
  case withinHour = "within_hour"
  case newContacts = "new_contacts"
  case inbound
  case humanMessages = "human_messages"

  // The badge.
  case blockersCaption = "blockers_caption"
  case whatHappened = "what_happened"
  case arrived
  case dayByDay = "day_by_day"
  case sampleRateKey = "sample_rate_key"
  case leastRateKey = "least_rate_key"
  case heldKey = "held_key"
  case notHeldKey = "not_held_key"
  case policiesTitle = "policies_title"
  case policiesCaption = "policies_caption"
  case policy
  case chosenPolicy = "chosen_policy"
  case atLeast = "at_least"
  case atMost = "at_most"
  case historyAndRules = "history_and_rules"
  case badgeDetails = "badge_details"
  case badgeHistory = "badge_history"
  case badgeHistoryCaption = "badge_history_caption"

  // Beside others.
  case publishedTitle = "published_title"
  case publishedCaption = "published_caption"
  case figure, published, caveats, answer, source, place
  case thisPage = "this_page"
  case ofWhom = "of_whom"
  case expectationsTitle = "expectations_title"
  case expectationsCaption = "expectations_caption"
  case ownOpeners = "own_openers"
  case expected
  case peersTitle = "peers_title"
  case peersCaption = "peers_caption"

  // Other ways of counting.
  case rulesCaption = "rules_caption"
  case rules, counted

  // Waiting.
  case waitingTitle = "waiting_title"
  case nobodyWaiting = "nobody_waiting"
  case waitingCaption = "waiting_caption"
  case assignedTo = "assigned_to"
  case since
  case inOfficeHours = "in_office_hours"

  // All figures.
  case everyFigure = "every_figure"
  case times
  case timesCaption = "times_caption"
  case timeOf = "time_of"
  case fastest90Mean = "fastest90_mean"
  case percentile75 = "percentile_75"
  case percentile90 = "percentile_90"
  case percentile95 = "percentile_95"
  case percentile99 = "percentile_99"
  case fastest, slowest
  case leftOut = "left_out"

  // The mail.
  case when
  case openersByOutcome = "openers_by_outcome"
  case newestStep = "newest_step"
  case data
  case allInReport = "all_in_report"
  case plainToDo = "plain_to_do"
  case plainPages = "plain_pages"
  case plainPeople = "plain_people"
  case plainWaiting = "plain_waiting"
}
