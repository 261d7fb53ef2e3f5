package iq.sendy.platform.sheets;

import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The text of a cell or of a shared string: what stands in {@code v} and {@code t}, but not how it is pronounced. */
final class CellText {

    private final StringBuilder text = new StringBuilder();
    private boolean inside;
    private boolean pronounced;
    private boolean formula;
    private boolean valued;

    void take(XmlPart.Event event, XmlPart xml) throws XMLStreamException, UnreadableSheet {
        switch (event) {
            case BEGIN -> begin(xml.name());
            case END -> {
                switch (xml.name()) {
                    case "v", "t" -> inside = false;
                    case "rPh" -> pronounced = false;
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

    private void begin(String name) {
        switch (name) {
            case "v", "t" -> {
                inside = true;
                valued = true;
            }
            case "f" -> formula = true;
            case "rPh" -> pronounced = true;
            case "c", "si" -> {
                text.setLength(0);
                formula = false;
                valued = false;
            }
            default -> {}
        }
    }

    String taken() {
        return text.toString();
    }

    /** Whether it is a formula that its writer did not work out. An empty text is a result. */
    boolean unworked(@Nullable String type) {
        return formula && (!valued || (text.isEmpty() && !"str".equals(type)));
    }
}
