package iq.sendy.apidocs;

import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.CheckedFilter;
import iq.sendy.platform.body.ElementsOf;
import iq.sendy.platform.body.RecordSchema;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What the fields of a body or a query can be refused with, by their types and bounds. */
final class FieldCodes {

    private FieldCodes() {}

    static String[] of(Class<?> record) {
        var codes = new TreeSet<String>();
        collect(record, codes, new HashSet<>());
        return codes.toArray(String[]::new);
    }

    /** Beyond {@code filter.invalid}, which each of them has. */
    static String[] ofQuery(Class<?> record) {
        var codes = new TreeSet<String>();
        if (CheckedFilter.class.isAssignableFrom(record)) {
            declared(CheckedFilter.class, codes);
        }
        declared(record, codes);
        for (var field : RecordSchema.of(record).fields()) {
            if (field.required()) {
                codes.add("field.required");
            }
            if (field.component().isAnnotationPresent(Amount.class)
                    || field.component().isAnnotationPresent(Size.class)) {
                codes.add("field.out_of_range");
            }
        }
        return codes.toArray(String[]::new);
    }

    /** What it checks itself, beyond the types of its fields. */
    private static void declared(Class<?> type, Set<String> codes) {
        Refusal.declared(type).forEach(declared -> codes.addAll(Refusal.codes(declared)));
    }

    private static void collect(Class<?> record, Set<String> codes, Set<Class<?>> seen) {
        if (!seen.add(record)) {
            return;
        }
        declared(record, codes);
        for (var field : RecordSchema.of(record).fields()) {
            var component = field.component();
            var elementsOf = component.getAnnotation(ElementsOf.class);
            var single = field.element() == null ? field.type() : field.element();
            var type = elementsOf == null ? single : elementsOf.value();
            if (component.isAnnotationPresent(Size.class) || Number.class.isAssignableFrom(type)) {
                codes.add("field.out_of_range");
            }
            if (component.isAnnotationPresent(Amount.class)) {
                codes.add("money.fraction");
            }
            if (component.isAnnotationPresent(Text.class)) {
                codes.add("field.too_long");
            }
            if (type.isEnum()) {
                codes.add("field.unknown_value");
            }
            if (type == Phone.class) {
                codes.add("phone.invalid");
            } else if (type.isRecord() && type.getPackage() != Phone.class.getPackage()) {
                collect(type, codes, seen);
            }
        }
    }
}
