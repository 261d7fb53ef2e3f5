package iq.sendy.jobs;

/** A job that this process holds, with what its attempt must know and who attempts it. */
record Claimed(JobHandler<Object, Object> handler, Job job, Object work) {}
