package iq.sendy.buyers.jobs;

import iq.sendy.buyers.OneTimeCodes;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Hourly clean-up of counts of codes that count no more. */
@Component
class DeleteEndedCodeCounts {

    private final OneTimeCodes codes;

    DeleteEndedCodeCounts(OneTimeCodes codes) {
        this.codes = codes;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 3_600_000)
    void run() {
        codes.deleteEnded();
    }
}
