package iq.sendy.faults.attacks;

import java.util.function.Function;

/** A kind of hostile request, which an account makes as often as it likes. */
public record Shape(String name, Function<Account, RawRequest> request) {

    /** One that needs no account. */
    static Shape anonymous(String name, RawRequest request) {
        return new Shape(name, _ -> request);
    }

    @Override
    public String toString() {
        return name;
    }
}
