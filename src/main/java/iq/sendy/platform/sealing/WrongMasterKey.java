package iq.sendy.platform.sealing;

/** The key of a store does not open: it was wrapped by another master key than ours. */
public class WrongMasterKey extends IllegalStateException {

    WrongMasterKey(Throwable cause) {
        super(
                "SENDY_SECRET_KEY, or secret.key in the data directory, is not the key that this database was first used"
                        + " with: its secrets do not open",
                cause);
    }
}
