import DelimitedText
import Testing

/// A few published cases; `script/csv-suites` runs all of them.
struct PublishedCasesTests {
  /// From csv-spectrum (Max Ogden, BSD-2-Clause).
  @Test(arguments: [
    (
      "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
      [["key", "val"], ["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]]
    ),
    (
      "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n",
      [["a", "b", "c"], ["1", "2", "3"], ["Once upon \r\na time", "5", "6"], ["7", "8", "9"]]
    ),
    ("a,b,c\n1,\"\",\"\"\n2,3,4\n", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
  ])
  func readsTheCaseAsPublished(text: String, expected: [[String]]) throws {
    var reader = try RecordReader(bytes: Array(text.utf8))
    #expect(try reader.rows().map(\.cells) == expected)
  }
}
