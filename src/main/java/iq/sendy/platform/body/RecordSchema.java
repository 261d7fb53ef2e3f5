package iq.sendy.platform.body;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Schema of a request record. What a request record says of itself: its fields with their types and bounds, looked up
 * once. The reader binds by it and the OpenAPI document shows it, so the two cannot differ.
 */
public final class RecordSchema {

    private static final ConcurrentMap<Class<?>, RecordSchema> SHAPES = new ConcurrentHashMap<>();

    /** One field: its name on the wire is that of the component. */
    public record Field(
            RecordComponent component,
            Class<?> type,
            @Nullable Class<?> element,
            boolean partial) {

        public String name() {
            return component.getName();
        }

        public boolean required() {
            return component.isAnnotationPresent(Required.class);
        }

        private Patch<?> patch(Object bound) {
            try {
                return (Patch<?>) component.getAccessor().invoke(bound);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("Cannot read " + component, broken);
            }
        }
    }

    private final Constructor<?> constructor;
    private final List<Field> fields;

    private RecordSchema(Class<?> type) {
        var components = type.getRecordComponents();
        this.fields = Arrays.stream(components).map(RecordSchema::field).toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            this.constructor.setAccessible(true);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type + " is no record", impossible);
        }
    }

    public static RecordSchema of(Class<?> type) {
        return SHAPES.computeIfAbsent(type, RecordSchema::new);
    }

    public List<Field> fields() {
        return fields;
    }

    /**
     * Whether a caller may leave the whole body out. A field that is required only of a new resource does not count: a PUT
     * without a body changes nothing, and a POST hears of every field that is missing.
     */
    public boolean optional() {
        return fields.stream().noneMatch(field -> field.required() && !field.partial());
    }

    /** The required fields that a patch says nothing of. */
    List<String> leftOut(Object patches) {
        return fields.stream()
                .filter(field -> field.required()
                        && field.partial()
                        && !field.patch(patches).present())
                .map(Field::name)
                .toList();
    }

    Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("Cannot make a " + constructor.getDeclaringClass(), broken);
        }
    }

    private static Field field(RecordComponent component) {
        component.getAccessor().setAccessible(true);
        var type = component.getGenericType();
        var partial = component.getType() == Patch.class;
        var inner = partial ? argument(type) : type;
        var raw = raw(inner);
        var element = raw == List.class ? raw(argument(inner)) : null;
        return new Field(component, raw, element, partial);
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }
}
