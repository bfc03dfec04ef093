/**
 * What tells an operator's own watching how a running house is: {@code /health} and {@code
 * /metrics} on a port of their own, off until {@code management.port} is set. Start at {@link
 * org.joinvoices.platform.watch.ManagementServer}.
 *
 * <p>A capability contributes {@link org.joinvoices.platform.watch.HealthPart} and Micrometer's
 * {@code MeterBinder} as Spring beans, and counts by Micrometer's global registry, which does
 * nothing while nobody watches.
 *
 * <p>Personal data: none; names and labels are words of ours, ids of nobody, routes without what
 * stands in them.
 */
@NullMarked
package org.joinvoices.platform.watch;

import org.jspecify.annotations.NullMarked;
