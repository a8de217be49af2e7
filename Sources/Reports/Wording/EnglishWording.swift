import ResponseMetrics

/// The report in English, the language that the others are translated from.
///
/// It is long because a language is one file; each part of it is a list.
struct EnglishWording: Wording {
  let language = ReportLanguage.english
  let standardTitle = "Responsiveness"
  let standardSubject = "{{title}}: {{period}}"

  // MARK: Numbers and dates

  let numbers = NumberWording(
    decimalMark: ".", groupMark: "\u{202F}", percentSpace: "\u{A0}", second: "s", minute: "min",
    hour: "h", day: "d")

  let dates = DateWording(
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    longMonths: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    timeMark: ":",
    dayOfMonth: "{day}",
    firstOfMonth: "1",
    dayAndMonth: "{day}\u{A0}{month}",
    date: "{date}\u{A0}{year}",
    shortMonthAndYear: "{month}\u{A0}{year}",
    longMonthAndYear: "{month} {year}",
    quarter: "Q{n} {year}",
    weekdayAndDate: "{weekday} {date}",
    axisDay: "{day}\u{A0}{month}",
    weekFrom: "Week of {date}",
    noPeriod: "No period",
    asOf: "as of {instant}",
    comparedWith: "compared with {period}")

  // MARK: The first words of a part

  let scopes = ScopeWording(
    allPages: "All pages",
    noMessages: "No messages in this period",
    lead: Phrase(
      one: "{rate} of {openers} opener was answered, within {median}.",
      other: "{rate} of {openers} openers were answered, half of them within {median}."),
    leadUnanswered: Phrase(
      one: "{openers} opener, not answered.", other: "None of {openers} openers was answered."),
    leadNoOpeners: "There were messages in this period, but none that asked for a response.",
    indexBetter: "better",
    indexWorse: "worse",
    indexNormal: "normal variation",
    provisionalOpen: """
      The period ends after as-of: its figures and their comparison are provisional.
      """,
    provisionalAwaiting: Phrase(
      one: """
        {n} opener may still be answered. The headline is the settled response rate, which leaves \
        it out.
        """,
      other: """
        {n} openers may still be answered. The headline is the settled response rate, which \
        leaves them out.
        """),
    colophon: """
      Made by replymeter {version} from exported messages. It shows no message text and loads \
      nothing from a network. The exact figures are in the CSV and JSON files beside it.
      """)

  // MARK: Headline

  let headline = HeadlineWording(
    responseRate: "Response rate",
    settledResponseRate: "Response rate, settled",
    median: "Median first response",
    p90: "90\u{A0}% answered within",
    badge: "Badge",
    waitingNow: "Waiting now",
    ofOpeners: Phrase(one: "of {n} opener", other: "of {n} openers"),
    ofAnswered: Phrase(one: "of {n} answered opener", other: "of {n} answered openers"),
    interval: "95\u{A0}% interval {low} – {high}",
    plainRate: "{rate} with {n} awaiting as not answered",
    leftOutAsClosed: "{n} left out as closed ({share})",
    closedWarning: Phrase(
      one: """
        {n} opener is left out as closed, more than a tenth of those that count: closing what was \
        never answered lifts the rate.
        """,
      other: """
        {n} openers are left out as closed, more than a tenth of those that count: closing what \
        was never answered lifts the rate.
        """),
    waitingAware: "{time} with unanswered ones in view",
    officeTime: "{time} in office hours",
    before: "{value} in {period}",
    changePoints: Phrase(one: "{points} point", other: "{points} points"),
    verdictBetter: "Better, beyond normal variation",
    verdictWorse: "Worse, beyond normal variation",
    verdictNormal: "Within normal variation",
    faster: "{time} faster",
    slower: "{time} slower",
    asFast: "As fast as before",
    timeBeyondVariation: "{change}, beyond normal variation",
    timeWithinVariation: "{change}, within normal variation",
    timeTooFew: "{change}, too few to judge",
    timeNotJudged: "{change}, not tested",
    provisionalVerdict: "{verdict} – provisional",
    notCompared: "Not compared with another period",
    nothingBefore: "Nothing to compare with",
    noVerdict: "Too little to judge",
    badgePages: "{earned} of {n}",
    badgePagesDetail: Phrase(one: "page holds it", other: "pages hold it"),
    badgeBefore: "{n} at the start of the period",
    badgeSample: "{answered} of {sample} answered, {time}",
    waitingLongest: "Longest {time}",
    waitingOverdue: "{n} over {limit}",
    waitingNobody: "Nobody is waiting",
    waitingNotCompared: "As of now, whatever the period")

  let receipts = ReceiptWording(
    openers: "Counted: openers",
    responses: "Counted: first responses",
    answered: "of these answered",
    sample: "Counted: openers in the sample",
    conversations: "Counted: conversations waiting",
    overdue: "of these over {limit}",
    neverWaiting: "Left out",
    neverWaitingReasons: "spam, closed",
    leftOut: "Left out: {reason}",
    leftOutCount: "{n}\u{A0}{reason}",
    leftOutNothing: "nothing")

  func reason(_ reason: LeftOutReason) -> String {
    switch reason {
    case .awaiting: "awaiting (under 24\u{A0}h)"
    case .missed: "missed"
    case .spam: "spam"
    case .done: "closed unanswered"
    case .away: "page away"
    case .noSchedule: "page without office hours"
    }
  }

  // MARK: What to do

  let advice = AdviceWording(
    answerOverdue: Phrase(
      one: "Answer the {n} conversation that has waited longer than {limit}: {longest} by now.",
      other: """
        Answer the {n} conversations that have waited longer than {limit}; the longest has waited \
        {longest}.
        """),
    answerWaiting: Phrase(
      one: "Answer the {n} conversation that is waiting, for {longest} by now.",
      other: "Answer the {n} conversations that are waiting, the longest for {longest}."),
    winBack: "Win the badge back: {way}",
    winBackPages: "Win the badge: {pages} are without it; their sections say what it takes.",
    keepBadge: Phrase(
      one: "Keep the badge: {n} more unanswered opener is all it can bear.",
      other: "Keep the badge: {n} more unanswered openers are all it can bear."),
    keepBadgeNone: "Keep the badge: one more unanswered opener loses it.",
    coverGap: Phrase(
      one: "Look at {when}: {n} opener, not answered within the hour, waited {waiting}.",
      other: """
        Look at {when}: {n} openers, none answered within the hour, waited {waiting} in all.
        """),
    reviewClosed: Phrase(
      one: "Review what was closed: {n} opener is left out of the rate, which lifts it.",
      other: "Review what was closed: {n} openers are left out of the rate, which lifts it."),
    reachTarget: "Missed target: {name} is {own}, {distance} from {target}.",
    nothing: "Nothing is overdue, and no target is missed.")

  // MARK: Charts

  let charts = ChartWording(
    axisShareAnswered: "Openers answered, %",
    axisTime: "Time to first response",
    axisOpeners: "Openers",
    axisBadgeRate: "Response rate of the sample, %",
    rate: "Line chart: response rate over time",
    times: "Line chart: median and 90th percentile of first response time over time",
    outcomes: "Stacked bar chart: openers answered, awaiting and missed over time",
    distribution: "Bar chart: openers by time to first response",
    heatMap: "Heat map: openers by weekday and hour, coverage gaps crossed",
    badge: "Line chart: response rate of the badge's sample by day, and whether it was held",
    trendByDay: "Trend by day",
    trendByWeek: "Trend by week",
    trendByMonth: "Trend by month",
    trendTitle: "{step}: {rate} of {openers} openers; median {median}, 90\u{A0}% within {p90}",
    provisional: "provisional",
    provisionalStep: "{step}, provisional",
    barLater: "later",
    barAwaiting: "awaiting",
    barMissed: "missed",
    barTitle: Phrase(one: "{label}: {n} opener, {share}", other: "{label}: {n} openers, {share}"),
    heatTitle: "{when}: {openers} openers, {answered} answered, {missed} missed, median {median}",
    moreGaps: Phrase(
      one: "{n} more is crossed in the map.", other: "{n} more are crossed in the map."),
    stripTitle: """
      {n} responses: fastest {least}, median {median}, 90\u{A0}% within {p90}, 95\u{A0}% within {p95}
      """,
    badgeTitle: "{date}: {verdict}; {rate} of {sample}, {time}",
    withinTime: "within {time}")

  // MARK: People, waiting

  let people = PeopleWording(
    unattributed: "Unattributed",
    workloadResponses: """
      {name} gave {n} of the {all} first responses, at least twice as many as anyone else (next: \
      {next}). Is that too much for one person?
      """,
    workloadReplyTime: """
      {name} takes {time} for a reply (median), at least twice as long as anyone else with ten \
      responses (next: {next}). Is there too much to do, or are the questions harder?
      """,
    waitingUnassigned: Phrase(
      one: "{n} waiting conversation is assigned to nobody.",
      other: "{n} waiting conversations are assigned to nobody."),
    fewResponses: "under {n} responses: too few to compare",
    unknownContact: "unknown",
    unassigned: "nobody",
    moreWaiting: Phrase(
      one: "{n} more is in waiting.csv.", other: "{n} more are in waiting.csv."),
    morePeople: Phrase(
      one: "Those with the most responses are shown; {n} more is in employees.csv.",
      other: "Those with the most responses are shown; {n} more are in employees.csv."))

  // MARK: Badge

  let badge = BadgeWording(
    held: "Held",
    notHeld: "Not held",
    heldThroughout: "Held on every day of the period",
    missingThroughout: "Not held on any day of the period",
    wonOn: "Held since {date}",
    lostOn: "Not held since {date}",
    summary: """
      {needs} {story}: {answered} of {sample} openers of the sample answered ({rate}), {time}.
      """,
    needs: "Needs {rate} answered and a {statistic} of at most {limit}.",
    marginOpeners: Phrase(
      one: "{n} further opener could stay unanswered before the rate falls below {rate}.",
      other: "{n} further openers could stay unanswered before the rate falls below {rate}."),
    marginNone: "One further unanswered opener brings the rate below {rate}.",
    marginTime: "The response time is {time} under its limit.",
    wayBackBoth: """
      {pace} openers answered at your usual pace{time} in a row, or {once} answered at once.
      """,
    wayBackAtPace: Phrase(
      one: "the next opener answered at your usual pace{time}.",
      other: "{n} openers answered at your usual pace{time} in a row."),
    wayBackAtOnce: Phrase(
      one: "the next opener answered at once; at your usual pace{time} it does not come back.",
      other: """
        {n} openers answered at once in a row; at your usual pace{time} it does not come back.
        """),
    wayBackOnlyAtOnce: Phrase(
      one: "the next opener answered at once.", other: "{n} openers answered at once in a row."),
    wayBackNone: "no way back within 10,000 openers was found.",
    wayBackPace: " ({time})",
    lacksRate: "What it lacks is the rate: {rate}, where {least} is needed.",
    lacksTime: "What it lacks is the time: {time}, where at most {limit} is allowed.",
    lacksBoth: """
      It lacks both the rate, {rate} where {least} is needed, and the time, {time} where at most \
      {limit} is allowed.
      """,
    lacksOpeners: "No opener that counts has come yet.",
    blockersMissing: "What holds it back most",
    blockersHeld: "What weighs on it most",
    blockerUnanswered: "unanswered for {time}",
    blockerTooLate: "answered after {time}, past the deadline",
    blockerAnswered: "answered after {time}")

  let extent = ExtentWording(
    pagesInBrief: """
      Each of the {n} pages has a short part below. replymeter report --page ID makes the whole \
      report of one; every figure of all is in the CSV files.
      """,
    pagesWithoutPart: Phrase(
      one: "{n} page, with the fewest openers, has a line here and no part below.",
      other: "{n} pages, with the fewest openers, have a line here and no part below."),
    pagesNotListed: Phrase(
      one: "{n} more page, with fewer openers, is in summary.csv.",
      other: "{n} more pages, with fewer openers, are in summary.csv."),
    moreChannels: Phrase(
      one: "Those with the most openers are shown; {n} more is in channels.csv.",
      other: "Those with the most openers are shown; {n} more are in channels.csv."),
    earlierSteps: Phrase(
      one: "The newest are shown; {n} earlier one is in trend.csv.",
      other: "The newest are shown; {n} earlier ones are in trend.csv."),
    earlierDays: Phrase(
      one: "The newest days are shown; {n} earlier one is in badge.csv.",
      other: "The newest days are shown; {n} earlier ones are in badge.csv."))

  let policy = PolicyWording(
    limitOf: "{limit}, {statistic}",
    window: "Openers of the last",
    fewest: "at least, else the newest",
    leastRate: "Least response rate",
    time: "Response time",
    limit: "Response time limit",
    deadline: "Answers count up to",
    noDeadline: "any time",
    silence: "New opener after a silence of",
    exclusions: "Left out",
    channels: "Channels",
    allChannels: "all")

  func exclusion(_ exclusion: BadgePolicy.Exclusion) -> String {
    switch exclusion {
    case .spam: "spam"
    case .done: "closed unanswered"
    case .away: "page away"
    case .pageStarted: "answers to what the page sent first"
    }
  }

  func statistic(_ statistic: BadgePolicy.ResponseTime) -> String {
    switch statistic {
    case .fastest90Mean: "mean of the fastest 90\u{A0}%"
    case .mean: "mean"
    case .median: "median"
    }
  }

  // MARK: Targets and benchmarks

  let others = ComparisonWording(
    targetAtLeast: "at least {value}",
    targetAtMost: "at most {value}",
    targetMet: "met",
    targetMissed: "missed",
    targetUndefined: "undefined",
    peerPlace: "{rank} of {n}",
    peerTooFew: "under {n} pages")

  func name(of metric: TargetMetric) -> String {
    switch metric {
    case .responseRate: "Response rate"
    case .settledResponseRate: "Response rate, settled"
    case .within1Minute: "Answered within 1\u{A0}min"
    case .within5Minutes: "Answered within 5\u{A0}min"
    case .within15Minutes: "Answered within 15\u{A0}min"
    case .within1Hour: "Answered within 1\u{A0}h"
    case .within4Hours: "Answered within 4\u{A0}h"
    case .within8Hours: "Answered within 8\u{A0}h"
    case .within24Hours: "Answered within 24\u{A0}h"
    case .firstResponseMean: "Mean first response"
    case .firstResponseFastest90Mean: "Mean of the fastest 90\u{A0}% of first responses"
    case .firstResponseMedian: "Median first response"
    case .firstResponseP75: "75\u{A0}% answered within"
    case .firstResponseP90: "90\u{A0}% answered within"
    case .firstResponseP95: "95\u{A0}% answered within"
    case .firstResponseP99: "99\u{A0}% answered within"
    case .firstResponseMax: "Slowest first response"
    case .firstResponseOfficeMean: "Mean first response, office hours"
    case .firstResponseOfficeMedian: "Median first response, office hours"
    case .firstResponseOfficeP90: "90\u{A0}% answered within, office hours"
    case .replyMean: "Mean reply"
    case .replyMedian: "Median reply"
    case .replyP90: "90\u{A0}% of replies within"
    case .replyOfficeMean: "Mean reply, office hours"
    case .replyOfficeMedian: "Median reply, office hours"
    case .replyOfficeP90: "90\u{A0}% of replies within, office hours"
    case .resolutionMean: "Mean resolution"
    case .resolutionMedian: "Median resolution"
    case .resolutionP90: "90\u{A0}% resolved within"
    case .waitingAwareMedian: "Waiting-aware median"
    case .waitingAwareP90: "Waiting-aware 90\u{A0}%"
    case .waitingLongest: "Longest wait now"
    }
  }

  func name(of metric: PeerMetric) -> String {
    switch metric {
    case .responseRate: "Response rate"
    case .settledResponseRate: "Response rate, settled"
    case .firstResponseMedian: "Median first response"
    case .firstResponseP90: "90\u{A0}% answered within"
    }
  }

  func name(of metric: ComparedMetric) -> String {
    switch metric {
    case .responseRate: "Response rate"
    case .meanFirstResponse: "Mean first response"
    case .medianFirstResponse: "Median first response"
    }
  }

  func verdict(_ verdict: BenchmarkComparison.Verdict) -> String {
    switch verdict {
    case .better: "better"
    case .level: "level"
    case .worse: "worse"
    }
  }

  /// As the tables have it.
  func caveat(_ caveat: BenchmarkCaveat) -> String { caveat.wording }

  /// As the tables have it.
  func note(on rules: RuleSet) -> String { rules.note }

  // MARK: All figures

  let figures = FigureWording(
    timesFirstResponse: "First response",
    timesFirstResponseOffice: "First response, office hours",
    timesReply: "Every reply",
    timesReplyOffice: "Every reply, office hours",
    timesResolution: "Resolution",
    openers: "Openers",
    answered: "Answered",
    awaiting: "Awaiting",
    missed: "Missed",
    excludedSpam: "Left out as spam",
    excludedDone: "Left out as closed",
    excludedAway: "Left out as page away",
    responseRate: "Response rate",
    responseRateInterval: "95\u{A0}% interval of the response rate",
    settledResponseRate: "Settled response rate",
    within: "Answered within {time}",
    waitingAwareMedian: "Waiting-aware median",
    waitingAwareP90: "Waiting-aware 90\u{A0}%",
    reopenings: "Reopenings",
    conversations: "Conversations",
    newContacts: "New contacts",
    inbound: "Inbound messages",
    outboundHuman: "Human replies and messages",
    outboundAutomated: "Automated messages",
    notes: "Internal notes",
    automatedFirst: "First answered by automation",
    handledByAutomation: "Handled by automation alone",
    outsideWindow: "Sent outside the messaging window",
    allowedOutsideWindow: "Sent outside it, allowed by a tag")

  // MARK: Data quality and settings

  let quality = QualityWording(
    ambiguous: Phrase(
      one: """
        {n} time happened twice by the clock; the earlier one is taken, so a reply may stand \
        before its question.
        """,
      other: """
        {n} times happened twice by the clock; the earlier one is taken, so a reply may stand \
        before its question.
        """),
    rejected: Phrase(
      one: "{n} row was rejected; it is in rejected.csv with its reason.",
      other: "{n} rows were rejected; they are in rejected.csv with their reasons."),
    anonymous: """
      Only {share} of human messages name an employee, so the figures about people are incomplete.
      """,
    tickets: Phrase(
      one: """
        {n} input has one row a ticket: of those only first response and resolution are known; \
        reply times, turns and who answered cannot be.
        """,
      other: """
        {n} inputs have one row a ticket: of those only first response and resolution are known; \
        reply times, turns and who answered cannot be.
        """),
    good: "Every row could be used.",
    passingPseudonyms: """
      Names are pseudonyms that change from run to run, since no key file is set.
      """,
    stale: """
      Data may be missing: the newest message is {age} old (expected within {limit}).
      """)

  func name(of figure: QualityFigure) -> String {
    switch figure {
    case .rowsRead: "Rows read"
    case .messages: "Messages"
    case .notes: "Internal notes"
    case .events: "Events"
    case .duplicatesWithID: "Duplicates by message id"
    case .duplicatesWholeRow: "Duplicates of a whole row"
    case .rowsAfterAsOf: "Rows after as-of, set aside"
    case .rejectedNoConversationID: "Rejected: no conversation id"
    case .rejectedBadTimestamp: "Rejected: timestamp not readable"
    case .rejectedBadDirection: "Rejected: direction unknown"
    case .unknownKind: "Unknown kinds"
    case .unknownStatus: "Unknown statuses"
    case .unknownRating: "Unknown ratings"
    case .timesInGap: "Times that the clock skipped"
    case .timesAmbiguous: "Times that happened twice"
    case .oldest: "Oldest row"
    case .newest: "Newest row"
    case .messagesWithEmployeeShare: "Human messages with an employee"
    }
  }

  let settings = SettingWording(
    zone: "Time zone of dates and hours",
    silence: "A new opener begins after a silence of",
    done: "Openers of closed conversations",
    away: "Openers while the page was away",
    leftOut: "left out",
    counted: "counted",
    policy: "Badge policy")

  func done(_ rule: ExclusionRules.Done) -> String {
    switch rule {
    case .unanswered: "left out where unanswered"
    case .all: "left out"
    case .none: "counted"
    }
  }

  // MARK: Mail

  let mail = MailWording(
    moreAdvice: Phrase(one: "{n} more is in report.html.", other: "{n} more are in report.html."),
    morePages: Phrase(
      one: "{n} more page is in summary.csv.", other: "{n} more pages are in summary.csv."),
    moreSteps: Phrase(
      one: "{n} earlier step is in report.html.", other: "{n} earlier steps are in report.html."),
    morePeople: Phrase(
      one: "{n} more, with fewer responses, is in employees.csv.",
      other: "{n} more, with fewer responses, are in employees.csv."),
    rows: "{read} rows read, {duplicates} duplicates, {rejected} rejected.",
    attached: "Attached: {files}.",
    leftOut: "Too large to attach: {files}.",
    barTitle: "{answered} answered, {awaiting} awaiting, {missed} missed",
    rateByDay: "Response rate by day",
    rateByWeek: "Response rate by week",
    rateByMonth: "Response rate by month",
    pageLine: "{name}: {rate} of {openers}, median {median}, {waiting} waiting, badge {badge}",
    stepLine: "{step}: {rate} of {openers} ({outcomes}), median {median}",
    personLine: "{name}: {responses}, {share}, median {median}, 90\u{A0}% within {p90}",
    fewPersonLine: "{name}: {responses}, {share}, median {median} *, 90\u{A0}% within {p90}",
    waitingLine: "{time}: {who}, assigned to {assignee}",
    overdueLine: "{time} (overdue): {who}, assigned to {assignee}")

  // MARK: Text report

  let terminal = TerminalWording(
    heading: "{title}, {from} to {to} ({zone})",
    emptyHeading: "{title}: no messages in this period",
    noMessages: "no messages in this period",
    responseRate: "Response rate",
    firstResponse: "First response",
    withinHour: "Within 1 hour",
    change: "Change",
    badge: "Badge",
    waiting: "Waiting now",
    rows: "Rows",
    rateLine: """
      {rate} ({answered} of {openers} openers; {awaiting} awaiting, {missed} missed, {done} \
      excluded as done)
      """,
    timesLine: "median {median}, p90 {p90}, waiting-aware median {aware}",
    changeLine: "response rate {points}: {verdict}",
    changeNone: "nothing to compare with",
    better: "better",
    worse: "worse",
    normal: "within normal variation",
    badgeLine: "{page}: {standing}",
    badgeNone: "no openers yet",
    sample: "{rate} in {time}",
    earned: "earned ({sample})",
    earnedWithMargin: "earned ({sample}; {n} more may stay unanswered)",
    notEarned: "not earned ({sample})",
    notEarnedAtPace: "not earned ({sample}; {n} answered openers at this pace win it back)",
    notEarnedAtOnce: "not earned ({sample}; {n} openers answered at once win it back)",
    waitingLine: Phrase(one: "{n} conversation", other: "{n} conversations"),
    waitingLongest: "{conversations}, longest {time}",
    rowsLine: "{read} read, {duplicates} duplicates, {rejected} rejected")

  // MARK: Templates

  func text(_ word: TemplateWord) -> String {
    switch word {
    case .colon: ": "
    case .semicolon: "; "
    case .skip: "Skip to the figures"
    case .contents: "Contents"
    case .definitions: "Definitions"
    case .dataQuality: "Data quality"
    case .noMessages: "No messages in this period."
    case .filterHint: "Show rows with …"
    case .filterLabel: "Show rows with"
    case .chart: "Chart"
    case .asTable: "As a table"
    case .whatCounts: "What counts"
    case .whatToDo: "What to do"
    case .pages: "Pages"
    case .targets: "Targets"
    case .trend: "Trend"
    case .people: "People"
    case .channels: "Channels"
    case .badge: "Badge"
    case .waiting: "Waiting"
    case .howFast: "How fast"
    case .hoursAndGaps: "Hours and gaps"
    case .besideOthers: "Beside others"
    case .otherCounting: "Other ways of counting"
    case .allFigures: "All figures"
    case .page: "Page"
    case .channel: "Channel"
    case .conversation: "Conversation"
    case .contact: "Contact"
    case .name: "Name"
    case .openers: "Openers"
    case .answered: "Answered"
    case .awaiting: "Awaiting"
    case .missed: "Missed"
    case .share: "Share"
    case .median: "Median"
    case .mean: "Mean"
    case .rate: "Rate"
    case .date: "Date"
    case .sample: "Sample"
    case .verdict: "Verdict"
    case .longest: "Longest"
    case .number: "Number"
    case .responseRate: "Response rate"
    case .responseTime: "Response time"
    case .p90: "90\u{A0}% within"
    case .leftOutAsClosed: "Left out as closed"
    case .conversations: "Conver\u{AD}sations"
    case .pagesCaption:
      """
      The rate is settled where openers may still be answered. Left out as closed: openers of \
      closed conversations that are not in the rate; more than a tenth is marked with !.
      """
    case .againstBefore: "Against before"
    case .change: "Change"
    case .targetsCaption: "The page’s own goals, and how far each was reached."
    case .metric: "Metric"
    case .target: "Target"
    case .difference: "Difference"
    case .result: "Result"
    case .thisPeriod: "This period"
    case .trendProvisional:
      """
      The newest step is provisional: it is not finished, or some of its openers may still be \
      answered. It is drawn hollow and dashed and shows its settled response rate.
      """
    case .rateCaption: "Share of openers answered, whenever the answer came"
    case .firstResponseTime: "First response time"
    case .medianKey: "median"
    case .p90Key: "90\u{A0}% answered within"
    case .trendTable: "Trend as a table"
    case .trendCaption: "Openers by the step in which they arrived."
    case .step: "Step"
    case .speedTitle: "How many, how fast"
    case .answeredKey: "answered"
    case .awaitingKey: "awaiting"
    case .missedKey: "missed"
    case .distributionTitle: "Openers by time to first response"
    case .distributionCaption:
      """
      Each opener once: answered within the time below its bar, later, or not at all
      """
    case .speedTable: "How fast, as a table"
    case .speedCaption:
      """
      Shares are of all openers that count; openers step by step are in the table of the trend.
      """
    case .hoursTitle: "Hours of the week"
    case .heatTitle: "Openers by weekday and hour"
    case .heatKey: "few to many openers"
    case .gapKey: "coverage gap: none answered within the hour"
    case .gapsTitle: "Coverage gaps"
    case .gapsCaption: "None answered within the hour; the most waiting first."
    case .hours: "Hours"
    case .hour: "Hour"
    case .waitedInAll: "Waited in all"
    case .hoursTable: "Hours of the week as a table"
    case .hoursCaption: "Hours with openers. Coverage gaps are marked with !."
    case .peopleCaption:
      """
      By name. A response is the first answer to an opener. The strip shows first response times \
      from 0 to 7 days on one scale: fastest to 95\u{A0}%, thick from the median to 90\u{A0}%.
      """
    case .peopleWaiting: "Waiting: conversations assigned to the person that wait for a reply now."
    case .responses: "Responses"
    case .replies: "Replies"
    case .messages: "Messages"
    case .assigned: "Assigned"
    case .rating: "Rating"
    case .ratings: "Ratings"
    case .handovers: "Hand\u{AD}overs"
    case .firstResponseTimes: "First response times"
    case .medianReply: "Median reply"
    case .activeDays: "Active days"
    case .assignedAnswered: "of these answered"
    case .outsideWindow: "Outside window"
    case .channelsCaption: "The rate is settled where openers may still be answered."
    case .withinHour: "Within 1\u{A0}h"
    case .newContacts: "New contacts"
    case .inbound: "Inbound"
    case .humanMessages: "Human messages"
    case .blockersCaption:
      """
      Openers of the sample that would help most, had each been answered at once: unanswered ones \
      first, then the slowest that count.
      """
    case .whatHappened: "What happened"
    case .arrived: "Arrived"
    case .dayByDay: "Day by day"
    case .sampleRateKey: "response rate of the sample"
    case .leastRateKey: "least rate"
    case .heldKey: "held"
    case .notHeldKey: "not held"
    case .policiesTitle: "By each policy"
    case .policiesCaption:
      """
      The same page at the same instant. Each policy takes its own sample: window, channels and \
      what it leaves out differ.
      """
    case .policy: "Policy"
    case .chosenPolicy: "this report’s"
    case .atLeast: "at least"
    case .atMost: "at most"
    case .historyAndRules: "History and rules"
    case .badgeDetails: "Badge history and rules"
    case .badgeHistory: "Badge history"
    case .badgeHistoryCaption: "At the end of each day of the period, and as of now."
    case .publishedTitle: "Published figures"
    case .publishedCaption:
      """
      Published figures, each from one source and never blended. A dash: the two cannot be \
      compared fairly.
      """
    case .figure: "Figure"
    case .published: "Published"
    case .caveats: "Caveats"
    case .answer: "Answer"
    case .source: "Source"
    case .place: "Place"
    case .thisPage: "This page"
    case .ofWhom: "Of whom, and what to know"
    case .expectationsTitle: "What people expect"
    case .expectationsCaption:
      """
      What consumers say that they expect: wishes stated in surveys, not measurements.
      """
    case .ownOpeners: "This page’s openers"
    case .expected: "Consumers who expect it"
    case .peersTitle: "Pages of the same industry"
    case .peersCaption: "Among the pages of the same industry in these data; 1 is best."
    case .rulesCaption:
      """
      The same messages by other programs’ rules: why figures from two places differ. The \
      report’s own rule comes first.
      """
    case .rules: "Rules"
    case .counted: "Counted"
    case .waitingTitle: "Waiting for a reply"
    case .nobodyWaiting: "Nobody is waiting."
    case .waitingCaption:
      """
      Conversations whose newest message is the contact’s, longest wait first, whatever the \
      period. Overdue ones have a !.
      """
    case .assignedTo: "Assigned to"
    case .since: "Since"
    case .inOfficeHours: "In office hours"
    case .everyFigure: "Every figure of the period"
    case .times: "Times"
    case .timesCaption:
      """
      Times. A dash: not defined, as without office hours or closed conversations.
      """
    case .timeOf: "Time of"
    case .fastest90Mean: "Mean of the fastest 90\u{A0}%"
    case .percentile75: "75\u{A0}%"
    case .percentile90: "90\u{A0}%"
    case .percentile95: "95\u{A0}%"
    case .percentile99: "99\u{A0}%"
    case .fastest: "Fastest"
    case .slowest: "Slowest"
    case .leftOut: "Left out"
    case .when: "When"
    case .openersByOutcome: "Openers by outcome"
    case .newestStep: "The newest step is not finished: its rate is the settled one."
    case .data: "Data:"
    case .allInReport:
      """
      All figures, with charts and definitions, are in report.html, which was written with this \
      mail.
      """
    case .plainToDo: "WHAT TO DO"
    case .plainPages: "PAGES (response rate, openers, median first response, waiting, badge)"
    case .plainPeople: "PEOPLE (responses, share, median and 90\u{A0}% of first responses)"
    case .plainWaiting: "WAITING FOR A REPLY"
    }
  }

  // MARK: Definitions

  func definition(of term: DefinedTerm) -> (name: String, text: String) {
    switch term {
    case .opener:
      (
        "Opener",
        """
        An inbound message that asks for a response: the first one of a conversation, or one \
        after a silence.
        """
      )
    case .firstResponse:
      (
        "First response",
        """
        The first human message after an opener, before the next one. Automated messages and \
        internal notes are none.
        """
      )
    case .outcomes:
      (
        "Answered, awaiting, missed",
        """
        An opener with a first response is answered, whenever that came. Without one it is \
        awaiting while it is under 24\u{A0}hours old, then missed.
        """
      )
    case .leftOut:
      (
        "Left out",
        """
        Openers of spam conversations, of closed ones where nothing was answered, and those \
        that arrived while the page was away count neither in rates nor in times.
        """
      )
    case .responseRate:
      (
        "Response rate",
        """
        Answered openers over all openers that count. The settled rate leaves out those that \
        are awaiting. A dash, not 0, where there are none.
        """
      )
    case .medianAnd90:
      (
        "Median, 90\u{A0}% within",
        """
        Half, and nine tenths, of the answered openers were answered at least this fast. “With \
        unanswered ones in view” is the same figure with openers that nobody answered taken \
        into account, so that leaving hard ones unanswered cannot flatter it.
        """
      )
    case .normalVariation:
      (
        "Normal variation",
        """
        Two rates are called different only where the 95\u{A0}% interval of their difference \
        does not hold 0 (Newcombe). Two medians only where their 95\u{A0}% intervals have \
        nothing in common: each runs between two of the times themselves, found by counting \
        alone (order statistics), and needs six times. Other times are compared without a test.
        """
      )
    case .officeHours:
      (
        "Office hours",
        """
        The part of a time that lies inside the page’s schedule. Pages without a schedule have \
        no such figure.
        """
      )
    case .coverageGap:
      (
        "Coverage gap",
        """
        An hour of the week with openers of which none was answered within the hour; such hours \
        in a row are one gap. “Waited in all” is the sum of its openers’ waiting until their \
        first response, whenever that came; of unanswered ones until the contact’s next opener, \
        else until now.
        """
      )
    case .waiting:
      (
        "Waiting",
        """
        A conversation, neither spam nor closed, whose newest message from either side is the \
        contact’s.
        """
      )
    case .everyReply:
      (
        "Every reply",
        """
        From the first of a run of the contact’s messages to the human reply that ends it, \
        within an exchange too.
        """
      )
    case .outsideWindow:
      (
        "Outside the messaging window",
        """
        Human messages more than 24\u{A0}hours after the contact’s last one, without a tag that \
        allows it.
        """
      )
    }
  }
}
