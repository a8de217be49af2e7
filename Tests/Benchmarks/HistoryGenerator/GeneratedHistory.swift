import Glibc

/// Writes a seeded history in time order, with realistic skew and quoted text with line breaks.
struct GeneratedHistory {
  static let pages = 40
  static let employees = 300
  private static let channels = ["messenger", "instagram", "whatsapp", "email"]
  private static let texts = [
    "Hello, do you have this one in blue and in size 42? I saw it in the window on Saturday.",
    "Thank you, that is very kind!\nBest wishes, Anna",
    "He said \"\"within the week\"\", and that was a fortnight ago; what shall I do now?",
    "Yes, we have it; shall we keep it for you until Thursday?",
    "The parcel left us this morning, you can follow it with the number in the mail.",
  ]

  private var random: SplitMix
  private var bytes: [UInt8] = []
  private let descriptor: Int32

  init(seed: UInt64, writingTo descriptor: Int32) {
    random = SplitMix(seed: seed)
    self.descriptor = descriptor
    bytes.reserveCapacity(1 << 20)
  }

  /// Writes `count` messages and the header.
  mutating func write(messages count: Int) {
    append(
      "conversation_id,timestamp,direction,message_id,page,channel,kind,sender_id,sender_name,"
        + "contact_id,status,text\n")
    var schedule = Schedule()
    var started = 0
    var now = 1_704_067_200
    var message = 0
    while message < count {
      while schedule.count < 4_000 || schedule.firstSecond > now {
        schedule.add(InventedConversation(number: started, second: now, random: &random))
        started += 1
        now += random.below(40)
      }
      var conversation = schedule.takeFirst()
      guard let isInbound = conversation.next(&random) else {
        schedule.add(InventedConversation(number: started, second: now, random: &random))
        started += 1
        continue
      }
      appendRow(conversation, message: message, isInbound: isInbound)
      message += 1
      conversation.wait(&random)
      schedule.add(conversation)
      if bytes.count > 1 << 19 { flush() }
    }
    flush()
  }

  private mutating func appendRow(
    _ conversation: InventedConversation, message: Int, isInbound: Bool
  ) {
    append("conversation-")
    append(conversation.number, digits: 9)
    append(",")
    appendTime(conversation.second)
    append(isInbound ? ",inbound,m" : ",outbound,m")
    append(message, digits: 10)
    append(",page-")
    append(conversation.page, digits: 3)
    append(",")
    append(Self.channels[conversation.channel])
    append(isInbound ? ",,contact-" : ",,employee-")
    append(isInbound ? conversation.contact : conversation.employee, digits: isInbound ? 8 : 4)
    append(isInbound ? "," : ",Agent ")
    if !isInbound { append(conversation.employee, digits: 4) }
    append(",contact-")
    append(conversation.contact, digits: 8)
    append(",open,\"")
    append(Self.texts[isInbound ? message % 3 : 3 + message % 2])
    append("\"\n")
  }

  private mutating func appendTime(_ second: Int) {
    var time = second
    var parts = tm()
    gmtime_r(&time, &parts)
    append(Int(parts.tm_year) + 1900, digits: 4)
    append("-")
    append(Int(parts.tm_mon) + 1, digits: 2)
    append("-")
    append(Int(parts.tm_mday), digits: 2)
    append("T")
    append(Int(parts.tm_hour), digits: 2)
    append(":")
    append(Int(parts.tm_min), digits: 2)
    append(":")
    append(Int(parts.tm_sec), digits: 2)
    append("Z")
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func append(_ number: Int, digits: Int) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  private mutating func flush() {
    var written = 0
    while written < bytes.count {
      let step = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      guard step > 0 else { exit(1) }
      written += step
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// Conversations by the second of their next message: a heap.
private struct Schedule {
  private var heap: [InventedConversation] = []

  var count: Int { heap.count }
  var firstSecond: Int { heap.first?.second ?? .max }

  mutating func add(_ conversation: InventedConversation) {
    heap.append(conversation)
    var child = heap.count - 1
    while child > 0, heap[child].second < heap[(child - 1) / 2].second {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// There is always one: the history keeps thousands under way.
  mutating func takeFirst() -> InventedConversation {
    heap.swapAt(0, heap.count - 1)
    let first = heap.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].second < heap[least].second {
        least = child
      }
      guard least != parent else { return first }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
