package iq.sendy.shop.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Sitemap: addresses for search engines, or those of its parts, as its protocol writes them. */
final class Sitemap {

    private static final String PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;
    private final String each;

    private Sitemap(String all, String each) {
        this.each = each;
        try {
            xml = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement(all);
            xml.writeDefaultNamespace(PROTOCOL);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Sitemap ofPages() {
        return new Sitemap("urlset", "url");
    }

    static Sitemap ofParts() {
        return new Sitemap("sitemapindex", "sitemap");
    }

    Sitemap add(String url, @Nullable Instant changed) {
        try {
            xml.writeStartElement(each);
            write("loc", url);
            if (changed != null) {
                write("lastmod", changed.toString());
            }
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    byte[] bytes() {
        try {
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
