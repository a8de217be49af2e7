import Foundation
import FuzzTargets
import TestSupport

/// The inputs of a target that are kept in the sources: seeds, and whatever once went wrong.
struct FuzzCorpus {
  /// By name of the file, so that a seed of mutations means the same anywhere.
  let inputs: [[UInt8]]

  init(of target: FuzzTarget) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Corpora/\(target.rawValue)")
    inputs = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { Array(try Data(contentsOf: $0)) }
  }

  /// An input with one to eight changes: bytes turned, removed or repeated, or another input's.
  func mutation(using random: inout SeededGenerator) -> [UInt8] {
    var bytes = random.element(of: inputs) ?? []
    for _ in 0..<random.number(in: 1..<9) {
      let start = random.number(in: 0..<bytes.count + 1)
      let end = min(start + random.number(in: 0..<17), bytes.count)
      switch random.number(in: 0..<5) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: random.number(in: 0..<start + 1))
      case 2: bytes.insert(UInt8(random.number(in: 0..<256)), at: start)
      case 3: if start < end { bytes[start] ^= 1 << UInt8(random.number(in: 0..<8)) }
      default: bytes.insert(contentsOf: piece(using: &random), at: start)
      }
    }
    return bytes
  }

  private func piece(using random: inout SeededGenerator) -> ArraySlice<UInt8> {
    guard let other = random.element(of: inputs) else { return [] }
    let start = random.number(in: 0..<other.count + 1)
    return other[start..<min(start + random.number(in: 1..<65), other.count)]
  }
}
