package cn.gridcase.wecom.callback;

import java.util.List;
import java.util.Optional;

/** One element of a callback's XML: its name, its own text, and what is inside it, in order. */
record XmlElement(String name, String text, List<XmlElement> children) {
  XmlElement {
    children = List.copyOf(children);
  }

  /** Every child of this name. */
  List<XmlElement> all(String child) {
    return children.stream().filter(element -> element.name.equals(child)).toList();
  }

  /** The child of this name; the first one wins where WeCom repeats it. */
  Optional<XmlElement> first(String child) {
    // A push is asked a dozen times, so no stream.
    for (XmlElement element : children) {
      if (element.name.equals(child)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /** The child's text as it came; empty if there is no such child. */
  String textOf(String child) {
    return first(child).map(XmlElement::text).orElse("");
  }

  /** The child's text without the white space that a pretty-printed document puts around it. */
  String wordOf(String child) {
    return textOf(child).strip();
  }
}
