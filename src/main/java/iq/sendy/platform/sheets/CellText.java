package iq.sendy.platform.sheets;

import javax.xml.stream.XMLStreamException;

/** The text of a cell or of a shared string: what stands in {@code v} and {@code t}, but not how it is pronounced. */
final class CellText {

    private final StringBuilder text = new StringBuilder();
    private boolean inside;
    private boolean pronounced;

    void take(XmlPart.Event event, XmlPart xml) throws XMLStreamException, UnreadableSheet {
        switch (event) {
            case BEGIN, END -> {
                var begins = event == XmlPart.Event.BEGIN;
                switch (xml.name()) {
                    case "v", "t" -> inside = begins;
                    case "rPh" -> pronounced = begins;
                    case "c", "si" -> {
                        if (begins) {
                            text.setLength(0);
                        }
                    }
                    default -> {}
                }
            }
            case TEXT -> {
                if (inside && !pronounced) {
                    xml.text(text);
                }
            }
            case OVER -> {}
        }
    }

    String taken() {
        return text.toString();
    }
}
