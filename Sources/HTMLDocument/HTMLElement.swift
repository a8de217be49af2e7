import CLibXML2

/// An element of a document; it stays usable, and keeps the document alive, also after `remove`.
package struct HTMLElement {
  private let tree: HTMLTree
  let node: xmlNodePtr

  init(_ node: xmlNodePtr, of tree: HTMLTree) {
    self.node = node
    self.tree = tree
  }

  /// In lower case.
  package var name: String { NodeText.name(of: node) }

  /// The line of the source on which it begins, from 1; libxml2 counts up to 65,535.
  package var line: Int { xmlGetLineNo(node) }

  /// All text inside, that of elements too; setting it replaces all that is inside.
  package var text: String {
    get { NodeText.content(of: node) }
    nonmutating set {
      while let child = node.pointee.children {
        xmlUnlinkNode(child)
        tree.keepRemoved(child)
      }
      guard !newValue.isEmpty else { return }
      xmlAddChild(node, xmlNewDocText(tree.document, NodeText.withoutNull(newValue)))
    }
  }

  /// An attribute's value; nil where it is missing, and setting nil removes it.
  package subscript(attribute: String) -> String? {
    get { NodeText.attribute(attribute, of: node) }
    nonmutating set {
      if let newValue {
        xmlSetProp(node, attribute, NodeText.withoutNull(newValue))
      } else {
        xmlUnsetProp(node, attribute)
      }
    }
  }

  /// The elements directly inside, in their order.
  package var children: [HTMLElement] {
    var children: [HTMLElement] = []
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE { children.append(HTMLElement(child, of: tree)) }
      next = child.pointee.next
    }
    return children
  }

  /// The element around it; nil for the outermost one and one that was removed.
  package var parent: HTMLElement? {
    guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE
    else { return nil }
    return HTMLElement(parent, of: tree)
  }

  /// Takes it out of the document with all that is inside.
  package func remove() {
    guard node.pointee.parent != nil else { return }
    xmlUnlinkNode(node)
    tree.keepRemoved(node)
  }
}

extension HTMLElement: Hashable {
  package static func == (left: HTMLElement, right: HTMLElement) -> Bool {
    left.node == right.node
  }

  /// Hashes what equality compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(node)
  }
}
