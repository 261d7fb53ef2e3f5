package iq.sendy.meta.model;

import iq.sendy.meta.ChannelType;
import iq.sendy.meta.model.RawItem.ItemPlace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * Reader of a delivery's shell: it goes through the bytes once, in whatever order things stand there, and makes trees of the
 * items alone. Whoever has no secret yet can send anything here, so that a text that is all brackets must cost no more than
 * its length.
 */
public final class PayloadReader {

    /** Meta's own go to ten. Text that goes beyond is not read at all. */
    private static final int DEEPEST = 1_000;

    /** What Meta sends at once is said to end at a thousand. */
    private static final int MOST_ITEMS = 30_000;

    /** A part of a tree takes some fifty times the two bytes it may have had; a message has some thirty parts. */
    private static final int MOST_PARTS = 400_000;

    private static final int MOST_ACCOUNTS = 1_000;
    private static final int LONGEST_ID = 100;

    /** Names of members are not remembered: a stranger could fill the memory of them. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private final ChannelType type;
    private final boolean withItems;
    private final JsonParser parser;
    private final Set<String> accounts = new LinkedHashSet<>();
    private final List<RawItem> items = new ArrayList<>();
    private @Nullable String object;
    private int unreadable;
    private int partsLeft = MOST_PARTS;

    private PayloadReader(ChannelType type, byte[] body, boolean withItems) {
        this.type = type;
        this.withItems = withItems;
        // A byte that is no UTF-8 spoils a letter and not the delivery.
        this.parser = JSON.createParser(ObjectReadContext.empty(), new String(body, StandardCharsets.UTF_8));
    }

    /**
     * What is in a delivery.
     *
     * @param accounts all that it names
     * @param unreadable how many items lay where none of theirs does, or belong to no account
     */
    public record Shell(Set<String> accounts, List<RawItem> items, int unreadable) {}

    /** The accounts and the items; empty when the body is no JSON, or not of that kind of channel. */
    public static Optional<Shell> read(ChannelType type, byte[] body) {
        return read(type, body, true);
    }

    /** The accounts alone, at the cost of looking at each byte. */
    public static Optional<Set<String>> accounts(ChannelType type, byte[] body) {
        return read(type, body, false).map(Shell::accounts);
    }

    private static Optional<Shell> read(ChannelType type, byte[] body, boolean withItems) {
        try {
            var reader = new PayloadReader(type, body, withItems);
            reader.root();
            var fits = objectOf(type).equals(reader.object);
            return fits ? Optional.of(new Shell(reader.accounts, reader.items, reader.unreadable)) : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static String objectOf(ChannelType type) {
        return switch (type) {
            case WHATSAPP -> "whatsapp_business_account";
            case INSTAGRAM -> "instagram";
        };
    }

    private void root() {
        parser.nextToken();
        members(name -> {
            switch (name) {
                case "object" -> object = scalar();
                case "entry" -> elements(this::entry);
                default -> parser.skipChildren();
            }
        });
        if (parser.nextToken() != null) {
            object = null;
        }
    }

    private void entry() {
        var entry = new Group();
        members(name -> {
            switch (name) {
                case "id" -> entry.account = scalar();
                case "time" -> entry.time = scalar();
                case "changes" -> elements(() -> change(entry));
                case "messaging" -> elements(() -> entry.take(ItemPlace.MESSAGE));
                case "standby" -> elements(() -> entry.take(ItemPlace.STANDBY));
                default -> parser.skipChildren();
            }
        });
        if (type == ChannelType.INSTAGRAM) {
            entry.close();
        }
    }

    /** The same for both, but that the value of WhatsApp has an account and lists of its own. */
    private void change(Group entry) {
        var change = new Group();
        members(name -> {
            switch (name) {
                case "field" -> change.field = scalar();
                case "value" -> value(change);
                default -> parser.skipChildren();
            }
        });
        if (type == ChannelType.WHATSAPP) {
            change.close();
            return;
        }
        change.loose.stream()
                .filter(_ -> InstagramItems.FIELDS.contains(change.field()))
                .forEach(item -> entry.loose.add(new LooseItem(
                        change.field().equals("standby") ? ItemPlace.STANDBY : item.place(), item.node())));
    }

    private void value(Group change) {
        if (type == ChannelType.INSTAGRAM) {
            change.take(ItemPlace.MESSAGE);
            return;
        }
        members(name -> {
            switch (name) {
                case "metadata" -> metadata(change);
                case "contacts" -> elements(change::profile);
                case "messages" -> elements(() -> change.take(ItemPlace.MESSAGE));
                case "message_echoes" -> elements(() -> change.take(ItemPlace.ECHO));
                case "statuses" -> elements(() -> change.take(ItemPlace.STATUS));
                case "errors" -> elements(() -> change.take(ItemPlace.TROUBLE));
                default -> parser.skipChildren();
            }
        });
    }

    private void metadata(Group change) {
        members(name -> {
            if (name.equals("phone_number_id")) {
                change.account = scalar();
            } else {
                parser.skipChildren();
            }
        });
    }

    /** Goes over the members of an object; each is left at its end. What is no object has none. */
    private void members(Consumer<String> member) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            member.accept(name);
        }
    }

    private void elements(Runnable element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            unreadable += parser.currentToken() == JsonToken.VALUE_NULL ? 0 : 1;
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    /** A text or a number; null for anything else, and for what is too long for an id. */
    private @Nullable String scalar() {
        var token = parser.currentToken();
        if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
            parser.skipChildren();
            return null;
        }
        var text = parser.getString();
        return text.isEmpty() || text.length() > LONGEST_ID ? null : SentText.storable(text);
    }

    private JsonNode tree() {
        return ItemTree.of(parser, partsLeft, used -> partsLeft -= used);
    }

    private boolean full(int items) {
        return !withItems || items >= MOST_ITEMS || partsLeft <= 0;
    }

    private record LooseItem(ItemPlace place, JsonNode node) {}

    /** Items that belong to one account, whose id may come behind them. */
    private final class Group {

        private final List<LooseItem> loose = new ArrayList<>();
        private final Map<String, JsonNode> profiles = new HashMap<>();
        private @Nullable String account;
        private @Nullable String field;
        private @Nullable String time;

        String field() {
            return field == null ? "" : field;
        }

        void take(ItemPlace place) {
            if (full(items.size() + loose.size()) || parser.currentToken() != JsonToken.START_OBJECT) {
                unreadable++;
                parser.skipChildren();
                return;
            }
            loose.add(new LooseItem(place, tree()));
        }

        void profile() {
            if (full(profiles.size())) {
                parser.skipChildren();
                return;
            }
            var profile = tree();
            for (var key : List.of("wa_id", "user_id")) {
                var name = ItemFields.word(profile, key);
                if (name != null) {
                    profiles.put(name, profile);
                }
            }
        }

        void close() {
            var owner = account;
            if (owner == null) {
                unreadable += loose.size();
                return;
            }
            if (accounts.size() < MOST_ACCOUNTS) {
                accounts.add(owner);
            }
            var standby = field().equals("standby");
            for (var item : loose) {
                var place = standby && item.place() == ItemPlace.MESSAGE ? ItemPlace.STANDBY : item.place();
                items.add(new RawItem(owner, place, item.node(), time, profiles));
            }
        }
    }
}
