package iq.sendy.messaging;

import iq.sendy.meta.MetaFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A delivery with messages that can be read among whatever else can stand there: the same seed makes the same.
 *
 * @param good the ids of those messages
 */
record FuzzedDelivery(String body, List<String> good) {

    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999999999",
            "123456789012345678901234567890123456789012345678901234567890",
            "0.1",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\\u200f\"",
            "\"wamid.X\"",
            "\"reaction\"",
            "\"شلون\"");

    private static final List<String> NAMES = List.of(
            "id",
            "from",
            "from_user_id",
            "type",
            "timestamp",
            "text",
            "body",
            "image",
            "context",
            "reaction",
            "message_id",
            "contacts",
            "phones",
            "origin",
            "system",
            "wa_id",
            "interactive",
            "button_reply",
            "order",
            "product_items",
            "referral",
            "errors",
            "edit",
            "revoke",
            "\\u0000",
            "زينب");

    private static final List<String> TYPES = List.of(
            "text",
            "image",
            "contacts",
            "system",
            "reaction",
            "edit",
            "revoke",
            "interactive",
            "order",
            "location",
            "button");

    static FuzzedDelivery of(String account, long seed) {
        var random = new Random(seed);
        var good = new ArrayList<String>();
        var entries = new ArrayList<String>();
        for (var i = 0; i <= random.nextInt(3); i++) {
            entries.add(entry(account, seed + "." + i, random, good));
            if (random.nextBoolean()) {
                entries.add(json(random, 3));
            }
        }
        if (random.nextInt(4) == 0) {
            // All of it twice.
            entries.addAll(List.copyOf(entries));
        }
        Collections.shuffle(entries, random);
        var members = new ArrayList<>(
                List.of("\"object\":\"whatsapp_business_account\"", "\"entry\":[" + String.join(",", entries) + "]"));
        if (random.nextBoolean()) {
            members.add("\"extra\":" + json(random, 4));
        }
        return new FuzzedDelivery(object(members, random), good);
    }

    private static String entry(String account, String name, Random random, List<String> good) {
        var changes = new ArrayList<String>();
        for (var i = 0; i <= random.nextInt(3); i++) {
            var change = new ArrayList<>(
                    List.of("\"field\":\"messages\"", "\"value\":" + value(account, name + "." + i, random, good)));
            changes.add(object(change, random));
            if (random.nextBoolean()) {
                changes.add(json(random, 3));
            }
        }
        Collections.shuffle(changes, random);
        return object(
                new ArrayList<>(
                        List.of("\"id\":" + json(random, 1), "\"changes\":[" + String.join(",", changes) + "]")),
                random);
    }

    private static String value(String account, String name, Random random, List<String> good) {
        var messages = new ArrayList<String>();
        for (var i = 0; i <= random.nextInt(4); i++) {
            var id = "wamid.F" + name + "." + i;
            good.add(id);
            var message = MetaFixtures.textMessage(id, "نص " + i);
            messages.add(message);
            if (random.nextInt(3) == 0) {
                messages.add(message);
            }
            messages.add(broken(random));
        }
        Collections.shuffle(messages, random);
        var members = new ArrayList<>(List.of(
                "\"metadata\":{\"phone_number_id\":\"" + account + "\"}",
                "\"contacts\":" + json(random, 3),
                "\"messages\":[" + String.join(",", messages) + "]",
                "\"statuses\":[" + json(random, 3) + "," + broken(random) + "]",
                "\"errors\":" + json(random, 2)));
        return object(members, random);
    }

    private static String broken(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> json(random, 4);
            case 1 -> deep(random.nextInt(900));
            case 2 -> "{\"id\":\"" + "x".repeat(random.nextInt(200_000)) + "\"}";
            default -> item(random);
        };
    }

    private static String deep(int levels) {
        return "[".repeat(levels + 1) + "]".repeat(levels + 1);
    }

    /** An item of a type that we know, with anything in it. */
    private static String item(Random random) {
        var type = TYPES.get(random.nextInt(TYPES.size()));
        return object(
                new ArrayList<>(List.of(
                        "\"from\":\"9647701234567\"",
                        "\"id\":\"wamid.BROKEN" + random.nextInt(1_000_000) + "\"",
                        "\"type\":\"" + type + "\"",
                        "\"timestamp\":" + json(random, 1),
                        "\"" + type + "\":" + json(random, 4),
                        "\"context\":" + json(random, 3),
                        "\"referral\":" + json(random, 3))),
                random);
    }

    private static String json(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return SCALARS.get(random.nextInt(SCALARS.size()));
        }
        var parts = IntStream.range(0, random.nextInt(5))
                .mapToObj(_ -> json(random, depth - 1))
                .toList();
        if (random.nextBoolean()) {
            return "[" + String.join(",", parts) + "]";
        }
        return parts.stream()
                .map(part -> "\"" + NAMES.get(random.nextInt(NAMES.size())) + "\":" + part)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String object(List<String> members, Random random) {
        Collections.shuffle(members, random);
        return "{" + String.join(",", members) + "}";
    }
}
