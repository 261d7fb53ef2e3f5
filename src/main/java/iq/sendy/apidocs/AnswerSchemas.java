package iq.sendy.apidocs;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.SchemaOf;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is answered, by the records that Jackson writes. Every member is always there unless it says otherwise. */
final class AnswerSchemas {

    private final Map<String, ObjectNode> components;

    AnswerSchemas(Map<String, ObjectNode> components) {
        this.components = components;
    }

    ObjectNode of(AnnotatedType type) {
        var schema = bare(type);
        return type.isAnnotationPresent(Nullable.class) ? JsonNodes.nullable(schema) : schema;
    }

    ObjectNode of(Class<?> type) {
        return named(type);
    }

    private ObjectNode bare(AnnotatedType annotated) {
        var written = annotated.getAnnotation(SchemaOf.class);
        if (written != null) {
            return named(written.value());
        }
        var raw = raw(annotated.getType());
        var arguments = annotated instanceof AnnotatedParameterizedType generic
                ? generic.getAnnotatedActualTypeArguments()
                : new AnnotatedType[0];
        if (Collection.class.isAssignableFrom(raw) && arguments.length == 1) {
            var schema = JsonNodes.type("array");
            schema.set("items", of(arguments[0]));
            return schema;
        }
        if (Map.class.isAssignableFrom(raw) && arguments.length == 2) {
            var schema = JsonNodes.type("object");
            schema.set("additionalProperties", of(arguments[1]));
            return schema;
        }
        if (raw == Page.class && arguments.length == 1) {
            return page(arguments[0]);
        }
        return named(raw);
    }

    private ObjectNode page(AnnotatedType element) {
        var items = of(element);
        var name = JsonNodes.referred(items) + "Page";
        if (!components.containsKey(name)) {
            var schema = JsonNodes.object();
            components.put(name, schema);
            record(Page.class, schema);
            var list = JsonNodes.type("array");
            list.set("items", items);
            ((ObjectNode) schema.path("properties")).set("items", list);
        }
        return JsonNodes.reference("schemas", name);
    }

    private ObjectNode named(Class<?> type) {
        var simple = simple(type);
        if (simple != null) {
            return simple;
        }
        for (var method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(JsonValue.class)) {
                return of(method.getAnnotatedReturnType());
            }
        }
        if (type.isEnum()) {
            return EnumSchemas.reference(type, components);
        }
        if (type.isSealed()) {
            var schema = JsonNodes.object();
            schema.set(
                    "oneOf",
                    JsonNodes.array(Arrays.stream(type.getPermittedSubclasses())
                            .map(this::named)
                            .toList()));
            return schema;
        }
        return type.isRecord() ? reference(type) : JsonNodes.type("object").put("additionalProperties", true);
    }

    private ObjectNode reference(Class<?> type) {
        var name = SchemaNames.schema(type);
        if (!components.containsKey(name)) {
            var schema = JsonNodes.object();
            components.put(name, schema);
            record(type, schema);
        }
        return JsonNodes.reference("schemas", name);
    }

    private void record(Class<?> type, ObjectNode schema) {
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            if (annotation(component, JsonIgnore.class) != null) {
                continue;
            }
            if (annotation(component, JsonAnyGetter.class) != null) {
                schema.put("additionalProperties", true);
            } else if (annotation(component, JsonUnwrapped.class) != null) {
                unwrap(component, properties, required);
            } else {
                member(type, component, properties, required);
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", JsonNodes.words(required));
        }
    }

    private void unwrap(RecordComponent component, ObjectNode properties, List<String> required) {
        var inner = JsonNodes.object();
        record(component.getType(), inner);
        inner.path("properties").propertyStream().forEach(member -> properties.set(member.getKey(), member.getValue()));
        inner.path("required").valueStream().map(JsonNode::stringValue).forEach(required::add);
    }

    private void member(Class<?> type, RecordComponent component, ObjectNode properties, List<String> required) {
        var renamed = annotation(component, JsonProperty.class);
        var name = renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
        var inclusion = annotation(component, JsonInclude.class);
        var whole = type.getAnnotation(JsonInclude.class);
        var rule = inclusion == null ? whole : inclusion;
        if (rule == null || rule.value() == JsonInclude.Include.ALWAYS) {
            properties.set(name, of(component.getAnnotatedType()));
            required.add(name);
        } else {
            // Left out instead of null.
            properties.set(name, bare(component.getAnnotatedType()));
        }
    }

    /** Jackson's annotations travel to the accessor and the field, and not to the component itself. */
    private static <A extends Annotation> @Nullable A annotation(RecordComponent component, Class<A> type) {
        var accessor = component.getAccessor().getAnnotation(type);
        if (accessor != null) {
            return accessor;
        }
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(type);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable ObjectNode simple(Class<?> type) {
        if (type == Void.class) {
            // A property of type null is what generators of clients stumble over.
            return JsonNodes.object().put("description", "Always null");
        }
        if (type == UUID.class) {
            return JsonNodes.type("string").put("format", "uuid");
        }
        if (type == Instant.class) {
            return JsonNodes.type("string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return JsonNodes.type("string").put("format", "date");
        }
        if (CharSequence.class.isAssignableFrom(type) || type == URI.class || ZoneId.class.isAssignableFrom(type)) {
            return JsonNodes.type("string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return JsonNodes.type("boolean");
        }
        if (List.<Class<?>>of(int.class, long.class, Integer.class, Long.class).contains(type)) {
            return JsonNodes.type("integer");
        }
        return type == double.class || Number.class.isAssignableFrom(type) ? JsonNodes.type("number") : null;
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> raw(generic.getRawType());
            default -> Object.class;
        };
    }
}
