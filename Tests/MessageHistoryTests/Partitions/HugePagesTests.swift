import Foundation
import Testing

@testable import MessageHistory

struct HugePagesTests {
  private let reserve = PageReserve(pieceSize: HugePages.size, piecesPerRegion: 2)

  /// What the system notes of the mapping that memory lies in, as in /proc/self/smaps.
  private static func flags(of memory: UnsafeMutableRawPointer) throws -> [Substring] {
    let address = UInt(bitPattern: memory)
    var isMeant = false
    // Its size is not known before it is read.
    let maps = try #require(
      try FileHandle(forReadingAtPath: "/proc/self/smaps")?.readToEnd())
    for line in String(decoding: maps, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      let bounds = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
      if bounds.count == 2 { isMeant = (bounds[0]..<bounds[1]).contains(address) }
      if isMeant, words[0] == "VmFlags:" { return Array(words.dropFirst()) }
    }
    return []
  }

  private static let areKnown = FileManager.default.fileExists(
    atPath: "/sys/kernel/mm/transparent_hugepage")

  @Test(.enabled(if: areKnown, "the system knows no huge pages"))
  func asksTheSystemForThem() throws {
    let pages = HugePages()
    let memory = reserve.take()
    pages.provide(at: memory)
    #expect(try Self.flags(of: memory).contains("hg"))
    let bytes = UnsafeMutableRawBufferPointer(start: memory, count: HugePages.size)
    #expect(bytes.allSatisfy { $0 == 0 })
    bytes.initializeMemory(as: UInt8.self, repeating: 7)
    #expect(bytes.allSatisfy { $0 == 7 })
  }

  /// With the one that makes it too much time beyond the usual, however that came together.
  @Test(
    .enabled(if: areKnown, "the system knows no huge pages"),
    arguments: [
      [HugePages.usual + HugePages.mostLost + .nanoseconds(1)],
      [HugePages.usual, .zero, HugePages.usual + HugePages.mostLost + .nanoseconds(1)],
      [HugePages.usual * 2, .zero, HugePages.mostLost, HugePages.usual + .nanoseconds(1)],
    ])
  func givesThemUp(after durations: [Duration]) throws {
    let provided = Locked(0)
    let pages = HugePages { _ in
      provided.withLock { count in
        count += 1
        return count <= durations.count ? durations[count - 1] : .zero
      }
    }
    for _ in durations {
      let memory = reserve.take()
      pages.leave(memory)
      pages.provide(at: memory)
      #expect(try !Self.flags(of: memory).contains("nh"))
    }
    let (later, left) = (reserve.take(), reserve.take())
    pages.provide(at: later)
    pages.leave(left)
    #expect(provided.withLock { $0 } == durations.count)
    #expect(try Self.flags(of: later).contains("nh"))
    #expect(try Self.flags(of: left).contains("nh"))
  }
}
