package iq.sendy.jobs;

import iq.sendy.jobs.store.QueueStore;
import org.springframework.stereotype.Component;

/** What every engine stands on. */
@Component
record EngineParts(QueueStore queue, Claiming claiming, Settling settling, Wakes wakes, Meters meters) {}
