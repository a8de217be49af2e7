import Testing

@testable import MessageHistory

struct PageReserveTests {
  /// The system makes one mapping of regions that touch, in which workers wait for one another.
  @Test(arguments: [1, 3, 100])
  func givesRegionsOfZerosThatLieApart(piecesPerRegion: Int) {
    let size = 8 << 10
    let reserve = PageReserve(pieceSize: size, piecesPerRegion: piecesPerRegion)
    let regions = (0..<10).map { _ in reserve.take() }
    for (number, region) in regions.enumerated() {
      #expect(region.count == size * piecesPerRegion)
      #expect(UInt(bitPattern: region.baseAddress).isMultiple(of: UInt(size)))
      #expect(region.allSatisfy { $0 == 0 })
      region.initializeMemory(as: UInt8.self, repeating: UInt8(number + 1))
    }
    for (number, region) in regions.enumerated() {
      #expect(region.allSatisfy { $0 == number + 1 }, "region \(number) shares its memory")
    }
    let bounds = regions.map { region in
      let start = UInt(bitPattern: region.baseAddress)
      return start..<start + UInt(region.count)
    }.sorted { $0.lowerBound < $1.lowerBound }
    for (region, next) in zip(bounds, bounds.dropFirst()) {
      #expect(region.upperBound < next.lowerBound)
    }
  }

  @Test func givesWorkersDifferentRegions() {
    let reserve = PageReserve(pieceSize: 4 << 10, piecesPerRegion: 7)
    let regions = withWorkers(4) { _ in
      (0..<50).map { _ in UInt(bitPattern: reserve.take().baseAddress) }
    }
    #expect(Set(regions.joined()).count == 200)
  }
}
