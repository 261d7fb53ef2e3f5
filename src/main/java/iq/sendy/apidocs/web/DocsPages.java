package iq.sendy.apidocs.web;

import iq.sendy.apidocs.OpenApiDocuments;
import iq.sendy.apidocs.PackedBytes;
import iq.sendy.platform.api.RequestRejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The pages and their files: what the code says changes with a release alone, so each is made once, when it is asked for. */
@Component
class DocsPages {

    /** Operations of a first day, in their order. */
    static final List<String> FIRST_STEPS =
            List.of("register", "createApiKey", "listAreas", "placeOrder", "moveOrder", "createWebhook");

    private static final List<String> FILES = List.of("docs.css", "docs.js", "sendy.svg");

    private final ITemplateEngine templates;
    private final SingletonSupplier<DocumentReader> reader;
    private final Map<String, PackedBytes> pages = new ConcurrentHashMap<>();
    private final Map<String, PackedBytes> files = new ConcurrentHashMap<>();

    DocsPages(ITemplateEngine templates, OpenApiDocuments documents) {
        this.templates = templates;
        this.reader = SingletonSupplier.of(() -> new DocumentReader(documents.whole()));
        FILES.forEach(name -> files.put(name, new PackedBytes(read("docs/" + name))));
    }

    /** @throws RequestRejected 404 when the pages name no such file */
    PackedBytes file(String name) {
        return found(files.get(name));
    }

    PackedBytes index() {
        return pages.computeIfAbsent("/", _ -> {
            var groups = reader().groups();
            var lines =
                    groups.stream().flatMap(group -> group.entries().stream()).toList();
            var steps = FIRST_STEPS.stream()
                    .flatMap(id -> lines.stream().filter(line -> line.id().equals(id)))
                    .toList();
            return page("index", Map.of("about", reader().about(), "groups", groups, "steps", steps));
        });
    }

    /** @throws RequestRejected 404 when there is no such operation */
    PackedBytes operation(String id) {
        return pages.computeIfAbsent(id, _ -> page("operation", Map.of("page", found(reader().operation(id)))));
    }

    PackedBytes events() {
        return pages.computeIfAbsent("/events", _ -> page("events", Map.of("events", reader().events())));
    }

    /** @throws RequestRejected 404 when there is no such event */
    PackedBytes event(String type) {
        return pages.computeIfAbsent(
                "/events/" + type, _ -> page("event", Map.of("event", found(reader().event(type)))));
    }

    private DocumentReader reader() {
        return reader.obtain();
    }

    private PackedBytes page(String template, Map<String, Object> variables) {
        var context = new Context(Locale.ROOT, variables);
        // With what is in a file in its address, nobody takes an older one for it.
        context.setVariable("style", address("docs.css"));
        context.setVariable("script", address("docs.js"));
        return new PackedBytes(templates.process("docs/" + template, context).getBytes(StandardCharsets.UTF_8));
    }

    private String address(String name) {
        return "/docs/assets/" + name + "?v="
                + Objects.requireNonNull(files.get(name)).tag();
    }

    private static <T> T found(@Nullable T one) {
        if (one == null) {
            throw RequestRejected.notFound();
        }
        return one;
    }

    private static byte[] read(String file) {
        try {
            return new ClassPathResource(file).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
