import CLibXML2

/// Nodes without repetition, in the order of the document.
struct NodeList {
  private(set) var nodes: [xmlNodePtr] = []
  private var known: Set<xmlNodePtr> = []

  /// Adds nodes that are in the order of the document themselves.
  mutating func formUnion(_ others: [xmlNodePtr]) {
    let added = others.filter { known.insert($0).inserted }
    guard !nodes.isEmpty, !added.isEmpty else { return nodes += added }
    nodes = (nodes + added).sorted { xmlXPathCmpNodes($0, $1) > 0 }
  }
}
