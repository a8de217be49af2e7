/// The English words of timestamps, in any case of letters.
enum TimestampWords {
  static let months = Vocabulary<Int>([
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12, "january": 1, "february": 2, "march": 3, "april": 4,
    "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11,
    "december": 12, "sept": 9,
  ])

  /// Days of the week say nothing that the date does not, and are not compared with it.
  static let weekdays = Vocabulary<Int>([
    "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7, "monday": 1,
    "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "tues": 2, "weds": 3, "thur": 4, "thurs": 4,
  ])

  /// Zones that mean one offset wherever they are written, in minutes.
  ///
  /// Left out is what means several: EST, CST, MST, PST and their summer times (America, Australia,
  /// China, the Philippines …), IST (India, Ireland, Israel), BST (Britain, Bangladesh), AST, WIT.
  static let zones = Vocabulary<Int>([
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 60, "cet": 60, "cest": 120,
    "eet": 120, "eest": 180, "msk": 180, "sast": 120, "wib": 420, "jst": 540, "kst": 540,
    "awst": 480, "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "hst": -600, "akst": -540, "akdt": -480,
  ])

  /// The zones that mail's dates may name (RFC 2822, section 4.3), in minutes.
  static let mailZones = Vocabulary<Int>([
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420,
  ])

  static let at = Vocabulary<Void>(["at": ()])
}
