import DelimitedText

/// The meaning of delimited text once more, as short and slow as can be: the cells themselves.
func referenceCells(_ input: [UInt8], dialect: Dialect) -> [[[UInt8]]] {
  var rest = input[...]
  var records: [[[UInt8]]] = []
  while !rest.isEmpty {
    var record: [[UInt8]] = []
    while true {
      record.append(takeCell(&rest, dialect))
      if rest.first == dialect.separator {
        rest.removeFirst()
        continue
      }
      rest.removeFirst(lineEndLength(rest, dialect) ?? 0)
      break
    }
    records.append(record)
  }
  return records
}

/// How long the line end is that `rest` begins with; the input's last CR is half of one.
private func lineEndLength(_ rest: ArraySlice<UInt8>, _ dialect: Dialect) -> Int? {
  let isLineFeed = rest.first == Byte.lineFeed
  let isReturn = rest.first == Byte.carriageReturn
  let isPair = isReturn && rest.dropFirst().first == Byte.lineFeed
  switch dialect.lineEnd {
  case .lf: return isLineFeed ? 1 : isPair ? 2 : isReturn && rest.count == 1 ? 1 : nil
  case .cr: return isReturn ? 1 : nil
  case .any: return isPair ? 2 : isLineFeed || isReturn ? 1 : nil
  }
}

private func takeCell(_ rest: inout ArraySlice<UInt8>, _ dialect: Dialect) -> [UInt8] {
  var cell: [UInt8] = []
  if let quote = dialect.quote, rest.first == quote {
    rest.removeFirst()
    while let byte = rest.popFirst() {
      // Where no quote closes the cell, the input's last CR counts as half of a line end, too.
      if byte == Byte.carriageReturn && rest.isEmpty && dialect.lineEnd != .cr { break }
      if byte == quote {
        guard rest.first == quote else { break }
        rest.removeFirst()
        cell.append(quote)
      } else if byte == Byte.backslash, dialect.escape == .backslash,
        let next = rest.first, next == quote || next == Byte.backslash
      {
        rest.removeFirst()
        cell.append(next)
      } else {
        cell.append(byte)
      }
    }
  }
  while let byte = rest.first, byte != dialect.separator, lineEndLength(rest, dialect) == nil {
    cell.append(byte)
    rest.removeFirst()
  }
  return cell
}
