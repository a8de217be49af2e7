import Foundation
import Testing

@testable import MessageHistory

struct HugePagesTests {
  private let reserve = PageReserve(pieceSize: HugePages.size, piecesPerRegion: 2)

  /// What the system notes of the mapping that memory lies in, as in /proc/self/smaps.
  static func flags(of memory: UnsafeMutableRawPointer) throws -> [Substring] {
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

  static let areKnown = FileManager.default.fileExists(
    atPath: "/sys/kernel/mm/transparent_hugepage")

  @Test(.enabled(if: areKnown, "the system knows no huge pages"))
  func asksTheSystemForThem() throws {
    let pages = HugePages()
    let region = reserve.take()
    let memory = try #require(region.baseAddress)
    #expect(pages.ask(for: region))
    #expect(pages.provide(at: memory))
    #expect(try Self.flags(of: memory).contains("hg"))
    #expect(region.allSatisfy { $0 == 0 })
    region.initializeMemory(as: UInt8.self, repeating: 7)
    #expect(region.allSatisfy { $0 == 7 })
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
      let region = reserve.take()
      let memory = try #require(region.baseAddress)
      pages.leave(region)
      #expect(try !Self.flags(of: memory).contains("nh"))
      #expect(pages.ask(for: region))
      #expect(pages.provide(at: memory))
    }
    let (later, left) = (reserve.take(), reserve.take())
    let memory = try #require(later.baseAddress)
    #expect(!pages.ask(for: later))
    #expect(!pages.provide(at: memory))
    pages.leave(left)
    #expect(provided.withLock { $0 } == durations.count)
    #expect(try Self.flags(of: memory).contains("nh"))
    #expect(try Self.flags(of: try #require(left.baseAddress)).contains("nh"))
  }

  /// So that no worker waits while the first one tries whether there are any.
  @Test(.enabled(if: areKnown, "the system knows no huge pages"))
  func hasNoneProvidedWhileTheFirstIsTried() throws {
    let known = Locked<HugePages?>(nil)
    let provided = Locked(0)
    let pages = HugePages { memory in
      provided.withLock { $0 += 1 }
      if let pages = known.withLock({ $0.take() }) {
        #expect(pages.provide(at: memory + HugePages.size))
      }
      return .zero
    }
    known.withLock { $0 = pages }
    let region = reserve.take()
    let memory = try #require(region.baseAddress)
    #expect(pages.ask(for: region))
    #expect(pages.provide(at: memory))
    #expect(provided.withLock { $0 } == 1)
    #expect(try Self.flags(of: memory).contains("hg"))
    #expect(try Self.flags(of: memory + HugePages.size).contains("nh"))
    #expect(pages.provide(at: memory))
    #expect(provided.withLock { $0 } == 2)
  }
}
