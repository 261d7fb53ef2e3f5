package iq.sendy.identity.jobs;

import iq.sendy.identity.Identities;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.settings.StartRefused;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the operator that the environment names, before the first request; and clears away old guesses once an hour. */
@Component
class AdminAtStart implements SmartInitializingSingleton {

    private final Identities identities;
    private final String phone;
    private final String password;

    AdminAtStart(
            Identities identities,
            @Value("${sendy.admin.phone:}") String phone,
            @Value("${sendy.admin.password:}") String password) {
        this.identities = identities;
        this.phone = phone.strip();
        this.password = InputText.secret(password);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (phone.isEmpty()) {
            return;
        }
        var number = Phone.parse(phone).orElseThrow();
        if (identities.passwordWeak(password, number)) {
            throw new StartRefused(
                    "SENDY_ADMIN_PASSWORD is too weak: 8 to 128 characters, none of the commonest, and not the phone");
        }
        identities.ensureAdmin(number, password);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 3_600_000)
    void tidy() {
        identities.tidy();
    }
}
