package iq.sendy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** What the makers of the frameworks say of their properties, in a file of each jar. */
final class FrameworkProperties {

    private static final String FILE = "META-INF/spring-configuration-metadata.json";

    private FrameworkProperties() {}

    /** The type of each property that has one; generics are left out. */
    static Map<String, Class<?>> types() {
        var types = new TreeMap<String, Class<?>>();
        try {
            var loader = FrameworkProperties.class.getClassLoader();
            for (var file : Collections.list(loader.getResources(FILE))) {
                read(file, types);
            }
            return types;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void read(URL file, Map<String, Class<?>> types) throws IOException {
        try (var stream = file.openStream()) {
            for (var property : JsonMapper.shared().readTree(stream).path("properties")) {
                var type = property.path("type").asString("");
                var loader = FrameworkProperties.class.getClassLoader();
                if (type.indexOf('<') < 0 && ClassUtils.isPresent(type, loader)) {
                    types.put(property.path("name").asString(), ClassUtils.resolveClassName(type, loader));
                }
            }
        }
    }
}
