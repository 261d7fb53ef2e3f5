package iq.sendy.simulator;

import iq.sendy.meta.ChannelType;
import iq.sendy.platform.secrets.MasterKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The accounts at the simulator: one number of WhatsApp and one account of Instagram, by ids that Meta gives to nobody. Their
 * secrets follow from the master key, so that a channel which was connected to one of them works after every start, and in
 * every process.
 */
@Component
public class SimulatedAccounts {

    static final String WHATSAPP_ID = "100000000000001";
    static final String INSTAGRAM_ID = "17841000000000001";

    private final List<SimulatedAccount> accounts;

    SimulatedAccounts(MasterKey master) {
        this.accounts = List.of(
                account(ChannelType.WHATSAPP, WHATSAPP_ID, "+964 770 000 0000", master),
                account(ChannelType.INSTAGRAM, INSTAGRAM_ID, "flora.baghdad.demo", master));
    }

    private static SimulatedAccount account(ChannelType type, String id, String shownAs, MasterKey master) {
        return new SimulatedAccount(
                type,
                id,
                shownAs,
                "SIMULATED" + master.derived("simulated token " + id),
                master.derived("simulated app secret " + id));
    }

    public SimulatedAccount of(ChannelType type) {
        return accounts.stream()
                .filter(account -> account.type() == type)
                .findFirst()
                .orElseThrow();
    }

    Optional<SimulatedAccount> find(String accountId) {
        return accounts.stream()
                .filter(account -> account.accountId().equals(accountId))
                .findFirst();
    }

    Optional<SimulatedAccount> withToken(String accessToken) {
        return accounts.stream()
                .filter(account -> account.accessToken().equals(accessToken))
                .findFirst();
    }
}
