package iq.sendy.platform.start;

import java.net.InetAddress;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** A setting of the frameworks, which any of {@code application.yml} is too: named as it was written, and what it may be. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, BindException cause) {
        var property = cause.getProperty();
        if (property == null) {
            return null;
        }
        var type = cause.getTarget().getType().resolve(Object.class);
        var line = written(property) + " must be " + allowed(ClassUtils.resolvePrimitiveIfNecessary(type)) + ", not "
                + property.getValue();
        return new FailureAnalysis(line, null, cause);
    }

    private static String written(ConfigurationProperty property) {
        return switch (property.getOrigin()) {
            case SystemEnvironmentOrigin variable -> variable.getProperty();
            case PropertySourceOrigin source -> source.getPropertyName();
            case null, default -> property.getName().toString();
        };
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                    .map(word -> word.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == Duration.class) {
            return "a time like 60s";
        }
        if (type == DataSize.class) {
            return "a size like 16KB";
        }
        if (type == InetAddress.class) {
            return "an address of this machine";
        }
        return type == Charset.class ? "a character set like UTF-8" : "what can be read as " + type.getSimpleName();
    }
}
