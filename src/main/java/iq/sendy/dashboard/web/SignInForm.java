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

    SignInForm {
        wrong = Map.copyOf(wrong);
    }

    static SignInForm empty(String next) {
        return new SignInForm("", next, Map.of(), "", "");
    }

    public boolean faulty() {
        return !wrong.isEmpty() || !refusal.isEmpty();
    }
}
