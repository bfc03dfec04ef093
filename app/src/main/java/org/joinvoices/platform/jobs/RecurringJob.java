package org.joinvoices.platform.jobs;

import java.time.Duration;

/**
 * Work to be done again and again by one node at a time. Declare one as a Spring bean; it is
 * scheduled at start.
 *
 * @param name unique, for example {@code delivery.plan}
 * @param pause between the end of one run and the start of the next, in machine time
 * @param work should do one bounded batch; a failure is logged by class name only and tried again
 *     after the pause
 */
public record RecurringJob(String name, Duration pause, Runnable work) {}
