package iq.sendy.accounts.jobs;

import iq.sendy.accounts.SignIns;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Hourly clean-up of sign-in attempts that count no more. */
@Component
class DeleteExpiredAttempts {

    private final SignIns signIns;

    DeleteExpiredAttempts(SignIns signIns) {
        this.signIns = signIns;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 3_600_000)
    void run() {
        signIns.deleteExpired();
    }
}
