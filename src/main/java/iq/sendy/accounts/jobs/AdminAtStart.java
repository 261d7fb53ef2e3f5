package iq.sendy.accounts.jobs;

import iq.sendy.accounts.Passwords;
import iq.sendy.accounts.Registrations;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.settings.StartRefused;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Bootstrap of the operator's account that the environment names, before the first request. */
@Component
class AdminAtStart implements SmartInitializingSingleton {

    private final Registrations registrations;
    private final Passwords passwords;
    private final String phone;
    private final String password;

    AdminAtStart(
            Registrations registrations,
            Passwords passwords,
            @Value("${sendy.admin.phone:}") String phone,
            @Value("${sendy.admin.password:}") String password) {
        this.registrations = registrations;
        this.passwords = passwords;
        this.phone = phone.strip();
        this.password = InputText.secret(password);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (phone.isEmpty()) {
            return;
        }
        var number = Phone.parse(phone).orElseThrow();
        if (passwords.weak(password, number)) {
            throw new StartRefused(
                    "SENDY_ADMIN_PASSWORD is too weak: 8 to 128 characters, none of the commonest, and not the phone");
        }
        registrations.ensureOperator(number, password);
    }
}
