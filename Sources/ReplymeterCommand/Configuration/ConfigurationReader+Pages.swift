import MessageHistory
import Reports

extension ConfigurationReader {
  private enum PageKey: String, CaseIterable {
    case id, name, industry, timezone
    case officeHours = "office_hours"
    case holidays, targets
  }

  mutating func pages(_ field: ConfigurationField) -> [ConfiguredPage] {
    var firstLines: [[UInt8]: Int] = [:]
    return (items(of: field) ?? []).compactMap { item in
      guard let page = page(item) else { return nil }
      let id = page.id
      if let firstLine = firstLines[Array(id.value.utf8)] {
        note(
          .repeatedPage(found: id.value, firstLine: firstLine), at: id.place,
          key: item.path(ofKey: PageKey.id.rawValue))
        return nil
      }
      firstLines[Array(id.value.utf8)] = id.place.line
      return page
    }
  }

  private mutating func page(_ field: ConfigurationField) -> ConfiguredPage? {
    guard let entries = entries(of: field, as: PageKey.self) else { return nil }
    var id: Located<String>?
    var page = ConfiguredPage(id: Located("", at: field.node.place))
    for (key, field) in entries {
      switch key {
      case .id: id = cell(of: field)
      case .name: page.name = text(of: field)
      case .industry: page.industry = cell(of: field)
      case .timezone: page.timezone = text(of: field)
      case .officeHours: page.officeHours = officeHours(field)
      case .holidays: page.holidays = (items(of: field) ?? []).compactMap { holiday($0) }
      case .targets: page.targets = targets(field)
      }
    }
    if !entries.contains(where: { $0.key == .id }) {
      note(.missingKey(name: PageKey.id.rawValue), in: field)
    }
    guard let id else { return nil }
    page.id = id
    return page
  }

  private mutating func officeHours(
    _ field: ConfigurationField
  ) -> Located<ConfiguredOfficeHours>? {
    guard let pairs = pairs(of: field) else { return nil }
    var hours = ConfiguredOfficeHours()
    for (name, field) in pairs {
      let shifts = shifts(field)
      guard let days = ConfiguredWeekday.days(name.value) else {
        note(.unacceptable(found: nil, expected: .days), at: name.place, key: field.path)
        continue
      }
      for day in days { hours.add(shifts, on: day) }
    }
    return Located(hours, at: field.node.place)
  }

  /// None, without a flaw, for a key without a value: an empty text is no office hours.
  private mutating func shifts(_ field: ConfigurationField) -> [ConfiguredShift] {
    guard field.node.content != .nothing, let text = anyText(of: field) else { return [] }
    do {
      return try ConfiguredShift.shifts(text.value)
    } catch {
      let expected: ExpectedValue =
        switch error {
        case .malformed: .shifts
        case .empty: .shiftWithLength
        }
      note(.unacceptable(found: text.value, expected: expected), in: field)
      return []
    }
  }

  private mutating func holiday(_ field: ConfigurationField) -> Located<ConfiguredHoliday>? {
    guard let text = text(of: field) else { return nil }
    if let date = ConfiguredDate(text.value) { return Located(.date(date), at: text.place) }
    guard !Self.looksLikeDate(text.value) else {
      note(.unacceptable(found: text.value, expected: .date), in: field)
      return nil
    }
    return Located(.file(text.value), at: text.place)
  }

  /// Digits with two separators between them: nobody means a file by that.
  private static func looksLikeDate(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    return parts.count == 3
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }

  private mutating func targets(_ field: ConfigurationField) -> [ConfiguredTarget] {
    guard let pairs = pairs(of: field) else { return [] }
    return pairs.compactMap { name, field in
      guard let metric = TargetMetric(rawValue: name.value) else {
        note(
          .unknownKey(name: name.value, expected: TargetMetric.allCases.map(\.rawValue)),
          at: name.place, key: field.path)
        return nil
      }
      let goal: Located<ConfiguredTarget.Goal>? =
        metric.isShare
        ? share(of: field)?.compactMap { .least($0) }
        : duration(of: field)?.compactMap { .most($0) }
      return goal.map { ConfiguredTarget(metric: Located(metric, at: name.place), goal: $0) }
    }
  }
}
