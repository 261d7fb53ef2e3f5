package iq.sendy.accounts;

/** What somebody does with what they have open. */
public enum PresenceActivity {
    LOOKING,
    WRITING
}
