package iq.sendy.simulator;

import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import iq.sendy.simulator.ChatLine.ChatButton;
import iq.sendy.simulator.ChatLine.ChatContent;
import iq.sendy.simulator.ChatLine.ChatMarks;
import iq.sendy.simulator.ChatLine.Tick;
import iq.sendy.simulator.SimulatedMedia.SimulatedFile;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What simulated customers do on their phones: each deed is a signed delivery to the web hook, as Meta would send it. */
@Component
class CustomerMessages {

    /** Who shows no number still has one, to share when asked for it. */
    private static final String HIDDEN_PHONE = "9647700009004";

    private final SimulatedAccounts accounts;
    private final SimulatedMedia media;
    private final MetaDeliveries deliveries;
    private final GraphServer graph;
    private final SimulatedIds ids;
    private final Clock clock;

    CustomerMessages(
            SimulatedAccounts accounts,
            SimulatedMedia media,
            MetaDeliveries deliveries,
            GraphServer graph,
            SimulatedIds ids,
            Clock clock) {
        this.accounts = accounts;
        this.media = media;
        this.deliveries = deliveries;
        this.graph = graph;
        this.ids = ids;
        this.clock = clock;
    }

    void write(SimulatedChat chat, String text, @Nullable String inReplyTo) {
        var line = line(chat, ChatContent.text(text).answering(inReplyTo));
        send(chat, line, written(chat, line));
    }

    /** As {@link #write}, but for the way to the web hook, which is the caller's. */
    Bytes recall(SimulatedChat chat, String text) {
        var line = line(chat, ChatContent.text(text));
        var delivery = written(chat, line);
        chat.add(line);
        chat.remember(delivery);
        return delivery.body();
    }

    private MetaDelivery written(SimulatedChat chat, ChatLine line) {
        return chat.type() == ChannelType.WHATSAPP
                ? whatsApp(chat, WhatsAppMessages.text(chat.customer(), line))
                : instagram(chat, "message", InstagramMessages.ofCustomer(line, null));
    }

    void sendFile(SimulatedChat chat, MessageKind kind, SimulatedFile file, @Nullable String caption) {
        var id = ids.media();
        media.keep(id, file);
        var line = line(chat, ChatContent.file(kind, id, caption));
        send(
                chat,
                line,
                chat.type() == ChannelType.WHATSAPP
                        ? whatsApp(chat, WhatsAppMessages.file(chat.customer(), line, file))
                        : instagram(chat, "message", InstagramMessages.ofCustomer(line, openFile(chat, id))));
    }

    /** A place on the map, which Instagram has no message for. */
    void sendPlace(SimulatedChat chat, double latitude, double longitude) {
        if (chat.type() == ChannelType.WHATSAPP) {
            var line = line(chat, ChatContent.place(latitude + ", " + longitude));
            send(chat, line, whatsApp(chat, WhatsAppMessages.place(chat.customer(), line, latitude, longitude)));
        }
    }

    /** @param emoji empty where the reaction is taken back */
    void react(SimulatedChat chat, String id, String emoji) {
        var reacted = chat.change(
                id,
                line -> line.with(new ChatMarks(
                        emoji.isEmpty() ? null : emoji,
                        line.marks().byShop(),
                        line.marks().edited(),
                        line.marks().deleted())));
        if (reacted.isEmpty()) {
            return;
        }
        deliver(
                chat,
                chat.type() == ChannelType.WHATSAPP
                        ? whatsApp(
                                chat,
                                WhatsAppMessages.reaction(
                                        chat.customer(), ids.message(chat.type()), clock.instant(), id, emoji))
                        : instagram(chat, "reaction", reaction(id, emoji)));
    }

    private static ObjectNode reaction(String id, String emoji) {
        var reaction = MetaEnvelope.object().put("mid", id).put("action", emoji.isEmpty() ? "unreact" : "react");
        return emoji.isEmpty() ? reaction : reaction.put("reaction", "other").put("emoji", emoji);
    }

    void press(SimulatedChat chat, String id, String buttonId) {
        var button = chat.find(id).stream()
                .flatMap(line -> line.content().buttons().stream())
                .filter(each -> each.id().equals(buttonId))
                .findFirst();
        if (button.isPresent()) {
            press(chat, id, button.get());
        }
    }

    private void press(SimulatedChat chat, String id, ChatButton button) {
        if (button.id().equals(WhatsAppSends.SHARE)) {
            var phone = chat.customer().phone() == null
                    ? HIDDEN_PHONE
                    : chat.customer().phone();
            var shared =
                    line(chat, new ChatContent(MessageKind.CONTACTS, "+" + phone, null, null, null, List.of(), id));
            send(chat, shared, whatsApp(chat, WhatsAppMessages.shared(chat.customer(), shared, phone)));
            return;
        }
        var line = line(chat, ChatContent.text(button.title()).answering(id));
        var account = accounts.of(chat.type());
        send(
                chat,
                line,
                chat.type() == ChannelType.WHATSAPP
                        ? whatsApp(
                                chat,
                                WhatsAppMessages.pressed(
                                        chat.customer(), line, MetaEnvelope.digits(account.shownAs()), button))
                        : instagram(chat, "message", InstagramMessages.pressed(line, button)));
    }

    /** Instagram alone lets people change what they wrote. */
    void edit(SimulatedChat chat, String id, String text) {
        if (chat.type() == ChannelType.INSTAGRAM && own(chat, id)) {
            chat.change(
                    id,
                    line -> line.with(line.content().saying(text))
                            .with(new ChatMarks(
                                    line.marks().byCustomer(), line.marks().byShop(), true, false)));
            deliver(
                    chat,
                    instagram(
                            chat,
                            "message_edit",
                            MetaEnvelope.object()
                                    .put("mid", id)
                                    .put("text", text)
                                    .put("num_edit", 1)));
        }
    }

    /** Instagram alone tells shops that a message was taken back. */
    void unsend(SimulatedChat chat, String id) {
        if (chat.type() == ChannelType.INSTAGRAM && own(chat, id)) {
            chat.change(
                    id,
                    line -> line.with(new ChatMarks(
                            line.marks().byCustomer(),
                            line.marks().byShop(),
                            line.marks().edited(),
                            true)));
            deliver(
                    chat,
                    instagram(
                            chat,
                            "message",
                            MetaEnvelope.object().put("mid", id).put("is_deleted", true)));
        }
    }

    /** The last delivery once more, to the byte, as Meta does when it is in doubt. */
    void repeat(SimulatedChat chat) {
        chat.last().ifPresent(deliveries::deliver);
    }

    private static boolean own(SimulatedChat chat, String id) {
        return chat.find(id).filter(line -> !line.fromShop()).isPresent();
    }

    private ChatLine line(SimulatedChat chat, ChatContent content) {
        return new ChatLine(ids.message(chat.type()), false, content, clock.instant(), Tick.SENT, ChatMarks.NONE, null);
    }

    private void send(SimulatedChat chat, ChatLine line, MetaDelivery delivery) {
        chat.add(line);
        if (deliver(chat, delivery) != 200) {
            chat.change(line.id(), before -> before.with(Tick.REFUSED));
        }
    }

    private int deliver(SimulatedChat chat, MetaDelivery delivery) {
        chat.remember(delivery);
        return deliveries.deliver(delivery);
    }

    private MetaDelivery whatsApp(SimulatedChat chat, ObjectNode message) {
        return MetaEnvelope.message(accounts.of(ChannelType.WHATSAPP), chat.customer(), message);
    }

    private MetaDelivery instagram(SimulatedChat chat, String name, ObjectNode what) {
        return MetaEnvelope.event(accounts.of(ChannelType.INSTAGRAM), chat.customer(), clock.instant(), name, what);
    }

    private String openFile(SimulatedChat chat, String id) {
        var account = accounts.of(chat.type());
        return SimulatedGraph.openFile(
                graph.of(account.type(), account.accountId()).orElse(URI.create("http://127.0.0.1")), id);
    }
}
