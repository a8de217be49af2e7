import MessageHistory
import ResponseMetrics

/// The pages of a run: those of the data, then those that only the configuration knows.
struct RunPages {
  /// Ids by page index; the first ones are the history's.
  let ids: [[UInt8]]
  private let planned: [[UInt8]: PlannedPage]

  init(history: History, plan: ReportPlan) {
    let known = Set(history.pages)
    ids = history.pages + plan.pages.map(\.id).filter { !known.contains($0) }
    planned = Dictionary(plan.pages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the configuration says of a page; nil where it says nothing.
  func plan(of page: Int) -> PlannedPage? { planned[ids[page]] }
}

extension MetricRules {
  /// The rules of a run, once the data's span is known.
  ///
  /// - Parameters:
  ///   - plan: the settings.
  ///   - history: the rows.
  ///   - pages: the pages by index.
  ///   - span: what the run is about; its as-of may stand for none at all.
  init(plan: ReportPlan, history: History, pages: RunPages, span: RunSpan) {
    let covering = span.covering
    let officeHours = pages.ids.indices.map { page -> OfficeHours? in
      guard let planned = pages.plan(of: page), let schedule = planned.schedule else { return nil }
      return OfficeHours(
        schedule: schedule, holidays: planned.holidays, clock: planned.clock, covering: covering)
    }
    let away = pages.ids.enumerated().map { page, id in
      AwayCalendar(
        intervals: plan.awayIntervals.filter { $0.page == nil || $0.page == id }.map(\.interval),
        outside: plan.isAwayOutsideOfficeHours ? officeHours[page] : nil)
    }
    self.init(
      asOf: span.asOf ?? Instant(milliseconds: 0), period: span.period.map { $0.start..<$0.end },
      comparedPeriod: span.comparedPeriod.map { $0.start..<$0.end }, clock: plan.clock,
      silence: plan.silence, exclusions: plan.exclusions,
      slices: Self.slices(plan: plan, history: history, asOf: span.asOf), officeHours: officeHours,
      isPageChosen: pages.ids.map { plan.chosenPages.isEmpty || plan.chosenPages.contains($0) },
      away: away, policies: plan.policies, listsConversations: plan.listsConversations)
  }

  private static func slices(
    plan: ReportPlan, history: History, asOf: Instant?
  ) -> [Slice] {
    let seen = history.seenSlices(upTo: asOf ?? Instant(milliseconds: 0))
    let channels = history.slices.map { history.channels[Int($0.channel)] }
    let judged = plan.policies.map {
      judgedSlices($0, history: history, channels: channels, seen: seen)
    }
    return history.slices.enumerated().map { index, slice in
      Slice(
        page: Int(slice.page), hasWindow: plan.windowChannels.contains(channels[index]),
        isChosen: plan.chosenChannels.isEmpty || plan.chosenChannels.contains(channels[index]),
        isJudged: judged.map { $0[index] })
    }
  }

  /// By slice, whether a policy judges it: the channels it lists, or all of a page's where none of
  /// the page's is listed.
  private static func judgedSlices(
    _ policy: BadgePolicy, history: History, channels: [[UInt8]], seen: [Bool]
  ) -> [Bool] {
    guard let listed = policy.channels.map({ Set($0.map { Array($0.utf8) }) }) else {
      return channels.map { _ in true }
    }
    let pagesWithListed = Set(
      history.slices.indices.filter { seen[$0] && listed.contains(channels[$0]) }
        .map { history.slices[$0].page })
    return history.slices.enumerated().map { index, slice in
      listed.contains(channels[index]) || !pagesWithListed.contains(slice.page)
    }
  }
}
