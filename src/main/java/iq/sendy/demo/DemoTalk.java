package iq.sendy.demo;

import iq.sendy.meta.ChannelType;
import iq.sendy.simulator.SimulatedCustomer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** One customer's talk with the demo's store, told beforehand with how long ago each part of it was. */
final class DemoTalk {

    private record Part(Duration ago, Consumer<DemoInbox.Chat> step) {}

    private final DemoShop shop;
    private final DemoInbox inbox;
    private final Map<ChannelType, UUID> channels;
    private final ChannelType type;
    private final SimulatedCustomer customer;
    private final List<Part> parts = new ArrayList<>();

    /** @param channels those that are connected once the simulation is there */
    DemoTalk(
            DemoShop shop,
            DemoInbox inbox,
            Map<ChannelType, UUID> channels,
            ChannelType type,
            SimulatedCustomer customer) {
        this.shop = shop;
        this.inbox = inbox;
        this.channels = channels;
        this.type = type;
        this.customer = customer;
    }

    DemoTalk says(Duration ago, String text) {
        return part(ago, chat -> inbox.receive(chat, text));
    }

    DemoTalk answers(Duration ago, String text) {
        return part(ago, chat -> inbox.answer(chat, text));
    }

    DemoTalk notes(Duration ago, String text) {
        return part(ago, chat -> inbox.note(chat, text));
    }

    DemoTalk labels(Duration ago, String... labels) {
        return part(ago, chat -> inbox.label(chat, List.of(labels)));
    }

    DemoTalk assigns(Duration ago) {
        return part(ago, inbox::assign);
    }

    DemoTalk settles(Duration ago) {
        return part(ago, inbox::settle);
    }

    private DemoTalk part(Duration ago, Consumer<DemoInbox.Chat> step) {
        parts.add(new Part(ago, step));
        return this;
    }

    void plan() {
        for (var part : parts) {
            shop.simulation()
                    .plan(
                            shop.simulation().end().minus(part.ago()),
                            () -> Optional.ofNullable(channels.get(type))
                                    .ifPresent(channel ->
                                            part.step().accept(new DemoInbox.Chat(shop, channel, type, customer))));
        }
    }
}
