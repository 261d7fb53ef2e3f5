package iq.sendy.simulator;

import iq.sendy.meta.ChannelType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Customers whose phones the simulator has, by numbers that nobody owns. One of them shows no number to shops. */
public enum SimulatedCustomer {
    ZAINAB("زينب", "9647700001000", "7788990011220001", "900000000000001", "zainab.bgd"),
    ALI("علي", "9647700001007", "7788990011220002", "900000000000002", "ali_alobaidi"),
    SHILAN("شیلان", "9647700009003", "7788990011220003", "900000000000003", "shilan.slemani"),
    DILNIA("دلنیا", null, "7788990011220004", "900000000000004", "dilnia.flowers");

    private final String shownName;
    private final @Nullable String phone;
    private final String scopedId;
    private final String instagramId;
    private final String username;

    SimulatedCustomer(String shownName, @Nullable String phone, String scopedId, String instagramId, String username) {
        this.shownName = shownName;
        this.phone = phone;
        this.scopedId = "IQ." + scopedId;
        this.instagramId = instagramId;
        this.username = username;
    }

    /** The name of their profile. */
    public String shownName() {
        return shownName;
    }

    /** As {@code wa_id} has it; null when they hide it. */
    public @Nullable String phone() {
        return phone;
    }

    /** The business-scoped user id. */
    public String scopedId() {
        return scopedId;
    }

    public String instagramId() {
        return instagramId;
    }

    public String username() {
        return username;
    }

    /** Their word in addresses of pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The id that stands for them as the other side of a message: their number where they show one. */
    String idAt(ChannelType type) {
        if (type == ChannelType.INSTAGRAM) {
            return instagramId;
        }
        return phone == null ? scopedId : phone;
    }

    static Optional<SimulatedCustomer> byWord(String word) {
        return Arrays.stream(values())
                .filter(customer -> customer.word().equals(word))
                .findFirst();
    }

    static Optional<SimulatedCustomer> byPhone(String phone) {
        return Arrays.stream(values())
                .filter(customer -> phone.equals(customer.phone))
                .findFirst();
    }

    static Optional<SimulatedCustomer> byScopedId(String id) {
        return Arrays.stream(values())
                .filter(customer -> customer.scopedId.equals(id))
                .findFirst();
    }

    static Optional<SimulatedCustomer> byInstagramId(String id) {
        return Arrays.stream(values())
                .filter(customer -> customer.instagramId.equals(id))
                .findFirst();
    }
}
