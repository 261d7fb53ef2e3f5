package iq.sendy.platform.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part of a workbook, element by element, within the bounds of what a parser keeps to the end. */
final class XmlPart implements AutoCloseable {

    private static final int MOST_DEPTH = 64;
    private static final int MOST_NAMES = 1_000;
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream stream;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private int namespaces;

    XmlPart(InputStream stream) throws IOException, XMLStreamException {
        this.stream = stream;
        this.xml = FACTORY.createXMLStreamReader(new MarkupGuard(unmarked(stream)));
    }

    /** Without the mark that some writers begin UTF-8 with. */
    private static Reader unmarked(InputStream stream) throws IOException {
        var text = new PushbackReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        var first = text.read();
        if (first >= 0 && first != '\uFEFF') {
            text.unread(first);
        }
        return text;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    enum Event {
        BEGIN,
        TEXT,
        END,
        OVER
    }

    /** Goes on to the next beginning or end of an element, or to text; comments and the like are passed by. */
    Event next() throws XMLStreamException, UnreadableSheet {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    refuseExcess();
                    return Event.BEGIN;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return Event.END;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    return Event.TEXT;
                }
                default -> {}
            }
        }
        return Event.OVER;
    }

    /** The parser keeps every name that it has seen, and every element that is open. */
    private void refuseExcess() throws UnreadableSheet {
        names.add(xml.getLocalName());
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        namespaces += xml.getNamespaceCount();
        if (depth > MOST_DEPTH || names.size() > MOST_NAMES || namespaces > MOST_NAMES) {
            throw new UnreadableSheet(UnreadableSheet.Why.BROKEN_WORKBOOK, "The workbook cannot be read");
        }
    }

    String name() {
        return xml.getLocalName();
    }

    /** An attribute by its name without a prefix; null when it is missing. */
    @Nullable
    String attribute(String name) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (name.equals(xml.getAttributeLocalName(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Adds the text that stands here, as long as a cell may hold it. */
    void text(StringBuilder text) throws UnreadableSheet {
        if (text.length() + xml.getTextLength() > SheetRows.LONGEST_CELL) {
            throw new UnreadableSheet(
                    UnreadableSheet.Why.TOO_LARGE, "A cell of more than " + SheetRows.LONGEST_CELL + " characters");
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    @Override
    public void close() throws IOException {
        try (stream) {
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }
}
