package iq.sendy.simulator;

import iq.sendy.meta.ChannelType;
import iq.sendy.simulator.ChatLine.ChatContent;
import iq.sendy.simulator.ChatLine.ChatMarks;
import iq.sendy.simulator.ChatLine.Tick;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Messages of shops on their way to simulated phones: each is shown there, and its statuses or its echo come back. */
@Component
class ShopMessages {

    private static final Duration SENT_AFTER = Duration.ofMillis(100);
    private static final Duration DELIVERED_AFTER = Duration.ofMillis(500);

    private static final Set<GraphFault> REFUSALS = Set.of(GraphFault.WINDOW_CLOSED, GraphFault.TOO_FAST);
    private static final Set<GraphFault> ACCIDENTS = Set.of(GraphFault.NO_ANSWER, GraphFault.UNDELIVERABLE);

    private final SimulatedChats chats;
    private final MetaDeliveries deliveries;
    private final GraphFaults faults;
    private final SimulatedIds ids;
    private final Clock clock;

    ShopMessages(SimulatedChats chats, MetaDeliveries deliveries, GraphFaults faults, SimulatedIds ids, Clock clock) {
        this.chats = chats;
        this.deliveries = deliveries;
        this.faults = faults;
        this.ids = ids;
        this.clock = clock;
    }

    String id(ChannelType type) {
        return ids.message(type);
    }

    /** The fault by which the next message is refused, if one was asked for. */
    Optional<GraphFault> refusal(ChannelType type) {
        return faults.take(type, REFUSALS);
    }

    /** Takes a message; the id is empty where the answer is to be lost. */
    Optional<String> accept(
            SimulatedAccount account, SimulatedCustomer customer, ChatContent content, @Nullable String callbackData) {
        var chat = chats.of(account.type(), customer);
        var line = new ChatLine(
                ids.message(account.type()), true, content, clock.instant(), Tick.SENT, ChatMarks.NONE, callbackData);
        var accident = faults.take(account.type(), ACCIDENTS).orElse(null);
        chat.add(line);
        if (account.type() == ChannelType.INSTAGRAM) {
            deliveries.deliverLater(
                    SENT_AFTER, () -> MetaEnvelope.echo(account, customer, line.at(), InstagramMessages.ofShop(line)));
        } else {
            deliveries.deliverLater(SENT_AFTER, () -> status(account, chat, line, "sent"));
        }
        if (accident == GraphFault.UNDELIVERABLE) {
            deliveries.deliverLater(DELIVERED_AFTER, () -> failed(account, chat, line));
        } else {
            deliveries.deliverLater(DELIVERED_AFTER, () -> arrived(account, chat, line));
        }
        return accident == GraphFault.NO_ANSWER ? Optional.empty() : Optional.of(line.id());
    }

    /** The customer looks at their phone: what arrived there is read. */
    void customerReads(SimulatedAccount account, SimulatedChat chat) {
        for (var line : chat.read()) {
            deliveries.deliverLater(
                    Duration.ZERO,
                    () -> account.type() == ChannelType.WHATSAPP
                            ? status(account, chat, line, "read")
                            : MetaEnvelope.event(
                                    account,
                                    chat.customer(),
                                    clock.instant(),
                                    "read",
                                    MetaEnvelope.object().put("mid", line.id())));
        }
    }

    void shopRead(ChannelType type, String id) {
        chats.all(type).forEach(chat -> chat.change(id, line -> line.with(Tick.READ)));
    }

    /** @param emoji empty where the reaction was taken back */
    void shopReacted(ChannelType type, String id, String emoji) {
        chats.all(type)
                .forEach(chat -> chat.change(
                        id,
                        line -> line.with(new ChatMarks(
                                line.marks().byCustomer(),
                                emoji.isEmpty() ? null : emoji,
                                line.marks().edited(),
                                line.marks().deleted()))));
    }

    private @Nullable MetaDelivery arrived(SimulatedAccount account, SimulatedChat chat, ChatLine line) {
        chat.change(line.id(), before -> before.with(Tick.DELIVERED));
        return account.type() == ChannelType.WHATSAPP ? status(account, chat, line, "delivered") : null;
    }

    private @Nullable MetaDelivery failed(SimulatedAccount account, SimulatedChat chat, ChatLine line) {
        chat.change(line.id(), before -> before.with(Tick.REFUSED));
        if (account.type() == ChannelType.INSTAGRAM) {
            return null;
        }
        var status = statusObject(line, "failed");
        var error = status.putArray("errors").addObject();
        error.put("code", 131_026).put("title", "Message undeliverable").put("message", "Message undeliverable");
        error.putObject("error_data").put("details", "The simulator was asked to lose it");
        return MetaEnvelope.status(account, chat.customer(), status);
    }

    private MetaDelivery status(SimulatedAccount account, SimulatedChat chat, ChatLine line, String word) {
        var status = statusObject(line, word);
        status.putObject("pricing")
                .put("billable", false)
                .put("pricing_model", "PMP")
                .put("type", "free_customer_service")
                .put("category", "service");
        return MetaEnvelope.status(account, chat.customer(), status);
    }

    private ObjectNode statusObject(ChatLine line, String word) {
        var status = MetaEnvelope.object()
                .put("id", line.id())
                .put("status", word)
                .put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        if (line.callbackData() != null) {
            status.put("biz_opaque_callback_data", line.callbackData());
        }
        return status;
    }
}
