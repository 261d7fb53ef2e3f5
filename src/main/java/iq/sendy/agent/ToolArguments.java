package iq.sendy.agent;

import iq.sendy.kernel.InputText;
import iq.sendy.kernel.WireWord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Arguments of a tool call, as a model wrote them: read field by field, each with its bounds. What no schema names is not
 * looked at.
 */
final class ToolArguments {

    /** Nothing that fits the schemas is longer. */
    private static final int LONGEST = 20_000;

    private final JsonNode object;

    private ToolArguments(JsonNode object) {
        this.object = object;
    }

    /** Empty when it is no JSON object. */
    static Optional<ToolArguments> parse(JsonMapper json, String arguments) {
        if (arguments.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            // A tool that needs nothing is called with nothing by some.
            var read = json.readTree(arguments.isBlank() ? "{}" : arguments);
            return read.isObject() ? Optional.of(new ToolArguments(read)) : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** A text in one line, cleaned; null where there is none or it is longer. */
    @Nullable
    String line(String name, int longest) {
        var value = object.path(name);
        if (!value.isString() || value.stringValue().length() > longest) {
            return null;
        }
        var clean = oneLine(InputText.clean(value.stringValue()));
        return clean.isEmpty() ? null : clean;
    }

    private static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> InputText.blank(c) ? ' ' : c)
                .filter(c -> !Character.isISOControl(c))
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    /** Whether something stands there that is not null. */
    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** A whole number within bounds; null where there is none. Models write numbers as texts, too. */
    @Nullable
    Long whole(String name, long least, long most) {
        var value = object.path(name);
        var number = value.isString() ? parsed(value.stringValue()) : number(value);
        return number == null || number < least || number > most ? null : number;
    }

    private static @Nullable Long number(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong() ? Long.valueOf(value.longValue()) : null;
    }

    private static @Nullable Long parsed(String text) {
        try {
            return text.length() > 18 ? null : Long.valueOf(text);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** A word of a fixed set. */
    <E extends Enum<E> & WireWord> @Nullable E word(String name, Class<E> words) {
        var value = object.path(name);
        if (!value.isString()) {
            return null;
        }
        for (var each : words.getEnumConstants()) {
            if (each.toString().equals(value.stringValue())) {
                return each;
            }
        }
        return null;
    }

    /** The objects of a list, in their order; null where it is no list of objects, or longer. */
    @Nullable
    List<ToolArguments> objects(String name, int most) {
        var list = object.path(name);
        if (!list.isArray() || list.size() > most) {
            return null;
        }
        var all = list.values();
        return all.stream().allMatch(JsonNode::isObject)
                ? all.stream().map(ToolArguments::new).toList()
                : null;
    }
}
