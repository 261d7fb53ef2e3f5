package iq.sendy.webhooks.web;

import iq.sendy.catalog.ProductBody;
import iq.sendy.inventory.InventoryItemBody;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.Digits;
import iq.sendy.messaging.ConversationBody;
import iq.sendy.orders.OrderBody;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.JsonSchemaSource;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.SchemaOf;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Text;
import iq.sendy.returns.ReturnBody;
import iq.sendy.webhooks.EventFeed;
import iq.sendy.webhooks.EventFeedPage;
import iq.sendy.webhooks.SubscriptionBody;
import iq.sendy.webhooks.model.EventBody;
import iq.sendy.webhooks.model.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Events of a store as a feed, and the types that there are. */
@StoreController
class EventController {

    private final EventFeed feed;
    private final List<TypeBody> types;

    EventController(EventFeed feed, JsonSchemaSource schemas) {
        this.feed = feed;
        this.types = Arrays.stream(EventType.values())
                .map(type ->
                        new TypeBody(type.toString(), type.description(), EventSchemas.of(type, shape(type), schemas)))
                .toList();
    }

    /** @param schema JSON Schema of the whole delivered body */
    record TypeBody(String type, String description, ObjectNode schema) {}

    /** What stands in {@code data}. */
    static Class<?> shape(EventType type) {
        return switch (type) {
            case ORDER_CREATED, ORDER_UPDATED, ORDER_STATUS_CHANGED, ORDER_CANCELLED, ORDER_DELIVERED ->
                OrderBody.class;
            case RETURN_REQUEST_CREATED, RETURN_REQUEST_UPDATED -> ReturnBody.class;
            case PRODUCT_CREATED, PRODUCT_UPDATED, PRODUCT_DELETED -> ProductBody.class;
            case INVENTORY_UPDATED, INVENTORY_LOW -> InventoryItemBody.class;
            case CONVERSATION_MESSAGE_RECEIVED -> ConversationBody.class;
            case WEBHOOK_TEST -> SubscriptionBody.class;
        };
    }

    @GetMapping("/webhooks/event-types")
    @Allows(permission = "webhooks.view", scope = "webhooks:read")
    @Describes("What can be subscribed to, with the JSON Schema of each body")
    Answer<Page<TypeBody>> types(Paging paging) {
        var cursor = paging.cursor();
        var from = cursor == null ? (int) Math.min(paging.offset(), types.size()) : after(cursor);
        var found = types.subList(from, Math.min(types.size(), from + paging.pageSize() + 1));
        return Answer.ok("event_type.listed", Page.of(paging, found, (long) types.size(), TypeBody::type));
    }

    private int after(String last) {
        return types.stream().map(TypeBody::type).toList().indexOf(last) + 1;
    }

    /** {@code cursor} does the same as {@code after}, and {@code pageSize} as {@code per_page}. */
    @SuppressWarnings("MemberName") // The contract's spelling.
    @RefusedWith(code = {"paging.invalid", "cursor.invalid"})
    record FeedFilter(
            @Text(Text.REFERENCE) @Nullable String after,
            @Text(Text.REFERENCE) @Nullable String cursor,
            @Text(Text.REFERENCE) @Nullable String per_page,
            @Text(Text.REFERENCE) @Nullable String pageSize)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (size() == 0) {
                violations.add(per_page == null ? "pageSize" : "per_page", "paging.invalid");
            }
            if (after != null && cursor != null && !after.equals(cursor)) {
                violations.add("cursor", "cursor.invalid");
            }
        }

        /** 0 when it is none that a page may have. */
        int size() {
            var typed = per_page == null ? pageSize : per_page;
            var digits = typed == null ? Integer.toString(Paging.MOST) : Digits.toAscii(typed);
            return Digits.only(digits, 3) && Integer.parseInt(digits) <= Paging.MOST ? Integer.parseInt(digits) : 0;
        }

        @Nullable
        String start() {
            return after == null ? cursor : after;
        }
    }

    @GetMapping("/events")
    @Allows(permission = "webhooks.view", scope = "webhooks:read")
    @Describes(
            value = "The events of the last 30 days as a feed, the oldest first, in the order of their commits",
            refuses = Answer.NotFound.class)
    Answer<Page<@SchemaOf(EventBody.class) RawValue>> feed(@QueryParameters FeedFilter filter, Caller caller) {
        var size = filter.size();
        var start = filter.start();
        var after = start == null ? Optional.<UUID>empty() : EventIds.parse(start);
        if (start != null && after.isEmpty()) {
            return Answer.notFound();
        }
        return feed.after(caller.store(), after.orElse(null), size)
                .map(eventFeedPage -> Answer.ok("event.listed", page(eventFeedPage, size)))
                .orElseGet(Answer::notFound);
    }

    private static Page<RawValue> page(EventFeedPage eventFeedPage, int size) {
        var items = eventFeedPage.bodies().stream().map(EventController::raw).toList();
        return new Page<>(items, null, size, null, null, eventFeedPage.next());
    }

    private static RawValue raw(Bytes body) {
        return new RawValue(new String(body.toArray(), StandardCharsets.UTF_8));
    }
}
