package import MessageHistory

/// A page's openers on the channels that some policies judge, put in order once for all of these.
package struct PageOpeners {
  /// Those that the policy counts which they were put in order for, oldest first, those of one instant
  /// by place.
  let counted: [BadgeOpener]
  /// Those that it leaves out, in no order.
  let leftOut: [BadgeOpener]
  /// Which of the rules' openers they are, and of which slices.
  fileprivate let origin: Origin
  /// What the policy leaves out which they were put in order for.
  fileprivate let excluding: BadgeOpener.Reasons

  fileprivate struct Origin: Equatable {
    let index: Int
    let slices: [Int]
  }

  /// The openers that a policy counts, oldest first: of one of the same silence and channels.
  func openers(countedBy policy: BadgePolicy) -> [BadgeOpener] {
    let others = policy.excludingReasons
    guard others != excluding else { return counted }
    return (counted + leftOut).filter { $0.counts(but: others) }.inOrder()
  }

  /// The openers that a policy leaves out, in no order: of one of the same silence and channels.
  func openers(leftOutBy policy: BadgePolicy) -> [BadgeOpener] {
    let others = policy.excludingReasons
    return others == excluding
      ? leftOut : (counted + leftOut).filter { !$0.counts(but: others) }
  }

  /// The openers that decide a policy's badge at an instant, in no order.
  ///
  /// - Parameters:
  ///   - policy: one of the same silence and channels.
  ///   - instant: later ones do not count.
  /// - Returns: those of the window that ends with the newest one, or all up to the instant where these
  ///   are fewer than the policy wants at least.
  func openers(deciding policy: BadgePolicy, at instant: Instant) -> [BadgeOpener] {
    let (excluding, last) = (policy.excludingReasons, instant.milliseconds)
    let ordered = counted[..<counted.partitioningIndex { $0.instant.milliseconds > last }]
    let others = leftOut.filter {
      $0.instant.milliseconds <= last && $0.counts(but: excluding)
    }
    let newest = [
      ordered.last { $0.counts(but: excluding) }?.instant.milliseconds,
      others.map(\.instant.milliseconds).max(),
    ].compactMap(\.self).max()
    guard let newest else { return [] }
    let opening = newest - policy.window.count
    let start = ordered.partitioningIndex { $0.instant.milliseconds > opening }
    let sample =
      ordered[start...].filter { $0.counts(but: excluding) }
      + others.filter { $0.instant.milliseconds > opening }
    guard sample.count < policy.fewestOpeners else { return sample }
    return ordered.filter { $0.counts(but: excluding) } + others
  }
}

extension MetricsSummary {
  /// A page's openers, put in order for a policy and all others of its silence and channels.
  ///
  /// - Parameters:
  ///   - policy: the policy's index in the rules.
  ///   - page: the page's index.
  ///   - known: openers of the page that were put in order for another policy, which are handed back
  ///     where they serve this one.
  /// - Returns: the openers.
  /// - Throws: where openers beyond the memory could not be written or read.
  package func openers(
    policy: Int, page: Int, known: PageOpeners? = nil
  ) throws(MessageHistoryError) -> PageOpeners {
    let origin = PageOpeners.Origin(
      index: rules.badgeOpenersIndex(ofPolicy: policy),
      slices: rules.slices.indices.filter {
        rules.slices[$0].page == page && rules.slices[$0].isJudged[policy]
      })
    if let known, known.origin == origin { return known }
    precondition(!tally.badgeOpeners.isEmpty, "badges are judged after their openers are gone")
    let all = tally.badgeOpeners[origin.index]
    let excluding = rules.policies[policy].excludingReasons
    var counted: [BadgeOpener] = []
    var leftOut: [BadgeOpener] = []
    // Nearly all count, and a list that grows is copied again and again.
    counted.reserveCapacity(
      origin.slices.reduce(0) { $0 + all.mostRows(ofOrder: Int64($1)) })
    for slice in origin.slices {
      try all.forEachBlock(ofOrder: Int64(slice)) { openers in
        var start = 0
        while start < openers.count {
          var end = start
          while end < openers.count, openers[end].counts(but: excluding) { end &+= 1 }
          counted.append(contentsOf: UnsafeBufferPointer(rebasing: openers[start..<end]))
          if end < openers.count { leftOut.append(openers[end]) }
          start = end &+ 1
        }
      }
    }
    return PageOpeners(
      counted: counted.inOrder(), leftOut: leftOut, origin: origin,
      excluding: excluding)
  }
}

extension [BadgeOpener] {
  /// The openers by instant, those of one instant by place.
  consuming func inOrder() -> [BadgeOpener] {
    let count = count
    return withUnsafeBufferPointer { openers in
      let order = NumberOrder(of: count) { openers[$0].instant.milliseconds }
      return [BadgeOpener](unsafeUninitializedCapacity: count) { room, initialized in
        guard let start = room.baseAddress else { return }
        order.forEach { place, index, _ in (start + place).initialize(to: openers[index]) }
        initialized = count
        room.sortEqualsByPlace()
      }
    }
  }
}

extension UnsafeMutableBufferPointer<BadgeOpener> {
  /// Sorts those of one instant, which lie beside each other, by place.
  fileprivate func sortEqualsByPlace() {
    var start = 0
    while start < count {
      let instant = self[start].instant.milliseconds
      var end = start + 1
      while end < count, self[end].instant.milliseconds == instant { end += 1 }
      if end > start + 1 {
        var equals = UnsafeMutableBufferPointer(rebasing: self[start..<end])
        equals.sort { $0.place < $1.place }
      }
      start = end
    }
  }
}

extension BadgeOpener {
  /// Whether none of some reasons holds.
  @inline(__always)
  func counts(but excluding: Reasons) -> Bool { reasons.rawValue & excluding.rawValue == 0 }
}
