package iq.sendy.jobs;

/** A job that this process holds, with what its attempt must know and who attempts it. */
record ClaimedJob(JobHandler<Object, Object> handler, Job job, Object work) {}
