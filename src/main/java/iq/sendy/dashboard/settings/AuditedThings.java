package iq.sendy.dashboard.settings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import iq.sendy.accounts.Accounts;
import iq.sendy.accounts.MemberView;
import iq.sendy.catalog.ProductName;
import iq.sendy.catalog.ProductNames;
import iq.sendy.customers.CustomerName;
import iq.sendy.customers.CustomerNames;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.PageTrips;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.Conversations;
import iq.sendy.orders.OrderNumber;
import iq.sendy.orders.OrderNumbers;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.audit.AuditLog.AuditEntry;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Things that a page of the log is about, by the names that they have now: one trip asks all that own some. What nobody has
 * any more is called as the log knew it, and else by its id.
 */
@Component
class AuditedThings {

    private static final String CONVERSATION = "conversation";
    private static final String PRODUCT = "product";

    /** What is done to a message or an answer is done in a conversation, and what to a shelf to its product. */
    private static final Map<String, String> PART_OF = Map.of("conversationId", CONVERSATION, "productId", PRODUCT);

    /** Where the log keeps a name with what it says of a thing. */
    private static final List<String> NAMES = List.of("name", "fullName", "displayName", "registerName", "code");

    private final Map<String, ThingKind> kinds;
    private final PageTrips trips;

    AuditedThings(
            OrderNumbers orders,
            ProductNames products,
            CustomerNames customers,
            Conversations conversations,
            Accounts people,
            PageTrips trips) {
        this.trips = trips;
        this.kinds = Map.of(
                "order",
                new ThingKind(
                        DashboardPaths.ORDERS,
                        "orders.view",
                        (store, ids) -> NamesAsked.of(
                                orders.of(store, ids), OrderNumber::orderId, order -> "#" + order.number())),
                PRODUCT,
                new ThingKind(
                        SettingsPaths.PRODUCTS,
                        "products.view",
                        (store, ids) ->
                                NamesAsked.of(products.of(store, ids), ProductName::productId, ProductName::name)),
                "customer",
                new ThingKind(
                        SettingsPaths.CUSTOMERS,
                        "customers.view",
                        (store, ids) -> NamesAsked.of(
                                customers.of(store, ids), CustomerName::customerId, AuditedThings::called)),
                CONVERSATION,
                new ThingKind(
                        DashboardPaths.INBOX,
                        "conversations.view",
                        (store, ids) -> NamesAsked.of(
                                conversations.byIds(store, ids), ConversationView::id, AuditedThings::called)),
                "staff",
                new ThingKind(
                        SettingsPaths.STAFF,
                        "rbac.manage",
                        (store, ids) -> NamesAsked.of(people.byIds(store, ids), MemberView::id, MemberView::fullName)));
    }

    private static String called(CustomerName customer) {
        return Objects.requireNonNullElseGet(
                customer.name(), () -> customer.phone().atHome());
    }

    private static String called(ConversationView conversation) {
        var contact = conversation.contact();
        return Stream.of(contact.name(), contact.phone(), contact.externalId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> conversation.id().toString());
    }

    /**
     * A kind of thing that is called by what its module says.
     *
     * @param page below which each has its own
     * @param right to open that; who has it not is told no names
     */
    private record ThingKind(String page, String right, BiFunction<StoreId, Collection<UUID>, NamesAsked<?>> names) {}

    /** Names by the ids of things, once they are answered. */
    private record NamesAsked<R>(Query<R> query, Function<R, UUID> id, Function<R, String> name) {

        static <R> NamesAsked<R> of(Query<R> query, Function<R, UUID> id, Function<R, String> name) {
            return new NamesAsked<>(query, id, name);
        }

        Map<UUID, String> answer() {
            return query.answer().stream().collect(toMap(id, name));
        }
    }

    /** What an entry is about, by the type that the log has for it. */
    private record Subject(String type, UUID id) {}

    /** By the ids of the entries; those that are about nothing with a name have none. */
    Map<UUID, AuditedThing> of(Caller caller, List<AuditEntry> entries) {
        var names = names(caller, entries);
        var things = new HashMap<UUID, AuditedThing>();
        for (var entry : entries) {
            subject(entry)
                    .filter(subject -> !kinds.containsKey(subject.type()) || names.containsKey(subject.type()))
                    .flatMap(subject -> thing(entry, subject, names.getOrDefault(subject.type(), Map.of())))
                    .ifPresent(thing -> things.put(entry.id(), thing));
        }
        return things;
    }

    /** Of each kind that the reader may open, by id. */
    private Map<String, Map<UUID, String>> names(Caller caller, List<AuditEntry> entries) {
        var ids = entries.stream()
                .map(AuditedThings::subject)
                .flatMap(Optional::stream)
                .collect(groupingBy(Subject::type, mapping(Subject::id, toSet())));
        var asked = new HashMap<String, NamesAsked<?>>();
        kinds.forEach((type, kind) -> {
            if (ids.containsKey(type) && caller.missing(kind.right(), "") == null) {
                asked.put(type, kind.names().apply(caller.store(), ids.getOrDefault(type, Set.of())));
            }
        });
        trips.ask(asked.values().stream().map(NamesAsked::query).toList());
        return asked.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, one -> one.getValue().answer()));
    }

    private static Optional<Subject> subject(AuditEntry entry) {
        return states(entry)
                .flatMap(AuditedThings::whole)
                .findFirst()
                .or(() -> Optional.ofNullable(entry.resourceId()).map(id -> new Subject(entry.resourceType(), id)));
    }

    private static Stream<Subject> whole(JsonNode state) {
        return PART_OF.entrySet().stream()
                .filter(part -> state.path(part.getKey()).isString())
                .map(part -> new Subject(
                        part.getValue(),
                        UUID.fromString(state.path(part.getKey()).stringValue())));
    }

    private Optional<AuditedThing> thing(AuditEntry entry, Subject subject, Map<UUID, String> names) {
        var kind = kinds.get(subject.type());
        var name = names.get(subject.id());
        if (kind != null && name != null) {
            return Optional.of(new AuditedThing(name, name.startsWith("#"), kind.page() + "/" + subject.id()));
        }
        return states(entry)
                .flatMap(state -> NAMES.stream().map(state::path))
                .filter(JsonNode::isString)
                .findFirst()
                .map(known -> new AuditedThing(known.stringValue(), false, null))
                .or(() -> Optional.ofNullable(kind)
                        .map(_ -> new AuditedThing(subject.id().toString(), true, null)));
    }

    /** What the log says of a thing, as it was then and before. */
    private static Stream<JsonNode> states(AuditEntry entry) {
        return Stream.of(entry.after(), entry.before()).flatMap(Stream::ofNullable);
    }
}
