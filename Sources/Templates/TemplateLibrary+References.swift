extension TemplateLibrary {
  /// Checks what can be known about inclusions without data.
  func checkReferences() throws(TemplateError) {
    for name in names {
      let template = try template(named: name)
      for (index, token) in template.tokens.enumerated() {
        switch token.content {
        case .partial(let name, _):
          _ = try self.template(named: name, from: template.source.place(at: token.offset))
        case .parent(let name, _, let blocks):
          _ = try self.template(named: name, from: template.source.place(at: token.offset))
          try checkBlocks(blocks, of: name, givenAt: index, in: template)
        case .text, .lineStart, .value, .section, .block: break
        }
      }
    }
    var ending: Set<String> = []
    for name in names {
      try checkEnds(try template(named: name), way: [], ending: &ending)
    }
  }

  private func checkBlocks(
    _ blocks: [String: Int], of parent: String, givenAt index: Int, in template: Template
  ) throws(TemplateError) {
    guard !blocks.isEmpty else { return }
    let known = try blockNames(reachableFrom: parent)
    for (name, block) in blocks.sorted(by: { $0.value < $1.value }) where !known.contains(name) {
      throw template.source.error(
        .unknownBlock(name, parent: parent, known: KnownNames(known)),
        at: template.tokens[block].offset)
    }
  }

  /// The blocks of a template and of all that it includes, whatever the conditions.
  private func blockNames(reachableFrom start: String) throws(TemplateError) -> Set<String> {
    var blocks: Set<String> = []
    var seen: Set<String> = [start]
    var waiting = [start]
    while let name = waiting.popLast() {
      for token in try template(named: name).tokens {
        switch token.content {
        case .partial(let next, _), .parent(let next, _, _):
          // A name without a template is reported where it is written.
          if contains(next), seen.insert(next).inserted { waiting.append(next) }
        case .block(let block): blocks.insert(block.name)
        case .text, .lineStart, .value, .section: break
        }
      }
    }
    return blocks
  }

  /// Fails where a template includes itself and neither a section nor a block could prevent it.
  private func checkEnds(
    _ template: Template, way: [String], ending: inout Set<String>
  ) throws(TemplateError) {
    guard !ending.contains(template.name) else { return }
    let way = way + [template.name]
    var index = 0
    while index < template.tokens.count {
      let token = template.tokens[index]
      switch token.content {
      case .partial(let next, _), .parent(let next, _, _):
        if let start = way.firstIndex(of: next) {
          throw template.source.error(
            .endlessInclusion(way[start...] + [next]), at: token.offset)
        }
        guard way.count <= TemplateLibrary.depthLimit else {
          throw template.source.error(
            .nestedTooDeeply(limit: TemplateLibrary.depthLimit), at: token.offset)
        }
        try checkEnds(try self.template(named: next), way: way, ending: &ending)
      case .text, .lineStart, .value, .section, .block: break
      }
      index = token.end
    }
    ending.insert(template.name)
  }
}
