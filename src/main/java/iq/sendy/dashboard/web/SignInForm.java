package iq.sendy.dashboard.web;

import java.util.Map;

/**
 * What the sign-in page shows again after a refusal: all but the password.
 *
 * @param next where to go afterwards
 * @param wrong the message of each field that is wrong
 * @param refusal the key of what is said above the fields, empty when there is nothing to say
 * @param argument what is filled in there
 */
record SignInForm(String phone, String next, Map<String, String> wrong, String refusal, String argument) {

    private static final int LONGEST_NEXT = 500;

    SignInForm {
        wrong = Map.copyOf(wrong);
    }

    static SignInForm empty(String next) {
        return new SignInForm("", next, Map.of(), "", "");
    }

    public boolean faulty() {
        return !wrong.isEmpty() || !refusal.isEmpty();
    }

    /** A page of ours below {@code /app}, whatever was asked for: a link must not lead from our sign-in to elsewhere. */
    static String ours(String wanted) {
        var below = wanted.startsWith(DashboardArea.HOME)
                && wanted.length() <= LONGEST_NEXT
                && wanted.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
                && !wanted.startsWith(DashboardArea.SIGN_IN)
                && !wanted.startsWith(DashboardArea.SIGN_OUT);
        var rest = below ? wanted.substring(DashboardArea.HOME.length()) : "";
        return below && (rest.isEmpty() || rest.charAt(0) == '/' || rest.charAt(0) == '?')
                ? wanted
                : DashboardArea.HOME;
    }
}
