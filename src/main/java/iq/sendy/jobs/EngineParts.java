package iq.sendy.jobs;

import iq.sendy.jobs.store.QueueStore;
import org.springframework.stereotype.Component;

/** What every engine stands on. */
@Component
record EngineParts(QueueStore queue, JobClaimer claiming, JobCompletion settling, JobSignal wakes, JobMeters meters) {}
