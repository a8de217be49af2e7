import Testing

@testable import MessageHistory

struct HugePagesTests {
  /// Whatever the system has to do for it.
  @Test(arguments: [Duration.zero, .seconds(100)])
  func providesMemoryThatIsZeroed(tooLong: Duration) {
    let pages = HugePages(tooLong: tooLong)
    let reserve = PageReserve(pieceSize: HugePages.size, piecesPerRegion: 2)
    for _ in 0..<3 {
      let memory = reserve.take()
      pages.provide(at: memory)
      let bytes = UnsafeMutableRawBufferPointer(start: memory, count: HugePages.size)
      #expect(bytes.allSatisfy { $0 == 0 })
      bytes.initializeMemory(as: UInt8.self, repeating: 7)
      #expect(bytes.allSatisfy { $0 == 7 })
    }
  }

  @Test func givesThemUpOnceOneTakesTooLong() {
    let reserve = PageReserve(pieceSize: HugePages.size, piecesPerRegion: 2)
    for (tooLong, isGivenUp) in [(Duration.zero, true), (.seconds(100), false)] {
      let pages = HugePages(tooLong: tooLong)
      #expect(!pages.areGivenUp)
      for _ in 0..<2 {
        pages.provide(at: reserve.take())
        #expect(pages.areGivenUp == isGivenUp)
      }
    }
  }
}
