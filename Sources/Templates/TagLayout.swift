/// Which white space a tag takes away with itself.
///
/// A tag that stands alone on its line takes the whole line. A parent with all that is in it counts
/// as one such tag. A block that is given to a parent takes the line break after its opening tag and
/// the blanks before its closing one, for it begins and ends where its lines do.
struct TagLayout {
  /// What is cut from the source: the tag, and the white space that it takes.
  let footprint: Range<Int>
  /// The blanks before the tag, where they and the line's start are taken; nil where they stay.
  let takenIndentation: Range<Int>?
  /// The blanks before the tag where nothing else is before it on its line, taken or not.
  let indentation: Range<Int>?
  /// Whether the line break after the tag, or the end of the template, is taken.
  let takesLineEnd: Bool

  init(of index: Int, among tags: [Tag], nesting: TagNesting, in source: TemplateSource) {
    let tag = tags[index]
    let openingIndex = tag.kind == .closing ? nesting.partners[index] ?? index : index
    let opening = tags[openingIndex]
    let ending = tags[nesting.partners[openingIndex] ?? openingIndex]
    let isGiven = nesting.enclosures[openingIndex].map { tags[$0].kind == .parent } ?? false

    indentation = source.indentation(before: tag.extent.lowerBound)
    let lineEnd = source.lineEnd(after: tag.extent.upperBound)
    let takesStart: Bool
    if opening.kind == .block, isGiven {
      takesStart = tag.kind == .closing && indentation != nil
      takesLineEnd = tag.kind == .block && lineEnd != nil
    } else if opening.kind == .parent {
      let standsAlone =
        source.indentation(before: opening.extent.lowerBound) != nil
        && source.lineEnd(after: ending.extent.upperBound) != nil
      takesStart = standsAlone && tag.kind == .parent
      takesLineEnd = standsAlone && tag.kind == .closing
    } else {
      let standsAlone = tag.kind.canStandAlone && indentation != nil && lineEnd != nil
      takesStart = standsAlone
      takesLineEnd = standsAlone
    }
    takenIndentation = takesStart ? indentation : nil
    let lower = takenIndentation?.lowerBound ?? tag.extent.lowerBound
    footprint = lower..<(takesLineEnd ? lineEnd ?? tag.extent.upperBound : tag.extent.upperBound)
  }
}
