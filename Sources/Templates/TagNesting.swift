/// How the tags of a template lie in each other.
struct TagNesting {
  /// For an opening tag the index of its closing one, and the other way round.
  private(set) var partners: [Int: Int] = [:]
  /// For each tag the innermost open one around it; for a closing tag that is its opening one.
  private(set) var enclosures: [Int?] = []

  private struct Open {
    let index: Int
    var blocks: Set<String> = []
  }

  /// Pairs opening and closing tags.
  ///
  /// It fails where they do not match, are nested deeper than `TemplateLibrary.depthLimit`, or
  /// where a parent holds anything but its blocks, each once.
  init(_ tags: [Tag], in source: TemplateSource) throws(TemplateError) {
    var open: [Open] = []
    for (index, tag) in tags.enumerated() {
      enclosures.append(open.last?.index)
      if let parent = open.last, tags[parent.index].kind == .parent {
        try Self.checkChild(tag, of: &open[open.count - 1], in: source)
      }
      if tag.kind.isOpening {
        guard open.count < TemplateLibrary.depthLimit else {
          throw source.error(
            .nestedTooDeeply(limit: TemplateLibrary.depthLimit), at: tag.extent.lowerBound)
        }
        open.append(Open(index: index))
      } else if tag.kind == .closing {
        let name = source.text(tag.name)
        guard let opening = open.popLast()?.index else {
          throw source.error(.unopenedClosing(name), at: tag.extent.lowerBound)
        }
        let expected = source.text(tags[opening].name)
        guard name == expected else {
          let place = source.place(at: tags[opening].extent.lowerBound)
          throw source.error(
            .mismatchedClosing(found: name, expected: expected, openedAt: place),
            at: tag.extent.lowerBound)
        }
        partners[opening] = index
        partners[index] = opening
      }
    }
    if let last = open.last {
      let tag = tags[last.index]
      throw source.error(.unclosedSection(source.text(tag.name)), at: tag.extent.lowerBound)
    }
  }

  private static func checkChild(
    _ tag: Tag, of parent: inout Open, in source: TemplateSource
  ) throws(TemplateError) {
    switch tag.kind {
    case .block:
      let name = source.text(tag.name)
      guard parent.blocks.insert(name).inserted else {
        throw source.error(.repeatedBlock(name), at: tag.extent.lowerBound)
      }
    case .closing, .comment, .delimiters: break
    case .value, .rawValue, .section, .invertedSection, .partial, .parent:
      throw source.error(.tagOutsideBlock(source.text(tag.extent)), at: tag.extent.lowerBound)
    }
  }
}
