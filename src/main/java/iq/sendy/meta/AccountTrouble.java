package iq.sendy.meta;

import java.util.List;

/** Trouble of an account that belongs to no message. */
public record AccountTrouble(String accountId, List<MetaTrouble> errors) implements InboundItem {

    public AccountTrouble {
        errors = List.copyOf(errors);
    }
}
