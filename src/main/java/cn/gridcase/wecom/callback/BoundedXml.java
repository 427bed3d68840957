package cn.gridcase.wecom.callback;

import cn.gridcase.wecom.callback.CallbackRejected.Reason;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads small XML from strangers: no document type, no entity of theirs, at most 20 levels and
 * 4,000 elements. The caller bounds its size.
 */
final class BoundedXml {
  private static final int DEEPEST = 20;
  private static final int MOST_ELEMENTS = 4_000;
  // A factory is not promised to be safe for several threads.
  private static final ThreadLocal<XMLInputFactory> FACTORY =
      ThreadLocal.withInitial(BoundedXml::factory);

  private final XMLStreamReader reader;
  private int elements;

  private BoundedXml(XMLStreamReader reader) {
    this.reader = reader;
  }

  /**
   * The root element with all that is in it.
   *
   * @throws CallbackRejected with this reason, for anything else than such XML
   */
  static XmlElement read(String xml, Reason otherwise) {
    try {
      // A declaration must come first, also after a byte order mark or an empty line.
      String legal = XmlText.legal(xml.substring(start(xml)));
      return new BoundedXml(FACTORY.get().createXMLStreamReader(new StringReader(legal))).root();
    } catch (XMLStreamException | RuntimeException e) {
      // Java's reader throws much else on garbage, and its messages quote the document.
      throw new CallbackRejected(otherwise);
    }
  }

  private static int start(String xml) {
    int start = 0;
    while (start < xml.length() && isBefore(xml.charAt(start))) {
      start++;
    }
    return start;
  }

  private static boolean isBefore(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\uFEFF';
  }

  private XmlElement root() throws XMLStreamException {
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      refuseUnlessIgnorable();
    }
    XmlElement root = element(1);
    while (reader.next() != XMLStreamConstants.END_DOCUMENT) {
      refuseUnlessIgnorable();
    }
    return root;
  }

  private XmlElement element(int depth) throws XMLStreamException {
    elements++;
    if (depth > DEEPEST || elements > MOST_ELEMENTS) {
      throw new XMLStreamException("too deep or too many");
    }
    String name = reader.getLocalName();
    StringBuilder text = new StringBuilder();
    // Nearly every element is a leaf.
    List<XmlElement> children = List.of();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.isStartElement()) {
        children = children.isEmpty() ? new ArrayList<>() : children;
        children.add(element(depth + 1));
      } else if (isText()) {
        text.append(reader.getText());
      } else {
        refuseUnlessIgnorable();
      }
    }
    return new XmlElement(name, text.toString(), children);
  }

  private boolean isText() {
    return switch (reader.getEventType()) {
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          true;
      default -> false;
    };
  }

  private void refuseUnlessIgnorable() throws XMLStreamException {
    switch (reader.getEventType()) {
      case XMLStreamConstants.COMMENT,
          XMLStreamConstants.PROCESSING_INSTRUCTION,
          XMLStreamConstants.SPACE,
          XMLStreamConstants.CHARACTERS -> {}
      default -> throw new XMLStreamException("a document type or an entity");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }
}
