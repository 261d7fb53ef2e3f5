package iq.sendy.demo;

import iq.sendy.billing.AiProvider;
import iq.sendy.channels.ChannelTerms;
import iq.sendy.channels.ChannelView.AgentChoice;
import iq.sendy.channels.ChannelView.ChannelAccount;
import iq.sendy.channels.ChannelView.ChannelDetails;
import iq.sendy.channels.Channels;
import iq.sendy.channels.CreateChannel;
import iq.sendy.channels.Handshakes;
import iq.sendy.channels.ProveWebHook;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.InstagramLogin;
import iq.sendy.simulator.SimulatedAccounts;
import iq.sendy.simulator.SimulatedCustomer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done in the inbox of the demo's store, through the services of the real one. */
@Component
class DemoInbox {

    private final Channels channels;
    private final Handshakes handshakes;
    private final SimulatedAccounts accounts;
    private final DemoCare care;
    private final DemoPost post;

    DemoInbox(Channels channels, Handshakes handshakes, SimulatedAccounts accounts, DemoCare care, DemoPost post) {
        this.channels = channels;
        this.handshakes = handshakes;
        this.accounts = accounts;
        this.care = care;
        this.post = post;
    }

    /** A customer at a channel. */
    record Chat(DemoShop shop, UUID channel, ChannelType type, SimulatedCustomer customer) {}

    /** Connects both accounts at the simulator, whose proof of the web hook comes at once. */
    Map<ChannelType, UUID> connect(DemoShop shop) {
        var connected = new EnumMap<ChannelType, UUID>(ChannelType.class);
        for (var type : ChannelType.values()) {
            var account = accounts.of(type);
            var agent = new AgentChoice(AiProvider.SANDBOX, "sandbox", null, false);
            var terms = new ChannelTerms(
                    new ChannelAccount(type, account.accountId(), login(type)),
                    new ChannelDetails("فلورا " + (login(type) == null ? "واتساب" : "إنستغرام"), agent, true),
                    null);
            var command = new CreateChannel(terms, account.accessToken(), account.appSecret());
            if (channels.create(shop.store(), shop.team().owner(), command)
                    instanceof CreateChannel.Result.Created(var channel, var token)) {
                connected.put(type, channel.id());
                handshakes.prove(new ProveWebHook(type, token.text()));
            }
        }
        return connected;
    }

    private static @Nullable InstagramLogin login(ChannelType type) {
        return type == ChannelType.INSTAGRAM ? InstagramLogin.INSTAGRAM : null;
    }

    void prepareReplies(DemoShop shop) {
        care.prepareReplies(shop);
    }

    void receive(Chat chat, String text) {
        post.receive(chat, text);
    }

    void answer(Chat chat, String text) {
        post.conversation(chat).ifPresent(conversation -> {
            care.read(chat.shop(), conversation);
            post.answer(chat, conversation, text);
        });
    }

    void note(Chat chat, String text) {
        post.conversation(chat).ifPresent(conversation -> care.note(chat.shop(), conversation, text));
    }

    void label(Chat chat, List<String> labels) {
        post.conversation(chat).ifPresent(conversation -> care.label(chat.shop(), conversation, labels));
    }

    void assign(Chat chat) {
        post.conversation(chat).ifPresent(conversation -> care.assign(chat.shop(), conversation));
    }

    void settle(Chat chat) {
        post.conversation(chat).ifPresent(conversation -> {
            care.read(chat.shop(), conversation);
            care.settle(chat.shop(), conversation);
        });
    }
}
