/**
 * Civic time: the one clock that decides which day it is for letters, officeholders and deadlines.
 * Leases, time-outs and rate limits use machine time instead.
 *
 * <p>Personal data: none.
 */
@NullMarked
package org.joinvoices.platform.clock;

import org.jspecify.annotations.NullMarked;
