/// Breaks spans into lines between words.
struct TextFlow {
  /// The columns of a line; nil for as many as there are.
  let width: Int?

  /// The fewest columns for words; a narrower terminal breaks the lines itself.
  private static let leastRoom = 16

  /// The spans as lines: the first begins at the margin's left, the others `margin` columns in.
  ///
  /// Only plain spaces part words; other white space holds together what it stands between.
  func lines(_ spans: [TextSpan], margin: Int) -> [[TextSpan]] {
    guard let width, width >= margin + Self.leastRoom else { return [spans] }
    var lines: [[TextSpan]] = []
    var line: [TextSpan] = []
    var columns = 0
    for span in spans {
      for piece in Self.pieces(of: span.text) {
        let taken = piece.terminalColumns
        if piece != " ", columns + taken > width, columns > margin {
          lines.append(Self.trimmed(line))
          line = margin > 0 ? [TextSpan(String(repeating: " ", count: margin))] : []
          columns = margin
        }
        // A line that was broken begins with a word.
        if piece == " ", columns == margin, !lines.isEmpty { continue }
        Self.append(piece, span.role, to: &line)
        columns += taken
      }
    }
    return lines + [Self.trimmed(line)]
  }

  /// Words and single spaces, in order; a number and the word after it are one piece.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    for character in text {
      if character == " ", let word = pieces.last, isNumber(word) {
        pieces[pieces.count - 1].append(character)
      } else if character == " " || pieces.last == nil || pieces.last == " " {
        pieces.append(String(character))
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }

  private static func isNumber(_ word: String) -> Bool {
    word.last?.isNumber == true && !word.contains(" ")
      && word.allSatisfy { $0.isNumber || $0.isPunctuation || $0.isSymbol }
  }

  private static func append(_ piece: String, _ role: TextSpan.Role, to line: inout [TextSpan]) {
    if let last = line.last, last.role == role {
      line[line.count - 1].text += piece
    } else {
      line.append(TextSpan(piece, role))
    }
  }

  private static func trimmed(_ line: [TextSpan]) -> [TextSpan] {
    var line = line
    while let last = line.last, last.text.hasSuffix(" ") {
      line[line.count - 1].text.removeLast()
      if line[line.count - 1].text.isEmpty { line.removeLast() }
    }
    return line
  }
}
