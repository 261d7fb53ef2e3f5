package iq.sendy.simulator;

import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import iq.sendy.simulator.SimulatedMedia.SimulatedFile;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The phones of simulated customers: what they show, and what their owners do on them. */
@Service
public class SimulatedPhones {

    /** Where a pin on the map is dropped: by the Tigris in Karrada. */
    private static final double LATITUDE = 33.3029;

    private static final double LONGITUDE = 44.4214;

    private final SimulatorSetting setting;
    private final SimulatedAccounts accounts;
    private final SimulatedChats chats;
    private final CustomerMessages customers;
    private final ShopMessages shops;
    private final GraphFaults faults;

    SimulatedPhones(
            SimulatorSetting setting,
            SimulatedAccounts accounts,
            SimulatedChats chats,
            CustomerMessages customers,
            ShopMessages shops,
            GraphFaults faults) {
        this.setting = setting;
        this.accounts = accounts;
        this.chats = chats;
        this.customers = customers;
        this.shops = shops;
        this.faults = faults;
    }

    /**
     * A phone that is looked at.
     *
     * @param version of the chat: with another one the screen has changed
     * @param fault what will go wrong next; null where nothing will
     */
    public record PhoneScreen(
            SimulatedAccount account,
            SimulatedCustomer customer,
            List<ChatLine> lines,
            long version,
            @Nullable GraphFault fault) {

        public PhoneScreen {
            lines = List.copyOf(lines);
        }

        /** The newest line; null in a chat that is empty. */
        public @Nullable ChatLine last() {
            return lines.isEmpty() ? null : lines.getLast();
        }
    }

    /** Something that a customer does. */
    public sealed interface PhoneDeed {

        /**
         * A text.
         *
         * @param inReplyTo the message that is quoted
         */
        record Write(String text, @Nullable String inReplyTo) implements PhoneDeed {}

        record SendFile(
                MessageKind kind,
                SimulatedFile file,
                @Nullable String caption) implements PhoneDeed {}

        record SendPlace() implements PhoneDeed {}

        /**
         * A reaction to a message of the shop.
         *
         * @param emoji empty to take it back
         */
        record React(String messageId, String emoji) implements PhoneDeed {}

        record Press(String messageId, String buttonId) implements PhoneDeed {}

        record Edit(String messageId, String text) implements PhoneDeed {}

        record Unsend(String messageId) implements PhoneDeed {}

        /** No deed of the customer's: Meta sends the last delivery again. */
        record Repeat() implements PhoneDeed {}

        /** Nor this one: Meta will do something wrong. */
        record Ask(GraphFault fault) implements PhoneDeed {}
    }

    /** Whether there are any. */
    public boolean on() {
        return setting.on();
    }

    /** Every phone, seen from afar: nothing on it is read by that. */
    public List<PhoneScreen> all(ChannelType type) {
        return Arrays.stream(SimulatedCustomer.values())
                .map(customer -> screen(chats.of(type, customer)))
                .toList();
    }

    /** The customer of a word in an address. */
    public Optional<SimulatedCustomer> find(String word) {
        return SimulatedCustomer.byWord(word);
    }

    /** The phone in its owner's hand: what arrived is read. */
    public PhoneScreen open(ChannelType type, SimulatedCustomer customer) {
        var chat = chats.of(type, customer);
        shops.customerReads(accounts.of(type), chat);
        return screen(chat);
    }

    /** Waits until the screen has changed since a version, or for so long. */
    public void await(ChannelType type, SimulatedCustomer customer, long seen, Duration most)
            throws InterruptedException {
        chats.of(type, customer).await(seen, most);
    }

    public void act(ChannelType type, SimulatedCustomer customer, PhoneDeed deed) {
        var chat = chats.of(type, customer);
        switch (deed) {
            case PhoneDeed.Write(var text, var inReplyTo) -> customers.write(chat, text, inReplyTo);
            case PhoneDeed.SendFile(var kind, var file, var caption) -> customers.sendFile(chat, kind, file, caption);
            case PhoneDeed.SendPlace() -> customers.sendPlace(chat, LATITUDE, LONGITUDE);
            case PhoneDeed.React(var id, var emoji) -> customers.react(chat, id, emoji);
            case PhoneDeed.Press(var id, var button) -> customers.press(chat, id, button);
            case PhoneDeed.Edit(var id, var text) -> customers.edit(chat, id, text);
            case PhoneDeed.Unsend(var id) -> customers.unsend(chat, id);
            case PhoneDeed.Repeat() -> customers.repeat(chat);
            case PhoneDeed.Ask(var fault) -> faults.ask(type, fault);
        }
    }

    /**
     * Has a customer write something that is delivered by the caller, as one does who lets a month pass: the phone shows it
     * at the time of the clock.
     *
     * @return the delivery as Meta writes it
     */
    public Bytes recall(ChannelType type, SimulatedCustomer customer, String text) {
        return customers.recall(chats.of(type, customer), text);
    }

    private PhoneScreen screen(SimulatedChat chat) {
        return new PhoneScreen(
                accounts.of(chat.type()),
                chat.customer(),
                chat.lines(),
                chat.version(),
                faults.waiting(chat.type()).orElse(null));
    }
}
