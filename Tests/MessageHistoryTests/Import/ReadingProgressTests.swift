import MessageHistory
import Testing

struct ReadingProgressTests {
  @Test func whatIsReadAnewIsCountedFromTheFirstByteOn() throws {
    let progress = ReadingProgress()
    progress.expect(100)
    progress.add(60)
    progress.add(40)
    #expect(progress.count == 100)
    progress.expect(100)
    progress.add(10)
    #expect(progress.count == 10)
    #expect(progress.total == 100)
  }
}
