package iq.sendy.platform.url;

/** Mail addresses: one at sign between a word and a host that is a public name. */
public final class MailAddress {

    private static final String NEVER_IN_MAIL = "\"<>(),:;\\[]";

    private MailAddress() {}

    /** Whether mail could reach whoever typed this. */
    public static boolean isSound(String typed) {
        var at = typed.indexOf('@');
        return at > 0
                && typed.substring(0, at).chars().allMatch(MailAddress::inMail)
                && HostSyntax.isPublicName(typed.substring(at + 1));
    }

    private static boolean inMail(int c) {
        return c > ' ' && c != 0x7F && NEVER_IN_MAIL.indexOf(c) < 0;
    }
}
