package iq.sendy.meta.model;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.Phone;
import iq.sendy.meta.AccountTrouble;
import iq.sendy.meta.Identity;
import iq.sendy.meta.IdentityChange;
import iq.sendy.meta.IdentityKind;
import iq.sendy.meta.InboundItem;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MessageDeletion;
import iq.sendy.meta.MessageEcho;
import iq.sendy.meta.MessageEdit;
import iq.sendy.meta.MessageReaction;
import iq.sendy.meta.MetaTrouble;
import iq.sendy.meta.PhoneShared;
import iq.sendy.meta.Sender;
import iq.sendy.meta.StandbyMessage;
import iq.sendy.meta.StatusUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Items of WhatsApp, of their JSON. */
final class WhatsAppItems {

    /** Only this origin of a card proves whose number it is. */
    private static final String ASKED_FOR = "contact_request";

    private static final int MOST_DIGITS = 20;
    private static final int FEWEST_DIGITS = 5;
    private static final int LONGEST_BSUID = 140;
    private static final int COUNTRY = 2;
    private static final int MOST_ERRORS = 10;

    private final RawItem raw;
    private final JsonNode node;
    private final Instant arrived;

    private WhatsAppItems(RawItem raw, Instant arrived) {
        this.raw = raw;
        this.node = raw.node();
        this.arrived = arrived;
    }

    /**
     * What it tells; empty when that is nothing we have a use for.
     *
     * @throws UnreadableItem when it lacks what each of its kind has
     */
    static Optional<InboundItem> of(RawItem raw, Instant arrived) {
        var items = new WhatsAppItems(raw, arrived);
        return switch (raw.place()) {
            case MESSAGE -> Optional.of(items.message());
            case STANDBY -> Optional.of(items.standby());
            case ECHO -> items.echo();
            case STATUS -> Optional.of(items.status());
            case TROUBLE -> Optional.of(new AccountTrouble(raw.accountId(), List.of(trouble(raw.node()))));
        };
    }

    private InboundItem message() {
        return switch (type()) {
            case "reaction" ->
                new MessageReaction(
                        raw.accountId(),
                        ItemFields.requiredId(node, "reaction", "message_id"),
                        sender(),
                        at(),
                        SentText.emoji(ItemFields.word(node, "reaction", "emoji")));
            case "edit" -> edit();
            case "revoke" -> deletion();
            case "system" -> system();
            case "contacts" -> contacts();
            default -> plain();
        };
    }

    private InboundMessage plain() {
        return new InboundMessage(
                raw.accountId(), ItemFields.requiredId(node, "id"), sender(), at(), WhatsAppContents.of(node));
    }

    private InboundItem standby() {
        return message() instanceof InboundMessage message ? new StandbyMessage(message) : message();
    }

    private InboundItem edit() {
        var text = ItemFields.lines(node, "edit", "message", "text", "body");
        return new MessageEdit(
                raw.accountId(),
                ItemFields.requiredId(node, "edit", "original_message_id"),
                at(),
                Objects.requireNonNullElseGet(text, () -> {
                    throw new UnreadableItem("No text");
                }));
    }

    private MessageDeletion deletion() {
        return new MessageDeletion(raw.accountId(), ItemFields.requiredId(node, "revoke", "original_message_id"), at());
    }

    /** One who has another number or id now; other notes of the system are messages. */
    private InboundItem system() {
        var system = node.path("system");
        var now = new ArrayList<Identity>();
        add(now, phone(ItemFields.word(system, "wa_id")), IdentityKind.WA_ID);
        add(now, bsuid(ItemFields.word(system, "user_id")), IdentityKind.BSUID);
        return now.isEmpty() ? plain() : new IdentityChange(plain(), now);
    }

    private InboundItem contacts() {
        var message = plain();
        return node.path("contacts").values().stream()
                .filter(card -> ASKED_FOR.equals(ItemFields.word(card, "origin")))
                .flatMap(card -> card.path("phones").values().stream())
                .flatMap(phone -> Stream.of("wa_id", "phone").map(name -> ItemFields.word(phone, name)))
                .filter(Objects::nonNull)
                .flatMap(typed -> Phone.parse(typed).stream())
                .findFirst()
                .<InboundItem>map(phone -> new PhoneShared(message, phone.value()))
                .orElse(message);
    }

    private Optional<InboundItem> echo() {
        return switch (type()) {
            case "reaction" -> Optional.empty();
            case "edit" -> Optional.of(edit());
            case "revoke" -> Optional.of(deletion());
            default -> {
                var recipient = identities(ItemFields.word(node, "to"), ItemFields.word(node, "to_user_id"));
                yield Optional.of(new MessageEcho(
                        raw.accountId(),
                        ItemFields.requiredId(node, "id"),
                        required(recipient),
                        at(),
                        WhatsAppContents.of(node)));
            }
        };
    }

    private StatusUpdate status() {
        var status = ItemFields.id(node, "status");
        if (status == null) {
            throw new UnreadableItem("No status");
        }
        var pricing = node.path("pricing");
        return new StatusUpdate(
                raw.accountId(),
                ItemFields.requiredId(node, "id"),
                ItemFields.id(node, "biz_opaque_callback_data"),
                status.toLowerCase(Locale.ROOT),
                at(),
                node.path("errors").values().stream()
                        .limit(MOST_ERRORS)
                        .map(WhatsAppItems::trouble)
                        .toList(),
                pricing.isObject() ? pricing.toString() : null);
    }

    private static MetaTrouble trouble(JsonNode error) {
        var title = ItemFields.line(error, "title");
        return new MetaTrouble(
                Objects.requireNonNullElse(ItemFields.id(error, "code"), "0"),
                title == null ? ItemFields.line(error, "message") : title,
                ItemFields.line(error, "error_data", "details"));
    }

    private String type() {
        return ItemFields.requiredId(node, "type");
    }

    private Instant at() {
        return SentTime.of(ItemFields.word(node, "timestamp"), arrived);
    }

    /** By the message itself, and by what stands beside it of the same person. */
    private Sender sender() {
        var phone = ItemFields.word(node, "from");
        var user = ItemFields.word(node, "from_user_id");
        var profile = profile(phone, user);
        var identities = identities(
                phone == null ? ItemFields.word(profile, "wa_id") : phone,
                user == null ? ItemFields.word(profile, "user_id") : user);
        return new Sender(
                required(identities),
                ItemFields.line(profile, "profile", "name"),
                ItemFields.line(profile, "profile", "username"));
    }

    private JsonNode profile(@Nullable String phone, @Nullable String user) {
        var profiles = raw.profiles();
        if (phone == null && user == null) {
            var all = profiles.values().stream().distinct().limit(2).toList();
            return all.size() == 1 ? all.getFirst() : JsonNodeFactory.instance.missingNode();
        }
        return Stream.of(Optional.ofNullable(phone), Optional.ofNullable(user))
                .flatMap(Optional::stream)
                .flatMap(name -> Optional.ofNullable(profiles.get(name)).stream())
                .findFirst()
                .orElse(JsonNodeFactory.instance.missingNode());
    }

    /** A name is judged by its form, whichever member it came in. */
    private static List<Identity> identities(@Nullable String phone, @Nullable String user) {
        var identities = new ArrayList<Identity>();
        add(identities, phone(phone), IdentityKind.WA_ID);
        add(identities, bsuid(user), IdentityKind.BSUID);
        if (identities.isEmpty()) {
            add(identities, bsuid(phone), IdentityKind.BSUID);
        }
        return identities;
    }

    private static void add(List<Identity> identities, @Nullable String value, IdentityKind kind) {
        if (value != null) {
            identities.add(new Identity(kind, value));
        }
    }

    private static List<Identity> required(List<Identity> identities) {
        if (identities.isEmpty()) {
            throw new UnreadableItem("Nobody");
        }
        return identities;
    }

    private static @Nullable String phone(@Nullable String sent) {
        if (sent == null) {
            return null;
        }
        var digits = sent.startsWith("+") ? sent.substring(1) : sent;
        return Digits.only(digits, MOST_DIGITS) && digits.length() >= FEWEST_DIGITS ? digits : null;
    }

    /** The code of a country, a dot, letters and digits. */
    private static @Nullable String bsuid(@Nullable String sent) {
        if (sent == null || sent.length() > LONGEST_BSUID || sent.indexOf('.') != COUNTRY) {
            return null;
        }
        return sent.chars().allMatch(c -> c == '.' || (c < 0x80 && Character.isLetterOrDigit(c))) ? sent : null;
    }
}
