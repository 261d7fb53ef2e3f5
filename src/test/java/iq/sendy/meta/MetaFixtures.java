package iq.sendy.meta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What Meta sends, as files and as wrapping for parts of them. */
public final class MetaFixtures {

    public static final String SECRET_A = "sendy-test-app-secret-A";
    public static final String SECRET_B = "sendy-test-app-secret-B";

    /** The account that the files of WhatsApp name. */
    public static final String PHONE_NUMBER_ID = "500000000000001";

    /** The account that the files of Instagram name. */
    public static final String INSTAGRAM_ID = "17841400000000001";

    private MetaFixtures() {}

    public static byte[] file(String name) {
        try (var file = MetaFixtures.class.getResourceAsStream("/meta/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8).strip();
    }

    public static List<String> lines(String name) {
        return text(name).lines().toList();
    }

    /** A message object of a file with what each has: who, when, and an id. */
    public static String message(String id, String object) {
        return """
                {"from":"9647701234567","from_user_id":"IQ.7788990011223344","id":"%s","timestamp":"1795420900",%s""".formatted(id, object.strip().substring(1));
    }

    public static String textMessage(String id, String text) {
        return message(id, "{\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}}");
    }

    /** A value with members such as {@code "messages":[…]}. */
    public static String value(String account, String members) {
        return """
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"9647800000001","phone_number_id":"%s"},\
                "contacts":[{"profile":{"name":"زينب"},"wa_id":"9647701234567","user_id":"IQ.7788990011223344"}],%s}""".formatted(account, members);
    }

    public static String messages(String account, String... messages) {
        return value(account, "\"messages\":[" + String.join(",", messages) + "]");
    }

    public static String statuses(String account, String... statuses) {
        return value(account, "\"statuses\":[" + String.join(",", statuses) + "]");
    }

    /** An entry with a change for each value. */
    public static String entry(String... values) {
        var changes = List.of(values).stream()
                .map(value -> "{\"field\":\"messages\",\"value\":" + value + "}")
                .toList();
        return "{\"id\":\"700000000000001\",\"changes\":[" + String.join(",", changes) + "]}";
    }

    public static String whatsApp(String... entries) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    public static String instagram(String account, String... events) {
        return "{\"object\":\"instagram\",\"entry\":[{\"id\":\"%s\",\"time\":1795420801000,\"messaging\":[%s]}]}"
                .formatted(account, String.join(",", events));
    }

    /** An event of a customer. */
    public static String event(String account, String members) {
        return """
                {"sender":{"id":"900000000000001"},"recipient":{"id":"%s"},"timestamp":1795420800500,%s}""".formatted(account, members);
    }

    /**
     * Two entries, three changes, two numbers, an id that comes twice, a type that nobody knows in the middle, and a status
     * of a message that nobody sent.
     */
    public static String batch(String account, String other) {
        return whatsApp(
                entry(
                        messages(
                                account,
                                textMessage("wamid.B1", "واحد"),
                                message("wamid.B2", "{\"type\":\"hologram\",\"hologram\":{\"depth\":3}}"),
                                textMessage("wamid.B3", "ثلاثة"),
                                textMessage("wamid.B1", "واحد")),
                        statuses(
                                account, "{\"id\":\"wamid.NOBODY\",\"status\":\"read\",\"timestamp\":\"1795420875\"}")),
                entry(messages(other, textMessage("wamid.B4", "أربعة"))));
    }

    public static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
