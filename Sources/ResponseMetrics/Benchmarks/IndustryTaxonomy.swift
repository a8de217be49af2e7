/// The industries of the built-in figures, with the labels that publishers use for them.
package enum IndustryTaxonomy {
  /// The slugs in their order, each with the publishers' labels that mean it.
  package static let labels: [(slug: String, labels: [String])] = [
    ("automotive", ["Automotive"]),
    ("automotive/dealers", ["dealerships", "dealers"]),
    ("automotive/service", ["auto service"]),
    (
      "banking-finance",
      ["Banking/Finance", "Finance", "Financial & Insurance Services", "Banks"]
    ),
    ("business-services", ["Business Services"]),
    ("business-services/professional", ["Professional Services"]),
    ("business-services/support", ["Personal & Business Support"]),
    ("b2b", ["B2B companies offering a demo"]),
    ("consumer-electronics", ["Consumer electronics makers"]),
    ("consumer-goods", ["Consumer Goods", "Consumer Goods (CPG)", "CPG"]),
    ("consumer-goods/alcohol", ["Alcohol"]),
    ("ecommerce", ["E-commerce", "online retail", "marketplace sellers"]),
    ("education", ["Education"]),
    ("education/universities", ["universities"]),
    ("government", ["Government"]),
    ("government/municipal", ["municipalities"]),
    ("healthcare", ["Healthcare"]),
    ("legal", ["Law firms"]),
    ("legal-real-estate", []),
    ("manufacturing", ["Manufacturing"]),
    ("marketing-agencies", ["Marketing"]),
    (
      "media-entertainment",
      ["Entertainment", "Media/Entertainment", "Media", "Entertainment & Arts"]
    ),
    ("media-telecom", ["Media & Telecommunications"]),
    ("nonprofit", ["Non-profit"]),
    ("real-estate", ["Real Estate", "agents", "brokers"]),
    ("restaurants", ["Restaurants", "Restaurant & Cafe"]),
    ("restaurants/quick-service", ["QSR", "fast casual"]),
    ("restaurants/casual-dining", ["casual dining"]),
    ("retail", ["Retail", "Retailers", "Retail & Wholesale"]),
    ("social-media-platforms", ["Social Media"]),
    ("sports", ["Sports", "pro teams"]),
    ("technology", ["Technology"]),
    ("technology/software", ["Software"]),
    ("technology/web-applications", ["Web Applications"]),
    ("technology/hosting", ["Hosting"]),
    ("technology/hardware", ["Hardware"]),
    ("technology/it-services", ["IT Services & Consultancy"]),
    ("telecom", ["Telecom", "Telecommunications"]),
    ("travel-hospitality", ["Travel/Hospitality"]),
    ("travel-hospitality/airlines", ["Airlines"]),
    ("travel-hospitality/hotels", ["hotels"]),
    ("travel-hospitality/short-stays", ["Airbnb hosts"]),
    // Energy and water. One publisher's "Utilities" are cable, cellular and internet: those
    // figures have the slug below, and no label leads an electricity company there.
    ("utilities", ["Utilities", "Utilities (energy, water)"]),
    ("utilities-telecom", []),
  ]

  /// The joined groups of publishers that hold an industry, in the order in which they are asked.
  ///
  /// `utilities` is in none: see above.
  package static func groups(of industry: IndustrySlug) -> [IndustrySlug] {
    for slug in [industry] + industry.ancestors {
      let groups = joined[slug.text] ?? []
      if !groups.isEmpty { return groups.compactMap { IndustrySlug(folding: $0) } }
    }
    return []
  }

  private static let joined: [String: [String]] = [
    "legal": ["legal-real-estate"],
    "real-estate": ["legal-real-estate"],
    "telecom": ["utilities-telecom", "media-telecom"],
    "media-entertainment": ["media-telecom"],
  ]
}
