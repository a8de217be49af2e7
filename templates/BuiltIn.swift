/// The templates and data that ship inside the binary, by file name.
package enum BuiltIn {
  /// The bytes of a template; nil where there is none of that name.
  ///
  /// - Parameter name: the name of the document that it makes, such as `summary.csv`.
  /// - Returns: the template's source.
  package static func template(_ name: String) -> [UInt8]? {
    templates.first { $0.name == name }?.bytes
  }

  /// All templates, by name.
  package static let templates: [(name: String, bytes: [UInt8])] = [
    ("badge.csv", PackageResources.badge_csv_mustache),
    ("benchmarks.csv", PackageResources.benchmarks_csv_mustache),
    ("changes.csv", PackageResources.changes_csv_mustache),
    ("channels.csv", PackageResources.channels_csv_mustache),
    ("email.html", PackageResources.email_html_mustache),
    ("email.txt", PackageResources.email_txt_mustache),
    ("employees.csv", PackageResources.employees_csv_mustache),
    ("expectations.csv", PackageResources.expectations_csv_mustache),
    ("heatmap.csv", PackageResources.heatmap_csv_mustache),
    ("peers.csv", PackageResources.peers_csv_mustache),
    ("quality.csv", PackageResources.quality_csv_mustache),
    ("report.html", PackageResources.report_html_mustache),
    ("rules.csv", PackageResources.rules_csv_mustache),
    ("summary.csv", PackageResources.summary_csv_mustache),
    ("trend.csv", PackageResources.trend_csv_mustache),
    ("waiting.csv", PackageResources.waiting_csv_mustache),
  ]

  /// The cited industry benchmarks, as CSV.
  package static let industryBenchmarks = PackageResources.industry_benchmarks_csv
}
