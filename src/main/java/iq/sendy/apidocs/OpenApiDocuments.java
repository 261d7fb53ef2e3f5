package iq.sendy.apidocs;

import iq.sendy.platform.api.EventDescriptions;
import iq.sendy.platform.api.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI documents, whole and for those who use one door, each made when it is first asked for. */
@Component
public class OpenApiDocuments {

    private final Map<Audience, PackedBytes> packed = new ConcurrentHashMap<>();
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ObjectProvider<EventDescriptions> events;
    private final Messages messages;
    private final JsonMapper json;
    private final Environment environment;

    OpenApiDocuments(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<EventDescriptions> events,
            Messages messages,
            JsonMapper json,
            Environment environment) {
        this.mappings = mappings;
        this.events = events;
        this.messages = messages;
        this.json = json;
        this.environment = environment;
    }

    /** The document of both doors, for who shows it otherwise. */
    public ObjectNode whole() {
        return make(Audience.EVERYBODY);
    }

    /** The document for some readers, packed once. */
    public PackedBytes packed(Audience audience) {
        return packed.computeIfAbsent(audience, reader -> new PackedBytes(json.writeValueAsBytes(make(reader))));
    }

    /** Asked for late: the mappings know the controllers that ask, and the port is known when it is bound. */
    private ObjectNode make(Audience audience) {
        var methods = mappings.getObject().getHandlerMethods();
        var sent = events.stream()
                .map(EventDescriptions::all)
                .flatMap(List::stream)
                .toList();
        return OpenApiDocument.of(methods, sent, messages, audience, server());
    }

    /** Where links that we hand out lead to; without such a setting, this process on its own machine. */
    private String server() {
        var url = environment.getProperty("sendy.public.url", "").strip();
        if (url.isEmpty()) {
            return "http://localhost:" + environment.getProperty("local.server.port", "8080");
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
