package iq.sendy.webhooks.model;

import java.util.Arrays;
import java.util.Optional;

/** Event type that integrators are told of: the contract's event types. */
public enum EventType {
    ORDER_CREATED("order.created", "order", "An order was placed."),
    ORDER_UPDATED("order.updated", "order", "The address or the items of an order changed."),
    ORDER_STATUS_CHANGED("order.status_changed", "order", "An order took a step of its status machine."),
    ORDER_CANCELLED("order.cancelled", "order", "An order was cancelled; beside order.status_changed."),
    ORDER_DELIVERED("order.delivered", "order", "An order was delivered; beside order.status_changed."),
    RETURN_REQUEST_CREATED("return_request.created", "return_request", "A return was asked for."),
    RETURN_REQUEST_UPDATED("return_request.updated", "return_request", "A return was decided or completed."),
    PRODUCT_CREATED("product.created", "product", "A product is new."),
    PRODUCT_UPDATED("product.updated", "product", "A product changed, or came back from the archive."),
    PRODUCT_DELETED("product.deleted", "product", "A product was archived."),
    INVENTORY_UPDATED("inventory.updated", "inventory_item", "What is on hand or reserved changed."),
    INVENTORY_LOW("inventory.low", "inventory_item", "What is available fell to the low-stock threshold or below."),
    CONVERSATION_MESSAGE_RECEIVED(
            "conversation.message_received", "conversation", "A customer wrote in a conversation."),
    WEBHOOK_TEST("webhook.test", "webhook", "Sent by POST /webhooks/{id}/test, to that subscription alone.");

    private final String word;
    private final String resource;
    private final String description;

    EventType(String word, String resource, String description) {
        this.word = word;
        this.resource = resource;
        this.description = description;
    }

    /** The type with this word, in any letter case. */
    public static Optional<EventType> of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** What the event's {@code resource.type} says. */
    public String resource() {
        return resource;
    }

    public String description() {
        return description;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
