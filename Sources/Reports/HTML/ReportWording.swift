import ResponseMetrics

/// The words of report.html that do not stand in its template.
///
/// Sentences around figures, names of months, labels of charts; another language is another value.
struct ReportWording: Sendable {
  /// As a tag of BCP 47.
  var language = "en"

  // MARK: Numbers and dates

  var decimalMark = "."
  var unitSecond = "s"
  var unitMinute = "min"
  var unitHour = "h"
  var unitDay = "d"
  var shortMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  var longMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  /// From Monday.
  var shortWeekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  var quarter: Phrase = "Q{n} {year}"
  var noPeriod = "No period"

  // MARK: Pages

  var allPages = "All pages"
  var pages = Phrase(one: "{n} page", other: "{n} pages")
  var noMessages = "No messages in this period"
  var lead = Phrase(
    one: "{rate} of {openers} opener was answered, within {median}.",
    other: "{rate} of {openers} openers were answered, half of them within {median}.")
  var leadUnanswered = Phrase(
    one: "{openers} opener, not answered.", other: "None of {openers} openers was answered.")
  var leadNoOpeners = "There were messages in this period, but none that asked for a response."

  var indexBetter = "better"
  var indexWorse = "worse"
  var indexNormal = "normal variation"

  // MARK: Headline

  var responseRate = "Response rate"
  var settledResponseRate = "Response rate, settled"
  var median = "Median first response"
  var p90 = "90 % answered within"
  var badge = "Badge"
  var waitingNow = "Waiting now"
  var ofOpeners = Phrase(one: "of {n} opener", other: "of {n} openers")
  var ofAnswered = Phrase(one: "of {n} answered opener", other: "of {n} answered openers")
  var interval: Phrase = "95 % interval {low} – {high}"
  var plainRate: Phrase = "{rate} with {n} awaiting as not answered"
  var leftOutAsClosed: Phrase = "{n} left out as closed ({share})"
  var waitingAware: Phrase = "{time} with unanswered ones in view"
  var officeTime: Phrase = "{time} in office hours"
  var before: Phrase = "{value} in {period}"
  var changePoints: Phrase = "{points} points"
  var verdictBetter = "Better, beyond normal variation"
  var verdictWorse = "Worse, beyond normal variation"
  var verdictNormal = "Within normal variation"
  var faster: Phrase = "{time} faster"
  var slower: Phrase = "{time} slower"
  var asFast = "As fast as before"
  var timeBeyondVariation: Phrase = "{change}, beyond normal variation"
  var timeWithinVariation: Phrase = "{change}, within normal variation"
  var timeTooFew: Phrase = "{change}, too few to judge"
  var timeNotJudged: Phrase = "{change}, not tested"
  var provisionalVerdict: Phrase = "{verdict} – provisional"
  var notCompared = "Not compared with another period"
  var nothingBefore = "Nothing to compare with"
  var noVerdict = "Too little to judge"
  var badgeHeld = "Held"
  var badgeNotHeld = "Not held"
  var badgeHeldThroughout = "Held on every day of the period"
  var badgeMissingThroughout = "Not held on any day of the period"
  var badgeWonOn: Phrase = "Held since {date}"
  var badgeLostOn: Phrase = "Not held since {date}"
  var badgePages: Phrase = "{earned} of {n}"
  var badgePagesDetail = Phrase(one: "page holds it", other: "pages hold it")
  var badgeBefore: Phrase = "{n} at the start of the period"
  var badgeSample: Phrase = "{answered} of {sample} answered, {time}"
  var waitingLongest: Phrase = "Longest {time}"
  var waitingOverdue: Phrase = "{n} over {limit}"
  var waitingNobody = "Nobody is waiting"
  var waitingNotCompared = "As of now, whatever the period"

  // MARK: Receipts

  var receiptOpeners = "Counted: openers"
  var receiptResponses = "Counted: first responses"
  var receiptAnswered = "of these answered"
  var receiptSample = "Counted: openers in the sample"
  var receiptConversations = "Counted: conversations waiting"
  var receiptOverdue: Phrase = "of these over {limit}"
  var receiptNeverWaiting = "Left out"
  var receiptNeverWaitingReasons = "spam, closed"
  var leftOut: Phrase = "Left out: {reason}"
  /// Why something does not enter a figure, by the reason's name in report.json.
  var leftOutReasons = [
    "awaiting": "awaiting (under 24 h)", "missed": "missed", "excluded_spam": "spam",
    "excluded_done": "closed unanswered", "excluded_away": "page away",
    "no_schedule": "page without office hours",
  ]
  var leftOutCount: Phrase = "{n}\u{A0}{reason}"
  var leftOutNothing = "nothing"

  // MARK: What to do

  var doAnswerOverdue = Phrase(
    one: "Answer the {n} conversation that has waited longer than {limit}: {longest} by now.",
    other: "Answer the {n} conversations that have waited longer than {limit}; the longest has "
      + "waited {longest}.")
  var doAnswerWaiting = Phrase(
    one: "Answer the {n} conversation that is waiting, for {longest} by now.",
    other: "Answer the {n} conversations that are waiting, the longest for {longest}.")
  var doWinBack: Phrase = "Win the badge back: {way}"
  var doWinBackPages: Phrase =
    "Win the badge: {pages} are without it; their sections say what it takes."
  var doKeepBadge = Phrase(
    one: "Keep the badge: {n} more unanswered opener is all it can bear.",
    other: "Keep the badge: {n} more unanswered openers are all it can bear.")
  var doKeepBadgeNone = "Keep the badge: one more unanswered opener loses it."
  var doCoverGap = Phrase(
    one: "Look at {when}: {n} opener, not answered within the hour, waited {waiting}.",
    other: "Look at {when}: {n} openers, none answered within the hour, waited {waiting} in all.")
  var doReviewClosed = Phrase(
    one: "Review what was closed: {n} opener is left out of the rate, which lifts it.",
    other: "Review what was closed: {n} openers are left out of the rate, which lifts it.")
  var doReachTarget: Phrase = "Missed target: {name} is {own}, {distance} from {target}."
  var doNothing = "Nothing is overdue, and no target is missed."
  var closedWarning = Phrase(
    one: "{n} opener is left out as closed, more than a tenth of those that count: closing what "
      + "was never answered lifts the rate.",
    other: "{n} openers are left out as closed, more than a tenth of those that count: closing "
      + "what was never answered lifts the rate.")
  var provisionalOpen =
    "The period ends after as-of: its figures and their comparison are provisional."
  var provisionalAwaiting = Phrase(
    one: "{n} opener may still be answered. The headline is the settled response rate, which "
      + "leaves it out.",
    other: "{n} openers may still be answered. The headline is the settled response rate, which "
      + "leaves them out.")

  // MARK: Charts

  var axisShareAnswered = "Openers answered, %"
  var axisTime = "Time to first response"
  var axisOpeners = "Openers"
  var axisBadgeRate = "Response rate of the sample, %"
  var chartRate = "Line chart: response rate over time"
  var chartTimes = "Line chart: median and 90th percentile of first response time over time"
  var chartOutcomes = "Stacked bar chart: openers answered, awaiting and missed over time"
  var chartDistribution = "Bar chart: openers by time to first response"
  var chartHeatMap = "Heat map: openers by weekday and hour, coverage gaps crossed"
  var chartBadge = "Line chart: response rate of the badge's sample by day, and whether it was held"
  var grainDay = "by day"
  var grainWeek = "by week"
  var grainMonth = "by month"
  var weekFrom: Phrase = "Week of {date}"
  var trendTitle: Phrase =
    "{step}: {rate} of {openers} openers; median {median}, 90 % within {p90}"
  var provisional = "provisional"
  var barLater = "later"
  var barAwaiting = "awaiting"
  var barMissed = "missed"
  var barTitle = Phrase(
    one: "{label}: {n} opener, {share}", other: "{label}: {n} openers, {share}")
  var heatTitle: Phrase =
    "{when}: {openers} openers, {answered} answered, {missed} missed, median {median}"
  var moreGaps = Phrase(
    one: "{n} more is crossed in the map.", other: "{n} more are crossed in the map.")
  var stripTitle: Phrase =
    "{n} responses: fastest {least}, median {median}, 90 % within {p90}, 95 % within {p95}"
  var badgeTitle: Phrase = "{date}: {verdict}; {rate} of {sample}, {time}"

  // MARK: People, waiting

  var unattributed = "Unattributed"
  var workloadResponses = Phrase(
    "{name} gave {n} of the {all} first responses, at least twice as many as anyone else (next: "
      + "{next}). Is that too much for one person?")
  var workloadReplyTime = Phrase(
    "{name} takes {time} for a reply (median), at least twice as long as anyone else with ten "
      + "responses (next: {next}). Is there too much to do, or are the questions harder?")
  var waitingUnassigned = Phrase(
    one: "{n} waiting conversation is assigned to nobody.",
    other: "{n} waiting conversations are assigned to nobody.")
  var fewResponses: Phrase = "under {n} responses: too few to compare"
  var unknownContact = "unknown"
  var unassigned = "nobody"
  var moreWaiting = Phrase(
    one: "{n} more is in waiting.csv.", other: "{n} more are in waiting.csv.")

  // MARK: Badge

  var statisticFastest90Mean = "mean of the fastest 90 %"
  var statisticMean = "mean"
  var statisticMedian = "median"
  var badgeNeeds: Phrase = "Needs {rate} answered and a {statistic} of at most {limit}."
  var marginOpeners = Phrase(
    one: "{n} further opener could stay unanswered before the rate falls below {rate}.",
    other: "{n} further openers could stay unanswered before the rate falls below {rate}.")
  var marginNone: Phrase = "One further unanswered opener brings the rate below {rate}."
  var marginTime: Phrase = "The response time is {time} under its limit."
  var wayBackBoth: Phrase =
    "{pace} openers answered at your usual pace{time} in a row, or {once} answered at once."
  var wayBackAtPace = Phrase(
    one: "the next opener answered at your usual pace{time}.",
    other: "{n} openers answered at your usual pace{time} in a row.")
  var wayBackAtOnce = Phrase(
    one: "the next opener answered at once; at your usual pace{time} it does not come back.",
    other: "{n} openers answered at once in a row; at your usual pace{time} it does not come back.")
  var wayBackOnlyAtOnce = Phrase(
    one: "the next opener answered at once.", other: "{n} openers answered at once in a row.")
  var wayBackNone = "no way back within 10,000 openers was found."
  var wayBackPace: Phrase = " ({time})"
  var lacksRate: Phrase = "What it lacks is the rate: {rate}, where {least} is needed."
  var lacksTime: Phrase = "What it lacks is the time: {time}, where at most {limit} is allowed."
  var lacksBoth = Phrase(
    "It lacks both the rate, {rate} where {least} is needed, and the time, {time} where at most "
      + "{limit} is allowed.")
  var lacksOpeners = "No opener that counts has come yet."
  var blockersMissing = "What holds it back most"
  var blockersHeld = "What weighs on it most"
  var blockerUnanswered: Phrase = "unanswered for {time}"
  var blockerTooLate: Phrase = "answered after {time}, past the deadline"
  var blockerAnswered: Phrase = "answered after {time}"
  var policyLimitOf: Phrase = "{limit}, {statistic}"
  var policyWindow = "Openers of the last"
  var policyFewest = "at least, else the newest"
  var policyLeastRate = "Least response rate"
  var policyTime = "Response time"
  var policyLimit = "Response time limit"
  var policyDeadline = "Answers count up to"
  var policyNoDeadline = "any time"
  var policySilence = "New opener after a silence of"
  var policyExclusions = "Left out"
  /// By the name of the exclusion in a policy.
  var exclusions = [
    "spam": "spam", "done": "closed unanswered", "away": "page away",
    "page_started": "answers to what the page sent first",
  ]
  var policyChannels = "Channels"
  var policyAllChannels = "all"

  // MARK: Targets and benchmarks

  /// By the name in the configuration; others are shown by that name.
  var targetMetrics = [
    "response_rate": "Response rate", "settled_response_rate": "Response rate, settled",
    "within_1m": "Answered within 1 min", "within_5m": "Answered within 5 min",
    "within_15m": "Answered within 15 min", "within_1h": "Answered within 1 h",
    "within_4h": "Answered within 4 h", "within_8h": "Answered within 8 h",
    "within_24h": "Answered within 24 h", "first_response_mean": "Mean first response",
    "first_response_median": "Median first response",
    "first_response_p90": "90 % answered within", "waiting_longest": "Longest wait now",
  ]
  var targetAtLeast: Phrase = "at least {value}"
  var targetAtMost: Phrase = "at most {value}"
  var targetMet = "met"
  var targetMissed = "missed"
  var targetUndefined = "undefined"
  var verdictWords = ["better": "better", "level": "level", "worse": "worse"]
  var benchmarkResponseRate = "Response rate"
  var benchmarkMean = "Mean first response"
  var benchmarkMedian = "Median first response"
  var peerMetrics = [
    "response_rate": "Response rate", "settled_response_rate": "Response rate, settled",
    "first_response_median_seconds": "Median first response",
    "first_response_p90_seconds": "90 % answered within",
  ]
  var peerPlace: Phrase = "{rank} of {n}"
  var peerTooFew: Phrase = "under {n} pages"
  var withinTime: Phrase = "within {time}"

  // MARK: All figures

  var timesFirstResponse = "First response"
  var timesFirstResponseOffice = "First response, office hours"
  var timesReply = "Every reply"
  var timesReplyOffice = "Every reply, office hours"
  var timesResolution = "Resolution"
  var figures = FigureNames()

  /// The names of the figures that are neither rates nor times, in the order of the summary.
  struct FigureNames: Sendable {
    var openers = "Openers"
    var answered = "Answered"
    var awaiting = "Awaiting"
    var missed = "Missed"
    var excludedSpam = "Left out as spam"
    var excludedDone = "Left out as closed"
    var excludedAway = "Left out as page away"
    var responseRate = "Response rate"
    var responseRateInterval = "95 % interval of the response rate"
    var settledResponseRate = "Settled response rate"
    var within: Phrase = "Answered within {time}"
    var waitingAwareMedian = "Waiting-aware median"
    var waitingAwareP90 = "Waiting-aware 90 %"
    var reopenings = "Reopenings"
    var conversations = "Conversations"
    var newContacts = "New contacts"
    var inbound = "Inbound messages"
    var outboundHuman = "Human replies and messages"
    var outboundAutomated = "Automated messages"
    var notes = "Internal notes"
    var automatedFirst = "First answered by automation"
    var handledByAutomation = "Handled by automation alone"
    var outsideWindow = "Sent outside the messaging window"
    var allowedOutsideWindow = "Sent outside it, allowed by a tag"
  }

  // MARK: Data quality and settings

  /// By the name in quality.csv.
  var qualityFigures = [
    "rows_read": "Rows read",
    "messages": "Messages",
    "notes": "Internal notes",
    "events": "Events",
    "duplicates_with_id": "Duplicates by message id",
    "duplicates_whole_row": "Duplicates of a whole row",
    "rows_after_as_of": "Rows after as-of, set aside",
    "rejected_no_conversation_id": "Rejected: no conversation id",
    "rejected_bad_timestamp": "Rejected: timestamp not readable",
    "rejected_bad_direction": "Rejected: direction unknown",
    "unknown_kind": "Unknown kinds",
    "unknown_status": "Unknown statuses",
    "unknown_rating": "Unknown ratings",
    "times_in_gap": "Times that the clock skipped",
    "times_ambiguous": "Times that happened twice",
    "oldest": "Oldest row",
    "newest": "Newest row",
    "messages_with_employee_share": "Human messages with an employee",
  ]
  var qualityAmbiguous = Phrase(
    one: "{n} time happened twice by the clock; the earlier one is taken, so a reply may stand "
      + "before its question.",
    other: "{n} times happened twice by the clock; the earlier one is taken, so a reply may stand "
      + "before its question.")
  var qualityRejected = Phrase(
    one: "{n} row was rejected; it is in rejected.csv with its reason.",
    other: "{n} rows were rejected; they are in rejected.csv with their reasons.")
  var qualityAnonymous: Phrase =
    "Only {share} of human messages name an employee, so the figures about people are incomplete."
  /// Where people stand under pseudonyms of this run alone.
  var passingPseudonyms =
    "Names are pseudonyms that change from run to run, since no key file is set."
  var qualityGood = "Every row could be used."
  var settingZone = "Time zone of dates and hours"
  var settingSilence = "A new opener begins after a silence of"
  var settingDone = "Openers of closed conversations"
  var settingDoneWords = [
    "unanswered": "left out where unanswered", "all": "left out", "none": "counted",
  ]
  var settingAway = "Openers while the page was away"
  var settingLeftOut = "left out"
  var settingCounted = "counted"
  var settingPolicy = "Badge policy"

  static let english = ReportWording()

  /// How response times become one.
  func statistic(_ statistic: BadgePolicy.ResponseTime) -> String {
    switch statistic {
    case .fastest90Mean: statisticFastest90Mean
    case .mean: statisticMean
    case .median: statisticMedian
    }
  }
}
